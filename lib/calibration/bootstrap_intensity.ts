import { type BootstrapSpread, bootstrapSpread } from "../analysis/bootstrap_spread.ts";
import {
  blockBootstrap,
  blockBootstrapKeys,
  type BlockBootstrapOptions,
} from "../analysis/block_bootstrap.ts";
import { checkKeys, checkThat } from "../check.ts";
import { firstPlace } from "../numeric/first_place.ts";
import {
  fitIntensity,
  fitIntensityKeys,
  type FitIntensityOptions,
  fitOrNothing,
} from "./fit_intensity.ts";
import type { ReachSample } from "./reach_sample.ts";
import { placesIn, tallied } from "./reach_tally.ts";

/** What is fitted, and how samples are drawn. */
export type BootstrapIntensityOptions = FitIntensityOptions & BlockBootstrapOptions;

/** Fits of samples drawn again and again. */
export interface IntensityBootstrap {
  /** Scale A, in fills/time. */
  readonly scale: BootstrapSpread;
  /** Decay k, in 1/currency. */
  readonly decay: BootstrapSpread;
  /** Samples on which the fit exists; the others had next to no fills. */
  readonly fitted: number;
}

/**
 * How A and k scatter when the recorded steps are drawn anew in blocks.
 *
 * The standard errors of {@linkcode fitIntensity} believe the law and the independence of steps; these
 * believe neither, only that blocks are alike and independent. Where the two part, trust these. Both sides
 * of a step are drawn together.
 *
 * @param sample The sample to be fitted.
 * @param options As for {@linkcode fitIntensity}, and how blocks are drawn.
 * @returns Standard errors and percentile intervals.
 * @throws {RangeError} Where an option is out of its range, or hardly any sample can be fitted.
 *
 * @example Where steps are independent, both ways agree
 * ```ts
 * import {
 *   bootstrapIntensity,
 *   drawTape,
 *   fitIntensity,
 *   scenario,
 *   stepReaches,
 *   streams,
 * } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { market, grid } = scenario("readme", { fills: "exact" });
 * const random = streams(1);
 * const sample = stepReaches(drawTape(market, grid, random));
 * const again = bootstrapIntensity(sample, { block: 1, random: random("bootstrap") });
 * const { decay } = fitIntensity(sample);
 * assertAlmostEquals(again.decay.standardError / decay.standardError, 1, 0.15);
 * ```
 */
export function bootstrapIntensity(
  sample: ReachSample,
  options: BootstrapIntensityOptions,
): IntensityBootstrap {
  checkKeys<BootstrapIntensityOptions>("take bootstrapIntensity", options, {
    ...fitIntensityKeys,
    ...blockBootstrapKeys,
  });
  const { likelihood, threshold, confidence = 0.95, replications = 1000 } = options;
  const law = { likelihood, threshold, confidence };
  const near = fitIntensity(sample, law).decay.value;
  const whole = tallied(sample);
  const { values } = whole.tally;
  const { starts, recorded } = byStep(sample);
  const places = placesIn(whole.tally, recorded);
  const looked = lookedAt(sample);
  const times = new Float64Array(values.length);
  const fits = blockBootstrap(sample.steps, options, ({ count, from, to }) => {
    times.fill(0);
    let [listed, seen] = [0, 0];
    for (let i = 0; i < count; i++) {
      const [first, end] = [starts[from[i]], starts[to[i]]];
      for (let reach = first; reach < end; reach++) times[places[reach]]++;
      listed += end - first;
      seen += looked(from[i], to[i]);
    }
    const silent = sample.silent ? seen - listed : 0;
    const fit = fitOrNothing({ ...whole, tally: { values, times }, silent }, law, near);
    return fit && { scale: fit.scale.value, decay: fit.decay.value };
  }).filter((fit) => fit !== undefined);
  const enough = fits.length > replications / 2;
  checkThat("take bootstrapIntensity", "fitted samples", "more than half", fits.length, enough);
  return {
    scale: bootstrapSpread(fits.map(({ scale }) => scale), confidence),
    decay: bootstrapSpread(fits.map(({ decay }) => decay), confidence),
    fitted: fits.length,
  };
}

/** The reaches sorted by step, and where each step begins. */
function byStep({ reaches, step, steps }: ReachSample) {
  const starts = new Int32Array(steps + 1);
  for (const n of step) starts[n]++;
  for (let n = 0, sum = 0; n <= steps; n++) sum += starts[n], starts[n] = sum;
  const recorded = new Float64Array(reaches.length);
  // From the last to the first, each in front of those of its step: what ended a step then begins it.
  for (let i = reaches.length - 1; i >= 0; i--) recorded[--starts[step[i]]] = reaches[i];
  return { starts, recorded };
}

/** How many steps, both sides counted, a sample looked at between two steps: all but the gaps. */
function lookedAt({ reaches, silent = 0, steps, gaps }: ReachSample) {
  const missing = gaps ?? new Int32Array(0);
  const sides = Math.round((reaches.length + silent) / (steps - missing.length));
  if (missing.length === 0) return (from: number, to: number) => sides * (to - from);
  const before = (step: number) => firstPlace(missing.length, (i) => missing[i] >= step);
  return (from: number, to: number) => sides * (to - from - (before(to) - before(from)));
}
