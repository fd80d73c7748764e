import { checkWhole } from "../check.ts";
import { fitIntensity, type FitIntensityOptions, fitOrNothing } from "./fit_intensity.ts";
import type { ReachSample } from "./reach_sample.ts";
import { tallied } from "./reach_tally.ts";

/** What the largest reaches do to a fit. */
export interface ReachInfluence {
  /** How many of the largest reaches are left out. */
  readonly without: number;
  /** The smallest of those left out, in currency. */
  readonly reach: number;
  /** Scale A fitted without them, in fills/time. */
  readonly scale: number;
  /** Decay k fitted without them, in 1/currency. */
  readonly decay: number;
  /** What leaving out the last of them changed in k, in standard errors of the fit without it. */
  readonly shift: number;
}

/** How {@linkcode reachInfluence} goes about it. */
export interface ReachInfluenceOptions extends FitIntensityOptions {
  /** How many of the largest reaches are left out, one after the other. @default {3} */
  readonly largest?: number;
}

/**
 * One reach may carry a fit: k is the inverse of a mean, and one print ten times too far moves it wherever
 * it likes, with a tight interval around it. So the fit is made again without the largest reach, without
 * the two largest, and so on.
 *
 * In a sample that follows the law, the largest of m reaches moves k by about (ln m)/√m standard errors; by
 * more than two in less than one sample in a hundred.
 *
 * @param sample The sample that was fitted.
 * @param options As the fit's own, and how many reaches.
 * @returns One entry for each number of reaches left out; fewer where no more can be fitted.
 * @throws {RangeError} Where the sample as a whole cannot be fitted, or an option is out of its range.
 */
export function reachInfluence(
  sample: ReachSample,
  { largest = 3, ...options }: ReachInfluenceOptions = {},
): readonly ReachInfluence[] {
  checkWhole("take reachInfluence", "largest", largest);
  let before = fitIntensity(sample, options).decay.value;
  const whole = tallied(sample);
  const { values } = whole.tally;
  const times = whole.tally.times.slice();
  const found: ReachInfluence[] = [];
  let place = values.length - 1;
  for (let without = 1; without <= Math.min(largest, sample.reaches.length); without++) {
    while (times[place] === 0) place--;
    times[place]--;
    const fit = fitOrNothing({ ...whole, tally: { values, times } }, options);
    if (fit === undefined) break;
    const { scale, decay } = fit;
    found.push({
      without,
      reach: values[place],
      scale: scale.value,
      decay: decay.value,
      shift: (decay.value - before) / decay.standardError,
    });
    before = decay.value;
  }
  return found;
}

/** One reach that moves k by more standard errors than this is to be looked at. */
const TOO_MUCH = 2;

/**
 * What is to be said of reaches that carry a fit: nothing, where none moves k by more than two errors.
 *
 * @param influence From {@linkcode reachInfluence}.
 * @returns A sentence for each such reach.
 */
export function suspiciousReaches(influence: readonly ReachInfluence[]): readonly string[] {
  const short = (value: number) => String(Number(value.toPrecision(3)));
  return influence.filter(({ shift }) => Math.abs(shift) > TOO_MUCH).map(
    ({ without, reach, decay, shift }) =>
      `Warning: one reach, ${short(reach)}${
        without === 1 ? ", the largest," : ""
      } alone moves k by ` +
      `${short(Math.abs(shift))} standard errors; without it k is ${short(decay)}. ` +
      "If it is a mistake, a largest reach leaves it out.",
  );
}
