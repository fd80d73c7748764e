import { checkPositive, checkThat } from "../check.ts";
import { normalQuantile } from "./normal_quantile.ts";

/**
 * The quantile of Student's t law: how far an interval from a small sample must reach.
 *
 * The distribution function is a regularised incomplete beta function,
 * $$P(T > t) = \tfrac12 I_x(\nu/2, 1/2), \qquad x = \frac{\nu}{\nu + t^2}$$
 * (Abramowitz and Stegun 26.7.1), whose continued fraction is 26.5.8; the quantile is found by halving a
 * bracket. From a hundred thousand degrees of freedom on it is the normal one with two corrections, 26.7.5.
 *
 * @param level Probability below the quantile, above 0 and below 1.
 * @param freedom Degrees of freedom ν; > 0.
 * @returns The quantile, to ten digits or more.
 * @throws {RangeError} Where the level is not between 0 and 1, or the degrees of freedom not > 0.
 */
export function studentQuantile(level: number, freedom: number): number {
  const action = "take studentQuantile";
  checkThat(action, "level", "above 0 and below 1", level, level > 0 && level < 1);
  checkPositive(action, "freedom", freedom);
  if (freedom >= 1e5) return nearlyNormal(normalQuantile(level), freedom);
  if (level === 0.5) return 0;
  const tail = Math.min(level, 1 - level);
  // In ln t: far quantiles of few degrees of freedom are astronomical.
  let [low, high] = [-700, 700];
  for (let round = 0; round < 200 && high - low > 1e-15 * Math.abs(high); round++) {
    const middle = (low + high) / 2;
    if (upperTail(Math.exp(middle), freedom) > tail) low = middle;
    else high = middle;
  }
  const size = Math.exp((low + high) / 2);
  return level < 0.5 ? -size : size;
}

function nearlyNormal(z: number, freedom: number): number {
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  return z + first / freedom + second / freedom / freedom;
}

/** P(T > t) for t > 0. */
function upperTail(t: number, freedom: number): number {
  const [a, b] = [freedom / 2, 0.5];
  const x = 1 / (1 + t / freedom * t);
  const y = 1 / (1 + freedom / t / t);
  // The continued fraction converges fast on the nearer side of the mean.
  if (x < (a + 1) / (a + b + 2)) return front(a, b, x, y) * fraction(a, b, x) / a / 2;
  return (1 - front(b, a, y, x) * fraction(b, a, y) / b) / 2;
}

/** x^a·y^b/B(a, b), with y = 1 − x. */
function front(a: number, b: number, x: number, y: number): number {
  return Math.exp(a * Math.log(x) + b * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b));
}

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  const safe = (value: number) => Math.abs(value) < tiny ? tiny : value;
  let c = 1;
  let d = 1 / safe(1 - (a + b) * x / (a + 1));
  let value = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    value *= d * c;
    const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

/** ln Γ(x) for x > 0: Stirling's series, from 10 up. */
function logGamma(x: number): number {
  let [shift, z] = [0, x];
  for (; z < 10; z++) shift += Math.log(z);
  const w = 1 / (z * z);
  const series = (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
