import { listOf } from "../kinds.ts";
import { checkThat } from "../check.ts";
import { type IntensityPoint, intensityPoint } from "./intensity_curve.ts";
import { type FittedParameter, positiveParameter, quantileOf } from "./parameter.ts";

/** A and k from a straight line through log intensities. */
export interface LogLinearFit {
  /** Scale A, in fills/time. */
  readonly scale: FittedParameter;
  /** Decay k, in 1/currency; its sign is the slope's, turned. */
  readonly decay: FittedParameter;
  /** Number of points on the line; those with no fill have no logarithm and are lost. */
  readonly points: number;
}

/**
 * The popular recipe: a least-squares line through ln λ(δ) against δ, with A from its height and k from
 * its slope.
 *
 * It is here to be compared. It weighs ten fills as much as ten thousand and drops depths without a fill,
 * so that the far end looks too busy and k comes out too small; it scatters more than twice as much as
 * {@linkcode fitIntensity}; and its standard errors take points that share their steps for independent
 * ones, so its 95 % intervals cover k in well under half of all samples.
 *
 * @param curve Intensities by depth, from {@linkcode intensityCurve}.
 * @returns A and k, with the standard errors that such a line reports.
 * @throws {RangeError} Where fewer than three depths have a finite intensity above 0.
 *
 * @example Points that lie on a line
 * ```ts
 * import { fitLogLinear } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const curve = [0, 1, 2].map((depth) => {
 *   const intensity = 0.9 * Math.exp(-1.5 * depth);
 *   return { depth, beyond: 9, intensity, interval: [intensity, intensity] as const };
 * });
 * const { scale, decay } = fitLogLinear(curve);
 * assertAlmostEquals(scale.value, 0.9, 1e-12);
 * assertAlmostEquals(decay.value, 1.5, 1e-12);
 * ```
 */
export function fitLogLinear(curve: readonly IntensityPoint[]): LogLinearFit {
  listOf("points of intensityCurve()", intensityPoint)("take fitLogLinear", "curve", curve);
  const points = curve.filter(({ intensity }) => intensity > 0 && intensity < Infinity);
  const n = points.length;
  checkThat("take fitLogLinear", "number of depths with fills", "at least 3", n, n >= 3);
  const mean = (of: (point: IntensityPoint) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / n;
  const log = ({ intensity }: IntensityPoint) => Math.log(intensity);
  const [x, y] = [mean(({ depth }) => depth), mean(log)];
  const square = mean(({ depth }) => (depth - x) ** 2);
  checkThat("take fitLogLinear", "the depths", "not all the same", x, square > 0);
  const decay = -mean((point) => (point.depth - x) * (log(point) - y)) / square;
  const height = y + decay * x;
  const noise = mean((point) => (log(point) - height + decay * point.depth) ** 2) / (n - 2);
  const slopeError = Math.sqrt(noise / square);
  return {
    scale: positiveParameter(Math.exp(height), Math.sqrt(noise * (1 + x * x / square)), 0.95),
    decay: {
      value: decay,
      standardError: slopeError,
      interval: [decay - quantileOf(0.95) * slopeError, decay + quantileOf(0.95) * slopeError],
    },
    points: n,
  };
}
