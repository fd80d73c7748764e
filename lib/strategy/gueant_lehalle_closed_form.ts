import { checkKeys, checkThat } from "../check.ts";
import { askedInWords } from "./asked_in_words.ts";
import { sharedBeliefKeys } from "./shared_beliefs.ts";
import { beliefKeys, type GueantLehalleBeliefs, lotBeliefs } from "./gueant_lehalle_values.ts";
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
 * Where the sides differ, β₀ is the shift that has both filled equally often. Expanded about there, with η each
 * side's flow and to third order as k_a ≠ k_b, the value is θ = βq − ½ℓq² + cq³:
 * $$\beta_0 = \frac{\ln(\eta_a/\eta_b)}{k_a + k_b},\quad
 * \ell = \sqrt{\frac{\gamma\sigma^2}{\eta_b e^{k_b\beta_0}(k_a + k_b)}},\quad
 * \beta = \beta_0 + \frac\ell6\,\frac{k_b - k_a}{k_a + k_b} + \frac{\ell\mu}{\gamma\sigma^2},\quad
 * c = \frac{\ell^2}{18}(k_a - k_b)$$
 * and the depths are m_b + ξ/2 + θ_q − θ_{q+1} and m_a + ξ/2 + θ_q − θ_{q−1}. With equal decays these are the straight
 * lines above. The expansion of Bergault, Evangelista, Guéant and Vieira (2021), arXiv 1810.04383, is to second order
 * about 0, and an order of ℓ farther off.
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
  const { gamma, sigma, decay, drift, orderSize, fillTerm, flow } = lotBeliefs(action, beliefs);
  const risk = gamma * sigma * sigma;
  checkThat(
    action,
    "drift",
    "0 where riskAversion·volatility² is 0",
    drift,
    drift === 0 || risk > 0,
  );
  const decays = decay.ask + decay.bid;
  const balance = Math.log(flow.ask / flow.bid) / decays;
  const balanced = flow.bid * Math.exp(decay.bid * balance);
  const slope = Math.sqrt(risk / (balanced * decays));
  const drifted = drift === 0 ? 0 : slope * drift / risk;
  const shift = balance + slope / 6 * (decay.bid - decay.ask) / decays + drifted;
  const bend = slope * slope / 18 * (decay.ask - decay.bid);
  const value = (q: number) => shift * q - slope / 2 * q * q + bend * q * q * q;
  return askedInWords({
    name: "Guéant–Lehalle, closed form",
    family: "gueantLehalle",
    readsPrice: false,
    readsTime: false,
    quote({ inventory }) {
      const q = inventory / orderSize;
      return {
        bidDepth: (fillTerm.bid + value(q) - value(q + 1)) / orderSize,
        askDepth: (fillTerm.ask + value(q) - value(q - 1)) / orderSize,
      };
    },
  });
}
