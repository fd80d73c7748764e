/**
 * Kolmogorov and Smirnov's test that two samples have one law, with the probability of a false alarm
 * stated: the largest distance D between two distribution functions of n values each exceeds
 * x·√(2/n) with probability 2·exp(−2x²), for large n.
 */
import { AssertionError } from "@std/assert";

/** Passes when two samples could have one law; an innocent pair fails with `falseAlarm`. */
export function assertSameLaw(
  first: Float64Array,
  second: Float64Array,
  { falseAlarm = 1e-6 }: { readonly falseAlarm?: number } = {},
): void {
  const distance = largestDistance(first, second);
  const pairs = first.length * second.length / (first.length + second.length);
  const critical = Math.sqrt(-Math.log(falseAlarm / 2) / 2 / pairs);
  if (distance <= critical) return;
  throw new AssertionError(
    `Expected distribution functions within ${critical.toFixed(4)} of each other: ` +
      `they are ${distance.toFixed(4)} apart`,
  );
}

function largestDistance(first: Float64Array, second: Float64Array): number {
  const one = first.slice().sort(), other = second.slice().sort();
  let i = 0, j = 0, largest = 0;
  while (i < one.length && j < other.length) {
    const value = Math.min(one[i], other[j]);
    while (i < one.length && one[i] === value) i++;
    while (j < other.length && other[j] === value) j++;
    largest = Math.max(largest, Math.abs(i / one.length - j / other.length));
  }
  return largest;
}
