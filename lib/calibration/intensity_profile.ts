import { maybe, positive, shaped, wholeFrom, word } from "../kinds.ts";
import { checkKeys } from "../check.ts";
import { censor } from "./censor.ts";
import type { IntensityFit } from "./fit_intensity.ts";
import { logLikelihood } from "./intensity_likelihood.ts";
import type { ReachSample } from "./reach_sample.ts";
import { tallied } from "./reach_tally.ts";

/** One point of a likelihood profile. */
export interface ProfilePoint {
  /** The parameter's value, in its unit. */
  readonly value: number;
  /** Log-likelihood below its maximum, the other parameter at its best; at most 0. */
  readonly drop: number;
}

/** Which profile {@linkcode intensityProfile} takes. */
export interface IntensityProfileOptions {
  /** The parameter that is held; the other follows. */
  readonly parameter: "scale" | "decay";
  /** Number of points; a whole number >= 2. @default {41} */
  readonly points?: number;
  /** How many standard errors of its logarithm the profile goes to either side; > 0. @default {4} */
  readonly width?: number;
}

/**
 * Profile of the likelihood in A or k: how much worse each value does, the other parameter at its best.
 *
 * Near the maximum it is the parabola −z²/2 that the standard error promises; where it leans, intervals
 * from standard errors lean the wrong way. It crosses −1.92 at the ends of the 95 % likelihood interval.
 *
 * @param sample The sample that was fitted.
 * @param fit Its fit.
 * @param options Parameter, number of points and width.
 * @returns Points from left to right, evenly spaced in the parameter's logarithm.
 * @throws {RangeError} Where an option is out of its range.
 *
 * @example
 * ```ts
 * import {
 *   drawTape,
 *   fitIntensity,
 *   intensityProfile,
 *   scenario,
 *   stepReaches,
 *   streams,
 * } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { market, grid } = scenario("readme", { horizon: 5000, steps: 5000 });
 * const sample = stepReaches(drawTape(market, grid, streams(1)));
 * const fit = fitIntensity(sample, { likelihood: "first-order" });
 * const profile = intensityProfile(sample, fit, { parameter: "decay", points: 3, width: 1.96 });
 * assertAlmostEquals(profile[1].drop, 0, 1e-6);
 * assertAlmostEquals(profile[0].drop, -1.92, 0.05);
 * ```
 */
export function intensityProfile(
  sample: ReachSample,
  fit: IntensityFit,
  options: IntensityProfileOptions,
): ProfilePoint[] {
  const action = "take intensityProfile";
  shaped("sample")(action, "sample", sample);
  shaped("fit")(action, "fit", fit);
  checkKeys<IntensityProfileOptions>(action, options, {
    parameter: word("scale", "decay"),
    points: maybe(wholeFrom(2)),
    width: maybe(positive),
  });
  const { parameter, points = 41, width = 4 } = options;
  const at = logLikelihood(fit.likelihood, censor(tallied(sample), fit.likelihood, fit.threshold));
  const { value, standardError } = fit[parameter];
  const other = fit[parameter === "scale" ? "decay" : "scale"];
  return Array.from({ length: points }, (_, i) => {
    const z = width * (2 * i / (points - 1) - 1);
    const held = value * Math.exp(z * standardError / value);
    const along = (free: number) => parameter === "scale" ? at(held, free) : at(free, held);
    return { value: held, drop: Math.min(0, highest(along, other.value) - fit.logLikelihood) };
  });
}

/** The maximum of a function with one top, over e^{−5} to e^5 times a first guess, by golden section. */
function highest(f: (x: number) => number, guess: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(guess) - 5, Math.log(guess) + 5];
  let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atLeft, atRight] = [f(Math.exp(left)), f(Math.exp(right))];
  for (let round = 0; round < 60; round++) {
    if (atLeft < atRight) {
      [low, left, atLeft] = [left, right, atRight];
      right = low + ratio * (high - low);
      atRight = f(Math.exp(right));
    } else {
      [high, right, atRight] = [right, left, atLeft];
      left = high - ratio * (high - low);
      atLeft = f(Math.exp(left));
    }
  }
  return Math.max(atLeft, atRight);
}
