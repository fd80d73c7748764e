import { having, maybe, number, numbers, shaped, share, text } from "../kinds.ts";
import { checkFinite, checkKeys, checkThat, type Kind } from "../check.ts";
import { firstPlace } from "../numeric/first_place.ts";
import { quantileOf } from "./parameter.ts";
import type { ReachSample } from "./reach_sample.ts";
import { type Likelihood, likelihoodOf } from "./intensity_likelihood.ts";
import { poissonInterval, wilsonInterval } from "./score_interval.ts";

/** What a point of a curve holds. */
export const intensityPoint: Kind = having("a point of intensityCurve()", {
  depth: number,
  intensity: number,
  interval: numbers,
});

/** Where and how {@linkcode intensityCurve} measures. */
export interface IntensityCurveOptions {
  /** Depths, in currency; finite. @default {20, evenly from 0 to the farthest that ten reaches pass} */
  readonly depths?: readonly number[];
  /** How a fill probability becomes an intensity. @default {"exact", or "counting" for orders} */
  readonly likelihood?: Likelihood;
  /** Probability that each interval covers its intensity. @default {0.95} */
  readonly confidence?: number;
}

/** The intensity measured at one depth. */
export interface IntensityPoint {
  /** Depth δ, in currency. */
  readonly depth: number;
  /** Steps or orders that reached beyond it. */
  readonly beyond: number;
  /** Intensity λ(δ), in fills/time; 0 where nothing reached it, Infinity where every step did under the exact rule. */
  readonly intensity: number;
  /** Confidence interval of λ(δ). */
  readonly interval: readonly [number, number];
}

/**
 * The intensity as it is, depth by depth, without any law for its shape: what a fit is held against.
 *
 * Of N steps f reached beyond δ, so a quote there would have been filled in a share f/N; that is λ·dt in
 * the first-order rule, 1 − e^{−λ·dt} in the exact one. Intervals are Wilson's for the share (Journal of the
 * American Statistical Association 22, 1927), and for counts of orders the same idea for a Poisson mean:
 * all rates whose z-score is within the quantile. An exponential intensity is a straight line on a
 * logarithmic axis. Points share their steps, so neighbours err together.
 *
 * @param sample Reaches of steps or orders.
 * @param options Depths, rule, confidence.
 * @returns One point for each depth.
 * @throws {RangeError} Where a depth is not finite or the sample is empty.
 *
 * @example Of four steps, two reached beyond 1
 * ```ts
 * import { intensityCurve, stepReaches, tapeOf } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const tape = tapeOf({ horizon: 2, midPrice: [9, 9, 9], buyReach: [2, 0.5], sellReach: [3, -Infinity] });
 * const [point] = intensityCurve(stepReaches(tape), { depths: [1] });
 * assertAlmostEquals(point.intensity, Math.LN2, 1e-12);
 * ```
 */
export function intensityCurve(
  sample: ReachSample,
  options: IntensityCurveOptions = {},
): IntensityPoint[] {
  const action = "take intensityCurve";
  shaped("sample")(action, "sample", sample);
  checkKeys<IntensityCurveOptions>(action, options, {
    depths: maybe(numbers),
    likelihood: maybe(text),
    confidence: maybe(share),
  });
  const { depths = usualDepths(sample), likelihood, confidence = 0.95 } = options;
  const { reaches, silent = 0, dt, time } = sample;
  const count = reaches.length + silent;
  checkThat(action, "number of reaches", "at least 1", count, count > 0);
  const rule = likelihoodOf(action, sample, likelihood);
  const z = quantileOf(confidence);
  const sorted = reaches.toSorted();
  const intensityOf = (share: number) =>
    rule === "first-order" ? share / dt : -Math.log1p(-share) / dt;
  return depths.map((depth, i) => {
    checkFinite(action, `depths[${i}]`, depth);
    const beyond = sorted.length - firstPlace(sorted.length, (i) => sorted[i] > depth);
    if (rule === "counting") {
      const interval = poissonInterval(beyond, z).map((rate) => rate / time);
      return { depth, beyond, intensity: beyond / time, interval: [interval[0], interval[1]] };
    }
    const [lower, upper] = wilsonInterval(beyond, count, z).map(intensityOf);
    return { depth, beyond, intensity: intensityOf(beyond / count), interval: [lower, upper] };
  });
}

/** Twenty evenly spaced depths from 0 to the farthest that ten reaches pass. */
function usualDepths({ reaches, silent = 0 }: ReachSample): number[] {
  const sorted = reaches.toSorted();
  // Of fewer than eleven steps the least, which is none where one was silent.
  const eleventh = sorted[sorted.length - 11] ?? (silent > 0 ? 0 : sorted[0] ?? 0);
  const farthest = Math.max(eleventh, 0);
  if (farthest === 0) return [0];
  return Array.from({ length: 20 }, (_, i) => farthest * i / 19);
}
