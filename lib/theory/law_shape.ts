import { shaped } from "../kinds.ts";
import { checkWhole } from "../check.ts";
import type { InvertedLaw } from "../numeric/fourier_inversion.ts";
import type { MeanAndDeviation } from "./moments_recorder.ts";

/** The first four moments of a law. */
export interface LawShape extends MeanAndDeviation {
  /** The third central moment over sd³; 0 for a normal law. */
  readonly skewness: number;
  /** The fourth central moment over sd⁴; 3 for a normal law. */
  readonly kurtosis: number;
}

/**
 * Mean, deviation, skewness and kurtosis of a law, by integrating its density.
 *
 * The midpoint rule on a periodic smooth density is exact to rounding with a few hundred points.
 *
 * @param law The law.
 * @param points Number of points. @default {4000}
 * @returns The four moments.
 * @throws {RangeError} Where the number of points is not whole and >= 1.
 *
 * @example The symmetric strategy of the paper has heavy tails
 * ```ts
 * import { exactLaw, lawShape, scenario } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { kurtosis } = lawShape(exactLaw(scenario("paper"), "naive"));
 * assertAlmostEquals(kurtosis, 5.451, 5e-4);
 * ```
 */
export function lawShape(law: InvertedLaw, points = 4000): LawShape {
  shaped("law")("take lawShape", "law", law);
  checkWhole("take lawShape", "points", points);
  const { density, range: [low, high] } = law;
  const h = (high - low) / points;
  const at = Array.from({ length: points }, (_, i) => low + (i + 1 / 2) * h);
  const weights = at.map((x) => density(x) * h);
  const total = weights.reduce((a, b) => a + b, 0);
  const average = (f: (x: number) => number) =>
    at.reduce((sum, x, i) => sum + f(x) * weights[i], 0) / total;
  const middle = (low + high) / 2;
  const mean = middle + average((x) => x - middle);
  const sd = Math.sqrt(average((x) => (x - mean) ** 2));
  return {
    mean,
    sd,
    skewness: average((x) => ((x - mean) / sd) ** 3),
    kurtosis: average((x) => ((x - mean) / sd) ** 4),
  };
}
