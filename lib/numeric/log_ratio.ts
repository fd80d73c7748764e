import { checkThat } from "../check.ts";

/**
 * The fill term of the optimal depth, (1/γ)·ln(1 + γ/k), which tends to 1/k as γ → 0.
 *
 * Plain `Math.log(1 + γ/k)` loses digits from γ ≈ 1e-8 down and gives 0 at 1e-16; `log1p` does not.
 * Below γ/k = 1e-9 two terms of the series are exact, also where γ/k has no digits left to divide.
 *
 * @param gamma Risk aversion γ, in 1/currency; >= 0.
 * @param decay Decay k of the intensity with depth, in 1/currency; > 0.
 * @returns The depth (1/γ)·ln(1 + γ/k), in currency.
 * @throws {RangeError} Where γ is negative or k not > 0.
 *
 * @example
 * ```ts
 * import { logRatio } from "@digital-market-maker/lab";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertEquals(logRatio(0, 1.5), 1 / 1.5);
 * assertAlmostEquals(logRatio(1e-16, 1.5), 1 / 1.5, 1e-15);
 * ```
 */
export function logRatio(gamma: number, decay: number): number {
  const action = "take logRatio";
  // Any number will do: both may be products of what was checked.
  checkThat(action, "gamma", ">= 0 and finite", gamma, Number.isFinite(gamma) && gamma >= 0);
  checkThat(action, "decay", "> 0 and finite", decay, Number.isFinite(decay) && decay > 0);
  const ratio = gamma / decay;
  if (ratio < 1e-9) return (1 - ratio / 2) / decay;
  return (ratio < Infinity ? Math.log1p(ratio) : Math.log(gamma) - Math.log(decay)) / gamma;
}
