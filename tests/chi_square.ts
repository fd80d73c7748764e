/**
 * Pearson's chi-square test, with the probability of a false alarm stated.
 *
 * The critical value is Wilson and Hilferty's: χ² with m degrees of freedom lies below
 * m(1 − 2/(9m) + z√(2/(9m)))³ with the normal probability of z, close enough from m = 10 up.
 */
import { normalQuantile } from "@digital-market-maker/lab";
import { AssertionError } from "@std/assert";

/** Passes when the counts could come from the probabilities; an innocent run fails with `falseAlarm`. */
export function assertCounts(
  counts: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  { falseAlarm = 1e-6 }: { readonly falseAlarm?: number } = {},
): void {
  const { statistic, freedom } = chiSquare(counts, probabilities);
  const shrink = 2 / (9 * freedom);
  const critical = freedom *
    (1 - shrink + normalQuantile(1 - falseAlarm) * Math.sqrt(shrink)) ** 3;
  if (statistic <= critical) return;
  throw new AssertionError(
    `Expected chi-square with ${freedom} degrees of freedom below ${critical.toFixed(1)}: ` +
      `it is ${statistic.toFixed(1)}`,
  );
}

function chiSquare(
  counts: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): { statistic: number; freedom: number } {
  if (counts.length !== probabilities.length || counts.length < 2) {
    throw new AssertionError("Cannot compare counts: one probability a cell, at least two cells");
  }
  let total = 0, mass = 0, statistic = 0;
  for (let i = 0; i < counts.length; i++) {
    total += counts[i];
    mass += probabilities[i];
  }
  if (Math.abs(mass - 1) > 1e-9) throw new AssertionError(`Probabilities sum to ${mass}, not to 1`);
  for (let i = 0; i < counts.length; i++) {
    const expected = total * probabilities[i];
    if (expected < 8) throw new AssertionError(`Cell ${i} expects ${expected} counts: too few`);
    statistic += (counts[i] - expected) ** 2 / expected;
  }
  return { statistic, freedom: counts.length - 1 };
}

/** How many values lie between neighbouring edges, which are sorted; one cell more than edges. */
export function countCells(values: ArrayLike<number>, edges: readonly number[]): Float64Array {
  const counts = new Float64Array(edges.length + 1);
  for (let i = 0; i < values.length; i++) {
    let low = 0, high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[i] < edges[middle]) high = middle;
      else low = middle + 1;
    }
    counts[low]++;
  }
  return counts;
}

/** Probabilities of the cells between neighbouring levels of a distribution function. */
export function cellProbabilities(levels: readonly number[]): number[] {
  return [...levels, 1].map((level, i) => level - (i === 0 ? 0 : levels[i - 1]));
}
