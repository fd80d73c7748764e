import { quantiles } from "./quantiles.ts";

/** How a number scatters over the samples of a bootstrap. */
export interface BootstrapSpread {
  /** Standard deviation of its values. */
  readonly standardError: number;
  /** Percentile interval of its values; NaN where they are too few for its ends, below 39 for 95 %. */
  readonly interval: readonly [number, number];
}

/**
 * Standard deviation and percentile interval of a bootstrap's values.
 *
 * The interval is NaN where values are fewer than one for each end beyond it, as of n values the smallest and the
 * largest hold (n − 1)/(n + 1) between them: 39 for 95 %.
 */
export function bootstrapSpread(values: readonly number[], confidence = 0.95): BootstrapSpread {
  const count = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / count;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardError = Math.sqrt(square / (count - 1));
  if (count - 1 < confidence * (count + 1) * (1 - 1e-12)) {
    return { standardError, interval: [NaN, NaN] };
  }
  const [lower, upper] = quantiles(values, [(1 - confidence) / 2, (1 + confidence) / 2]);
  return { standardError, interval: [lower, upper] };
}
