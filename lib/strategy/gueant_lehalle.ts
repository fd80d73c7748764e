import { checkKeys } from "../check.ts";
import { sharedBeliefKeys } from "./shared_beliefs.ts";
import { gueantLehalleSystem } from "./gueant_lehalle_system.ts";
import { gueantLehalleKeys, type GueantLehalleOptions } from "./gueant_lehalle_values.ts";
import type { Strategy } from "./strategy.ts";
import { quotedInTime } from "./values_in_time.ts";

/**
 * The optimal market maker with a finite inventory: the exact solution of Avellaneda and Stoikov's problem.
 *
 * $$\delta^b = \frac1k\ln\frac{v_q(\tau)}{v_{q+1}(\tau)} + \frac1\gamma\ln\Bigl(1 + \frac\gamma k\Bigr)
 * + \frac\xi2,\qquad v(\tau) = e^{-M\tau}v(0)$$
 * and δ^a with v_{q−1}; no bid at Q, no ask at −Q. The matrix M has αq² − βq + kψ(q) on its diagonal and
 * −ηe^{−kξ/2} beside it, with α = kγσ²/2, β = kμ and η = A(1 + γ/k)^{−(1 + k/γ)}. Guéant, Lehalle, Fernandez-Tapia,
 * "Dealing with the inventory risk" (2013), theorem 1. γ = 0 is allowed, as the limit.
 *
 * Where bid and ask differ in decay, or where the system is too stiff for the matrix exponential, the value itself
 * is integrated, to ten digits. Five thousand inventories take about a second; what would take many seconds
 * is refused when it is first asked.
 *
 * @param options Beliefs, largest inventory, and what inventory costs at the end.
 * @returns The strategy; each time left is solved once and remembered.
 * @throws {RangeError} Where a belief is out of its range.
 *
 * @example The paper's parameters, flat, ten minutes before the end
 * ```ts
 * import { gueantLehalle } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const beliefs = { riskAversion: 0.01, volatility: 0.3, scale: 0.9, decay: 0.3, maxInventory: 30 };
 * const { quote } = gueantLehalle(beliefs);
 * const { bidDepth } = quote({ time: 0, timeLeft: 600, midPrice: 100, inventory: 0 });
 * assertAlmostEquals(bidDepth, 3.313045, 1e-6);
 * ```
 *
 * @example Sides of unequal scale, and the worst drift within ±0.02 as a penalty: fewer buyers make the ask the nearer quote
 * ```ts
 * import { gueantLehalle } from "@digital-market-maker/lab";
 * import { assertGreater } from "@std/assert";
 *
 * const beliefs = { riskAversion: 0.01, volatility: 0.3, decay: 0.3, maxInventory: 30 };
 * const { quote } = gueantLehalle({
 *   ...beliefs, scale: { bid: 0.9, ask: 0.5 }, penalty: (inventory) => 0.02 * Math.abs(inventory),
 * });
 * const { bidDepth, askDepth } = quote({ time: 0, timeLeft: 600, midPrice: 100, inventory: 0 });
 * assertGreater(bidDepth, askDepth);
 * ```
 */
export function gueantLehalle(options: GueantLehalleOptions): Strategy {
  const action = "build gueantLehalle";
  checkKeys<GueantLehalleOptions>(action, options, { ...sharedBeliefKeys, ...gueantLehalleKeys });
  return quotedInTime("Guéant–Lehalle", "gueantLehalle", gueantLehalleSystem(options, action));
}
