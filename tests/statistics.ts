/**
 * Assertions for numbers that carry sampling error: the tolerance is a number of standard errors.
 *
 * At z = 5 an innocent mean fails about once in two million runs; with a fixed seed, never again
 * once seen to pass.
 */
import { AssertionError } from "@std/assert";

/** A mean with its standard error. */
export interface MeanEstimate {
  readonly mean: number;
  readonly standardError: number;
}

/** A standard deviation with its own standard error. */
export interface DeviationEstimate {
  readonly sd: number;
  readonly standardError: number;
}

/** How strict, and what is measured. */
export interface Strictness {
  /** How many standard errors are allowed, default 5. */
  readonly z?: number;
  /** What the number is, for the message. */
  readonly what?: string;
}

/** The sample's mean, with standard error sd/√n (sd with n − 1). */
export function meanOf(sample: ArrayLike<number>): MeanEstimate {
  const { n, mean, m2 } = moments(sample);
  return { mean, standardError: Math.sqrt((m2 * n) / (n - 1) / n) };
}

/**
 * The sample's standard deviation (n − 1), with the standard error that follows from its fourth
 * moment: Var(s²) = (m₄ − s⁴(n − 3)/(n − 1))/n, and se(s) = se(s²)/(2s).
 */
export function deviationOf(sample: ArrayLike<number>): DeviationEstimate {
  const { n, m2, m4 } = moments(sample);
  const variance = (m2 * n) / (n - 1);
  const sd = Math.sqrt(variance);
  const varianceOfVariance = (m4 - variance ** 2 * (n - 3) / (n - 1)) / n;
  return { sd, standardError: sd === 0 ? 0 : Math.sqrt(varianceOfVariance) / (2 * sd) };
}

/** Passes when the mean lies within `z` standard errors (default 5) of `expected`. */
export function assertWithinStandardErrors(
  sample: ArrayLike<number> | MeanEstimate,
  expected: number,
  { z = 5, what = "mean" }: Strictness = {},
): void {
  const { mean, standardError } = "mean" in sample ? sample : meanOf(sample);
  requireNear(mean, standardError, expected, z, what);
}

/** Passes when the standard deviation lies within `z` standard errors (default 5) of `expected`. */
export function assertDeviationWithinStandardErrors(
  sample: ArrayLike<number> | DeviationEstimate,
  expected: number,
  { z = 5, what = "standard deviation" }: Strictness = {},
): void {
  const { sd, standardError } = "sd" in sample ? sample : deviationOf(sample);
  requireNear(sd, standardError, expected, z, what);
}

function requireNear(value: number, se: number, expected: number, z: number, what: string): void {
  if (![value, se, expected, z].every(Number.isFinite) || se < 0 || z <= 0) {
    throw new AssertionError(
      `Cannot compare the ${what}: value ${value}, standard error ${se}, expected ${expected}, z ${z}`,
    );
  }
  const distance = Math.abs(value - expected);
  if (distance <= z * se) return;
  throw new AssertionError(
    `Expected the ${what} within ${z} standard errors of ${expected}: it is ${value}, ` +
      `${(distance / se).toFixed(2)} standard errors (${se.toPrecision(3)} each) away`,
  );
}

function moments(sample: ArrayLike<number>): { n: number; mean: number; m2: number; m4: number } {
  const n = sample.length;
  if (n < 4) throw new AssertionError(`Cannot judge a sample of ${n}: at least 4 are needed`);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += sample[i];
  const mean = sum / n;
  let squares = 0;
  let fourths = 0;
  for (let i = 0; i < n; i++) {
    const square = (sample[i] - mean) ** 2;
    squares += square;
    fourths += square ** 2;
  }
  return { n, mean, m2: squares / n, m4: fourths / n };
}
