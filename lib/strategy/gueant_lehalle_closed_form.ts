import { checkKeys, checkThat } from "../check.ts";
import { sharedBeliefKeys } from "./shared_beliefs.ts";
import {
  beliefKeys,
  evenFillRate,
  type GueantLehalleBeliefs,
  lotBeliefs,
} from "./gueant_lehalle_values.ts";
import type { Strategy } from "./strategy.ts";

/**
 * The closed form of the optimal quotes far from the end, straight lines in the inventory:
 *
 * $$\delta^{b,a} \approx \frac1\gamma\ln\Bigl(1+\frac\gamma k\Bigr) + \frac\xi2
 * + \Bigl(\frac{1 \pm 2q}{2} \mp \frac{\mu}{\gamma\sigma^2}\Bigr)
 * \sqrt{\frac{\sigma^2\gamma}{2kA}\Bigl(1+\frac\gamma k\Bigr)^{1+k/\gamma}}\;e^{k\xi/4}$$
 * The eigenvector f⁰ is replaced by the Gaussian it tends to where many inventories matter. Guéant,
 * Lehalle, Fernandez-Tapia (2013), proposition 3 and sections 4 and 5.
 *
 * @param beliefs Beliefs; with drift, risk aversion and volatility must be > 0.
 * @returns The strategy, which reads neither time nor price and knows no largest inventory.
 * @throws {RangeError} Where a belief is out of its range.
 *
 * @example Close to the eigenvector's 3.313045
 * ```ts
 * import { gueantLehalleClosedForm } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const beliefs = { riskAversion: 0.01, volatility: 0.3, scale: 0.9, decay: 0.3 };
 * const { quote } = gueantLehalleClosedForm(beliefs);
 * const { bidDepth } = quote({ time: 0, timeLeft: 600, midPrice: 100, inventory: 0 });
 * assertAlmostEquals(bidDepth, 3.313045, 1e-3);
 * ```
 */
export function gueantLehalleClosedForm(beliefs: GueantLehalleBeliefs): Strategy {
  const action = "build gueantLehalleClosedForm";
  checkKeys<GueantLehalleBeliefs>(action, beliefs, { ...sharedBeliefKeys, ...beliefKeys });
  const { gamma, sigma, decay: k, drift, impact, orderSize, fillTerm } = lotBeliefs(
    action,
    beliefs,
  );
  const eta = evenFillRate(action, beliefs.scale, { gamma, decay: k });
  const risk = gamma * sigma * sigma;
  checkThat(
    action,
    "drift",
    "0 where riskAversion·volatility² is 0",
    drift,
    drift === 0 || risk > 0,
  );
  const tilt = drift === 0 ? 0 : drift / risk;
  const slope = Math.sqrt(risk / (2 * k * eta)) * Math.exp(k * impact / 4);
  return {
    name: "Guéant–Lehalle, closed form",
    family: "gueantLehalle",
    readsPrice: false,
    readsTime: false,
    quote({ inventory }) {
      const lean = inventory / orderSize - tilt;
      return {
        bidDepth: (fillTerm + slope * (1 / 2 + lean)) / orderSize,
        askDepth: (fillTerm + slope * (1 / 2 - lean)) / orderSize,
      };
    },
  };
}
