import { quantiles } from "./quantiles.ts";

/**
 * The interval between two percentiles of bootstrap values; NaN where they are fewer than one for each end
 * beyond it, as of n values the smallest and the largest hold (n − 1)/(n + 1) between them: 39 for 95 %.
 */
export function percentileInterval(
  values: readonly number[],
  confidence = 0.95,
): readonly [number, number] {
  const count = values.length;
  if (count - 1 < confidence * (count + 1) * (1 - 1e-12)) return [NaN, NaN];
  const [lower, upper] = quantiles(values, [(1 - confidence) / 2, (1 + confidence) / 2]);
  return [lower, upper];
}
