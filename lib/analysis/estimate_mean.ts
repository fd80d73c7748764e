import { maybe, share } from "../kinds.ts";
import { checkKeys } from "../check.ts";
import { meanReach } from "./mean_reach.ts";
import { sampleMoments } from "./sample_moments.ts";

/** How {@linkcode estimateMean} states its uncertainty. */
export interface MeanEstimateOptions {
  /** Probability that the interval covers the true mean, above 0 and below 1. @default {0.95} */
  readonly confidence?: number;
}

/** What a sample says about a mean and a deviation. What one value cannot say is null. */
export interface MeanEstimate {
  /** Number n of values. */
  readonly count: number;
  /** Mean, in the sample's unit. */
  readonly mean: number;
  /** Standard deviation with n − 1 (ddof 1), in the sample's unit. */
  readonly sd: number | null;
  /** Standard error of the mean, sd/√n. */
  readonly standardError: number | null;
  /** Confidence interval of the mean, lower and upper end; null for fewer than three values. */
  readonly interval: readonly [number, number] | null;
  /** Standard error of the deviation, from the kurtosis; 0 where all values are the same, else null for fewer than four. */
  readonly sdStandardError: number | null;
}

/**
 * Estimates mean and deviation of a law from independent draws.
 *
 * The interval is Student's, mean ± t·sd/√n with n − 1 degrees of freedom: exact for draws from a normal
 * law, and wide enough where there are few. The deviation's own standard error is to leading order
 * $$\operatorname{se}(s) = s\sqrt{\frac{\kappa - 1}{4n}}$$
 * with the sample's kurtosis κ: s/√(2n) for a normal law, more where tails are heavy. Kendall and Stuart,
 * The Advanced Theory of Statistics, volume 1, section 10.5.
 *
 * @param sample At least one finite number.
 * @param options The interval's confidence.
 * @returns Mean, deviation and their uncertainty.
 * @throws {RangeError} Where the sample is empty, a value is not finite, or the confidence not between 0 and 1.
 *
 * @example
 * ```ts
 * import { estimateMean } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { mean, interval } = estimateMean([1, 2, 3, 4]);
 * assertAlmostEquals(mean, 2.5, 1e-12);
 * assertAlmostEquals(interval![1], 2.5 + 3.182446 * Math.sqrt(5 / 3 / 4), 1e-6);
 * ```
 */
export function estimateMean(
  sample: ArrayLike<number>,
  options: MeanEstimateOptions = {},
): MeanEstimate {
  checkKeys<MeanEstimateOptions>("take estimateMean", options, { confidence: maybe(share) });
  const { confidence = 0.95 } = options;
  const { count, mean, sd, kurtosis } = sampleMoments(sample);
  if (sd === null) {
    return { count, mean, sd, standardError: null, interval: null, sdStandardError: null };
  }
  const standardError = sd / Math.sqrt(count);
  const reach = meanReach(count, confidence);
  return {
    count,
    mean,
    sd,
    standardError,
    interval: reach === null ? null : [mean - reach * standardError, mean + reach * standardError],
    sdStandardError: errorOfDeviation(count, sd, kurtosis),
  };
}

/** The standard error of a deviation. Of two or three values the kurtosis is always the same and tells nothing. */
function errorOfDeviation(count: number, sd: number, kurtosis: number | null): number | null {
  if (kurtosis === null) return 0;
  return count < 4 ? null : sd * Math.sqrt((kurtosis - 1) / (4 * count));
}
