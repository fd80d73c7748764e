import { checkPositive } from "../check.ts";
import { sampleMoments } from "./sample_moments.ts";

/** How {@linkcode sharpeRatio} annualises. */
export interface SharpeOptions {
  /** Steps in a year, > 0: the ratio of one step is multiplied by its square root. @default {252} */
  readonly periods?: number;
}

/**
 * Annualised Sharpe ratio of a series of gains:
 *
 * $$\frac{\bar x}{s}\sqrt{\text{periods}}$$
 *
 * The gains are a session's P&L a step in currency ({@linkcode returnSeries}), s has n − 1 below it
 * (ddof 1), nothing is subtracted for interest. Every step counts as one of 252 trading days unless said
 * otherwise; that is the convention of the README this project rebuilds.
 *
 * @param gains Gains, one a step, in currency.
 * @param options Steps in a year.
 * @returns The ratio, without unit; null where it does not exist: fewer than two gains, or all the same.
 * @throws {RangeError} Where a gain is not finite, or `periods` not > 0.
 *
 * @example
 * ```ts
 * import { sharpeRatio } from "@digital-market-maker/lab";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertAlmostEquals(sharpeRatio([1, 2, 3], { periods: 1 })!, 2, 1e-12);
 * assertEquals(sharpeRatio([1, 1, 1]), null);
 * ```
 */
export function sharpeRatio(
  gains: ArrayLike<number>,
  { periods = 252 }: SharpeOptions = {},
): number | null {
  checkPositive("take sharpeRatio", "periods", periods);
  if (gains.length < 2) return null;
  const { mean, sd } = sampleMoments(gains);
  return sd === null || sd === 0 ? null : mean / sd * Math.sqrt(periods);
}
