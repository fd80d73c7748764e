import { numberOf } from "../plural.ts";
import { numbers } from "../kinds.ts";
import { checkThat } from "../check.ts";
import { estimateMean, type MeanEstimate, type MeanEstimateOptions } from "./estimate_mean.ts";

/** What two samples over the same tapes say about the difference of their means. */
export interface PairedDifference extends MeanEstimate {
  /** Correlation between the two samples; null where one of them does not vary. */
  readonly correlation: number | null;
  /**
   * How many times more paths two runs on tapes of their own would need for the same standard error;
   * null where the difference does not vary.
   */
  readonly saving: number | null;
}

/**
 * Compares two strategies path by path: first − second, on the same tapes.
 *
 * What the market did to both cancels, so the difference is known better than either mean wherever the two
 * move together.
 *
 * @param first One strategy's values, such as profits, one a path.
 * @param second The other's, on the same tapes in the same order.
 * @param options The interval's confidence.
 * @returns Mean difference with its uncertainty.
 * @throws {TypeError} Where the samples differ in length.
 * @throws {RangeError} Where they are empty or a value is not finite.
 *
 * @example A dollar more on every tape, without doubt
 * ```ts
 * import { pairedDifference } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const { mean, standardError, correlation } = pairedDifference([11, -4, 8], [10, -5, 7]);
 * assertEquals({ mean, standardError, correlation }, { mean: 1, standardError: 0, correlation: 1 });
 * ```
 */
export function pairedDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: MeanEstimateOptions = {},
): PairedDifference {
  numbers("take pairedDifference", "first", first);
  numbers("take pairedDifference", "second", second);
  checkThat(
    "take pairedDifference",
    "second",
    `as long as first (${numberOf(first.length, "value")})`,
    numberOf(second.length, "value"),
    first.length === second.length,
  );
  const one = estimateMean(first, options);
  const other = estimateMean(second, options);
  const difference = estimateMean(
    Float64Array.from({ length: first.length }, (_, i) => first[i] - second[i]),
    options,
  );
  const apart = (one.sd ?? 0) ** 2 + (other.sd ?? 0) ** 2;
  const together = (difference.sd ?? 0) ** 2;
  const product = 2 * (one.sd ?? 0) * (other.sd ?? 0);
  return {
    ...difference,
    // Var(X − Y) = Var X + Var Y − 2·Cov(X, Y), which holds for sample moments too.
    correlation: product > 0 ? Math.max(-1, Math.min(1, (apart - together) / product)) : null,
    saving: together > 0 ? apart / together : null,
  };
}
