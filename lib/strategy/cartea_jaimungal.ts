import { checkKeys, checkNonNegative } from "../check.ts";
import { sharedBeliefKeys } from "./shared_beliefs.ts";
import { gueantLehalleSystem } from "./gueant_lehalle_system.ts";
import type { GueantLehalleOptions } from "./gueant_lehalle_values.ts";
import type { Strategy } from "./strategy.ts";
import { quotedInTime } from "./values_in_time.ts";

const action = "build carteaJaimungal";

/** What {@linkcode carteaJaimungal} is told to believe. */
export interface CarteaJaimungalOptions
  extends Pick<GueantLehalleOptions, "scale" | "decay" | "drift" | "maxInventory" | "orderSize"> {
  /** Running penalty φ on inventory squared, in currency/(units²·time); >= 0. */
  readonly runningPenalty: number;
  /** Terminal penalty a_T on inventory squared, in currency/units²; >= 0. @default {0} */
  readonly terminalPenalty?: number;
}

/**
 * The market maker who maximises expected wealth less penalties on inventory, running and terminal.
 *
 * $$\delta^b = \frac1k + h_q - h_{q+1},\qquad h = \frac1k\ln\omega,\qquad \omega(\tau) = e^{\mathbf A\tau}\omega(0)$$
 * and δ^a with h_{q−1}; no bid at Q, no ask at −Q. Cartea, Jaimungal, Penalva, "Algorithmic and
 * High-Frequency Trading" (2015), section 10.2. With φ = ½γσ² this is {@linkcode gueantLehalle} without the
 * risk aversion in its fill term.
 *
 * @param options Beliefs and penalties.
 * @returns The strategy; each time left is solved once and remembered.
 * @throws {RangeError} Where a belief is out of its range.
 *
 * @example At the end nothing but the terminal penalty is left to lean on
 * ```ts
 * import { carteaJaimungal } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { quote } = carteaJaimungal({
 *   runningPenalty: 0.01, terminalPenalty: 0.1, scale: 1, decay: 2, maxInventory: 5,
 * });
 * const { bidDepth } = quote({ time: 1, timeLeft: 0, midPrice: 100, inventory: 1 });
 * assertAlmostEquals(bidDepth, 1 / 2 + 0.1 * (4 - 1), 1e-15);
 * ```
 */
export function carteaJaimungal(options: CarteaJaimungalOptions): Strategy {
  checkKeys<CarteaJaimungalOptions>(action, options, {
    ...sharedBeliefKeys,
    runningPenalty: true,
    terminalPenalty: true,
    drift: true,
  });
  const system = gueantLehalleSystem(penalisedBeliefs(options), action);
  return quotedInTime("Cartea–Jaimungal", "carteaJaimungal", system);
}

/**
 * ω′ = 𝐀ω with diagonal −φkq² + μkq and A/e beside it, ω_q(0) = e^{−a_T k q²}: Guéant and Lehalle's system without
 * risk aversion, and φq² as the penalty.
 */
function penalisedBeliefs(options: CarteaJaimungalOptions): GueantLehalleOptions {
  const { runningPenalty: phi, terminalPenalty = 0, ...beliefs } = options;
  checkNonNegative(action, "runningPenalty", phi);
  checkNonNegative(action, "terminalPenalty", terminalPenalty);
  return {
    ...beliefs,
    riskAversion: 0,
    volatility: 0,
    penalty: (q) => phi * q * q,
    terminalPenalty: (q) => terminalPenalty * q * q,
  };
}
