import { numbers } from "../kinds.ts";
import { checkKeys } from "../check.ts";
import { annualised } from "./annualised.ts";
import { sampleMoments } from "./sample_moments.ts";

/** How a Sharpe ratio of one step is annualised. */
export interface SharpeOptions {
  /**
   * Sessions in a year P, > 0: the ratio of one step × √steps × √P, which does not change with the grid.
   * @default {none: × √252 per step, the README's, as if every step were one of 252 trading days}
   */
  readonly periods?: number;
}

/**
 * Annualised Sharpe ratio of a series of gains:
 *
 * $$\frac{\bar x}{s}\sqrt{252} \qquad\text{or}\qquad \frac{\bar x}{s}\sqrt{n}\sqrt{P}$$
 *
 * The gains are a session's P&L a step in currency ({@linkcode returnSeries}), s has n − 1 below it
 * (ddof 1), nothing is subtracted for interest. The first is per step, the convention of the README this
 * project rebuilds: every step counts as one of 252 trading days, so the same day cut into ten times as many
 * steps has a ratio √10 times smaller. The second, with `periods` P sessions a year, does not change with the
 * grid.
 *
 * @param gains Gains, one a step, in currency.
 * @param options Sessions in a year.
 * @returns The ratio, without unit; null where it does not exist: fewer than two gains, or all the same.
 * @throws {RangeError} Where a gain is not finite, or `periods` not > 0.
 *
 * @example
 * ```ts
 * import { sharpeRatio } from "@digital-market-maker/lab";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertAlmostEquals(sharpeRatio([1, 2, 3])!, 2 * Math.sqrt(252), 1e-12);
 * assertAlmostEquals(sharpeRatio([1, 2, 3], { periods: 252 })!, 2 * Math.sqrt(3 * 252), 1e-12);
 * assertEquals(sharpeRatio([1, 1, 1]), null);
 * ```
 */
export function sharpeRatio(
  gains: ArrayLike<number>,
  options: SharpeOptions = {},
): number | null {
  checkKeys<SharpeOptions>("take sharpeRatio", options, { periods: true });
  numbers("take sharpeRatio", "gains", gains);
  const { periods } = options;
  const { factor } = annualised("take sharpeRatio", periods);
  if (gains.length < 2) return null;
  const { mean, sd } = sampleMoments(gains);
  return sd === null || sd === 0 ? null : mean / sd * factor(gains.length);
}
