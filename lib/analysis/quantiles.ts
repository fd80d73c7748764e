import { numbers } from "../kinds.ts";
import { checkThat } from "../check.ts";
import { checkSample } from "./check_sample.ts";

/**
 * Quantiles of a sample, linear between neighbours.
 *
 * The quantile at level p of n sorted values is the one at place p·(n − 1), counted from 0, and between
 * two places the straight line between their values: Hyndman and Fan, The American Statistician 50 (1996),
 * definition 7, the default of NumPy, R and spreadsheets. Levels 0 and 1 are the smallest and the largest.
 *
 * @param sample At least one finite number, in any order; left as it is.
 * @param levels Probabilities in 0 … 1.
 * @returns One value for each level, in the levels' order.
 * @throws {RangeError} Where the sample is empty, a value is not finite, or a level outside 0 … 1.
 *
 * @example
 * ```ts
 * import { quantiles } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(quantiles([40, 10, 30, 20], [0, 0.5, 0.75, 1]), [10, 25, 32.5, 40]);
 * ```
 */
export function quantiles(sample: ArrayLike<number>, levels: readonly number[]): number[] {
  const action = "take quantiles";
  checkSample(action, "sample", sample);
  numbers(action, "levels", levels);
  levels.forEach((level, i) =>
    checkThat(action, `levels[${i}]`, "in 0 … 1", level, level >= 0 && level <= 1)
  );
  const sorted = Float64Array.from(sample).sort();
  return levels.map((level) => quantileOfSorted(sorted, level));
}

/** The quantile at one level of numbers that are sorted already and known to be finite. */
export function quantileOfSorted(sorted: ArrayLike<number>, level: number): number {
  const place = level * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/**
 * Which share of a sample lies at or below a value: its empirical distribution function.
 *
 * @param sample At least one finite number, in any order.
 * @param value Where to look, in the sample's unit.
 * @returns A share in 0 … 1.
 * @throws {RangeError} Where the sample is empty or a value is not finite.
 *
 * @example Minus two hundred is the 25th percentile here
 * ```ts
 * import { shareBelow } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(shareBelow([-300, 100, 200, 400], -200), 0.25);
 * ```
 */
export function shareBelow(sample: ArrayLike<number>, value: number): number {
  const action = "take shareBelow";
  checkSample(action, "sample", sample);
  checkThat(action, "value", "a number", value, typeof value === "number" && !Number.isNaN(value));
  let below = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] <= value) below++;
  return below / sample.length;
}
