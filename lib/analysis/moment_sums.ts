import { checkSample } from "./check_sample.ts";

/**
 * What the first four moments of a sample are made of, in a form that can be put together: the sums of
 * two samples give the sums of both.
 */
export interface MomentSums {
  /** Number n of values. */
  readonly count: number;
  /** Mean, in the sample's unit; 0 where there is no value. */
  readonly mean: number;
  /** Sum of squared distances from the mean. */
  readonly second: number;
  /** Sum of third powers of distances from the mean. */
  readonly third: number;
  /** Sum of fourth powers of distances from the mean. */
  readonly fourth: number;
  /** Largest absolute value: rounding is judged by it. */
  readonly largest: number;
}

/** The sums of no values at all. */
export const noSums: MomentSums = {
  count: 0,
  mean: 0,
  second: 0,
  third: 0,
  fourth: 0,
  largest: 0,
};

/** The sums of a sample of finite numbers, in two passes so that no digits are lost. */
export function momentSums(action: string, sample: ArrayLike<number>): MomentSums {
  checkSample(action, "sample", sample);
  const count = sample.length;
  let total = 0, lowest = 0, highest = 0;
  for (let i = 0; i < count; i++) {
    total += sample[i];
    if (sample[i] < lowest) lowest = sample[i];
    if (sample[i] > highest) highest = sample[i];
  }
  const mean = total / count, largest = Math.max(-lowest, highest);
  let second = 0, third = 0, fourth = 0;
  for (let i = 0; i < count; i++) {
    const distance = sample[i] - mean;
    const square = distance * distance;
    second += square;
    third += square * distance;
    fourth += square * square;
  }
  return { count, mean, second, third, fourth, largest };
}

/**
 * The sums of two samples together, to rounding those of one sample that holds both.
 *
 * Chan, Golub and LeVeque (1979) for the second power, Pébay, Sandia report SAND2008-6212 (2008),
 * equations 2.1 and 2.2, for the third and fourth: with δ the difference of the means and n = n_a + n_b
 * $$M_2 = M_2^a + M_2^b + \delta^2\,\frac{n_a n_b}{n}$$
 */
export function mergeMomentSums(a: MomentSums, b: MomentSums): MomentSums {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const count = a.count + b.count;
  const delta = b.mean - a.mean;
  // Shares, not counts: a product of three counts would pass 2⁵³.
  const p = a.count / count, q = b.count / count;
  const square = delta * delta;
  return {
    count,
    mean: a.mean + delta * q,
    second: a.second + b.second + square * p * b.count,
    third: a.third + b.third + square * delta * p * q * (a.count - b.count) +
      3 * delta * (p * b.second - q * a.second),
    fourth: a.fourth + b.fourth + square * square * p * b.count * (p * p - p * q + q * q) +
      6 * square * (p * p * b.second + q * q * a.second) +
      4 * delta * (p * b.third - q * a.third),
    largest: Math.max(a.largest, b.largest),
  };
}
