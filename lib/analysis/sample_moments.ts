import { type MomentSums, momentSums } from "./moment_sums.ts";

/** The first four moments of a sample. What does not exist is null. */
export interface SampleMoments {
  /** Number n of values. */
  readonly count: number;
  /** Mean, in the sample's unit. */
  readonly mean: number;
  /** Standard deviation with n − 1 (ddof 1), in the sample's unit; 0 where all values are the same; null where n is 1. */
  readonly sd: number | null;
  /** Skewness m₃/m₂^{3/2}, 0 for a normal law; null where the deviation is 0 or null. */
  readonly skewness: number | null;
  /** Kurtosis m₄/m₂², 3 for a normal law; null where the deviation is 0 or null. */
  readonly kurtosis: number | null;
}

/**
 * Mean, deviation, skewness and kurtosis of a sample, in two passes so that no digits are lost.
 *
 * With m_j the mean of the j-th powers of the distances from the mean. Values that differ by rounding
 * alone, less than 10⁻¹² of the largest, count as the same.
 *
 * @param sample At least one finite number.
 * @returns The moments.
 * @throws {RangeError} Where the sample is empty or a value is not finite.
 *
 * @example
 * ```ts
 * import { sampleMoments } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sampleMoments([1, 3]), { count: 2, mean: 2, sd: Math.SQRT2, skewness: 0, kurtosis: 1 });
 * ```
 */
export function sampleMoments(sample: ArrayLike<number>): SampleMoments {
  return momentsOfSums(momentSums("take sampleMoments", sample));
}

/** The moments that the sums of at least one value say. */
export function momentsOfSums(
  { count, mean, second, third, fourth, largest }: MomentSums,
): SampleMoments {
  const variance = second / count;
  if (count < 2) return { count, mean, sd: null, skewness: null, kurtosis: null };
  if (Math.sqrt(variance) <= 1e-12 * largest) {
    return { count, mean, sd: 0, skewness: null, kurtosis: null };
  }
  return {
    count,
    mean,
    sd: Math.sqrt(second / (count - 1)),
    skewness: third / count / variance ** 1.5,
    kurtosis: fourth / count / (variance * variance),
  };
}
