/**
 * From a characteristic function back to a law, as a Fourier series on one period.
 *
 * A few hundred frequencies and a few hundred points are a direct sum of a millisecond, at the points
 * wanted and not on a grid of 2ⁿ: a fast Fourier transform has nothing to add here.
 *
 * @module
 */
import { crossing } from "./crossing.ts";
import { checkFinite, checkPositive, checkShape, checkThat } from "../check.ts";

/** A characteristic function E[e^{iuX}] sampled at u = 0, Δu, 2Δu, …. */
export interface SampledTransform {
  /** Step Δu between frequencies; the law is resolved on a period of 2π/Δu. */
  readonly frequencyStep: number;
  /** Middle of the period, in units of X. */
  readonly centre: number;
  /** Real parts of E[e^{iu(X − centre)}]; the first is the total probability. */
  readonly real: ArrayLike<number>;
  /** Imaginary parts of E[e^{iu(X − centre)}]; the first is 0. */
  readonly imaginary: ArrayLike<number>;
}

/** A law on an interval, outside of which nothing is resolved. */
export interface InvertedLaw {
  /** The interval's ends, in units of X. */
  readonly range: readonly [number, number];
  /** Probability density at a point. */
  readonly density: (x: number) => number;
  /** Probability of a value up to a point, P(X <= x). */
  readonly distribution: (x: number) => number;
  /** The point below which a share `p` of the law lies. */
  readonly quantile: (p: number) => number;
}

/**
 * Inverts a sampled characteristic function.
 *
 * With period L = 2π/Δu around the centre c,
 * $$f(x) = \frac1L\Bigl[1 + 2\,\mathrm{Re}\sum_{j\ge1}\varphi(j\Delta u)\,e^{-ij\Delta u(x-c)}\Bigr]$$
 * and the distribution is its integral, term by term. For a smooth law whose tails end within the period
 * both are exact to rounding once |φ| has died away.
 *
 * @param transform The samples.
 * @returns The law.
 * @throws {RangeError} Where the frequency step is not > 0 or the centre not finite.
 * @throws {TypeError} Where the two columns differ in length.
 */
export function invertTransform(
  { frequencyStep, centre, real, imaginary }: SampledTransform,
): InvertedLaw {
  const action = "build invertTransform";
  checkPositive(action, "frequencyStep", frequencyStep);
  checkFinite(action, "centre", centre);
  const lengths = [real.length, imaginary.length];
  const fit = lengths[0] === lengths[1] && lengths[0] > 0;
  checkThat(action, "lengths of real and imaginary", "equal and > 0", lengths, fit);
  const period = 2 * Math.PI / frequencyStep;
  const range = [centre - period / 2, centre + period / 2] as const;
  const total = real[0];

  const numberIn = (what: string, x: number) =>
    checkShape(`read the ${what}`, "x", "a number", x, typeof x === "number");
  const density = (x: number) => {
    numberIn("density", x);
    if (!(x > range[0] && x < range[1])) return Number.isNaN(x) ? NaN : 0;
    return (total + 2 * series(x - centre, (j, cos, sin) => real[j] * cos + imaginary[j] * sin)) /
      period;
  };
  /** The part of the distribution that wiggles around the straight line. */
  const wiggle = (x: number) =>
    series(x - centre, (j, cos, sin) => (real[j] * sin - imaginary[j] * cos) / j) / Math.PI;
  const atStart = wiggle(range[0]);
  const distribution = (x: number) => {
    numberIn("distribution", x);
    if (!(x > range[0])) return Number.isNaN(x) ? NaN : 0;
    if (x >= range[1]) return total;
    return total * (x - range[0]) / period + wiggle(x) - atStart;
  };

  /** Sums over the frequencies, with cos(ju·x) and sin(ju·x) by rotation. */
  function series(x: number, part: (j: number, cos: number, sin: number) => number): number {
    const [turnCos, turnSin] = [Math.cos(frequencyStep * x), Math.sin(frequencyStep * x)];
    let cos = 1, sin = 0, sum = 0;
    for (let j = 1; j < real.length; j++) {
      [cos, sin] = [cos * turnCos - sin * turnSin, sin * turnCos + cos * turnSin];
      sum += part(j, cos, sin);
    }
    return sum;
  }

  return {
    range,
    density,
    distribution,
    quantile(p) {
      const inside = typeof p === "number" && p > 0 && p < 1;
      checkThat("take quantile", "p", "between 0 and 1", p, inside);
      // By halving: it needs no density, which may vanish.
      return crossing(...range, (x) => distribution(x) < p * total);
    },
  };
}
