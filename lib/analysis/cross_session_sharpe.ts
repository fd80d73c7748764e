import { sampleMoments } from "./sample_moments.ts";

/** A Sharpe ratio over sessions, with its uncertainty. */
export interface CrossSessionSharpe {
  /** Number n of sessions. */
  readonly count: number;
  /** Mean profit over deviation of profit (ddof 1), for one session: not annualised. */
  readonly ratio: number;
  /** Standard error of the ratio. */
  readonly standardError: number;
}

/**
 * Sharpe ratio over independent sessions: how many deviations of profit lie between the mean and zero.
 *
 * It is that of one session and does not change with the grid: × √P for P sessions a year. The README's,
 * per step × √252, is {@linkcode sharpeRatio}.
 *
 * Its standard error allows for skewness γ₃ and kurtosis γ₄ of the profits:
 * $$\operatorname{se} = \sqrt{\tfrac1n\Bigl(1 + \tfrac12 R^2 - \gamma_3 R + \tfrac{\gamma_4 - 3}4 R^2\Bigr)}$$
 * Mertens (2002), "Comments on variance of the IID estimator in Lo (2002)"; for normal profits it is
 * Lo (2002), Financial Analysts Journal 58(4), equation (9): √((1 + R²/2)/n).
 *
 * @param profits Profits of independent sessions, in currency.
 * @returns The ratio and its standard error; null where there are fewer than two sessions or all profits
 * are the same.
 * @throws {RangeError} Where there is no profit, or one is not finite.
 *
 * @example
 * ```ts
 * import { crossSessionSharpe } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { ratio, standardError } = crossSessionSharpe([1, 3])!;
 * assertAlmostEquals(ratio, Math.SQRT2, 1e-12);
 * assertAlmostEquals(standardError, Math.sqrt((1 + 1 - 1) / 2), 1e-12);
 * ```
 */
export function crossSessionSharpe(profits: ArrayLike<number>): CrossSessionSharpe | null {
  const { count, mean, sd, skewness, kurtosis } = sampleMoments(profits);
  if (sd === null || skewness === null || kurtosis === null) return null;
  const ratio = mean / sd;
  const variance = 1 + ratio * ratio * (kurtosis - 1) / 4 - skewness * ratio;
  // Never below zero, as kurtosis >= 1 + skewness²; two-valued samples touch zero up to rounding.
  return { count, ratio, standardError: Math.sqrt(Math.max(0, variance) / count) };
}
