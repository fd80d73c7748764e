import { checkThat } from "../check.ts";
import { firstPlace } from "../numeric/first_place.ts";
import type { ReachSample } from "./reach_sample.ts";

/**
 * Distinct reaches, rising, and how often each was seen. Where prices are whole ticks they are few, however long
 * the recording is, and a sample drawn again from them has the same values.
 */
export interface ReachTally {
  /** The reaches. */
  readonly values: Float64Array;
  /** How often each was seen; 0 where a sample drawn again has none. */
  readonly times: Float64Array;
}

/** A sample of reaches as a tally. */
export interface TalliedSample extends Pick<ReachSample, "per" | "silent" | "dt" | "time"> {
  /** The reaches that were listed. */
  readonly tally: ReachTally;
}

/** Tallies the reaches of a sample. */
export function tallied({ per, reaches, silent, dt, time }: ReachSample): TalliedSample {
  const sorted = reaches.toSorted();
  const last = sorted[sorted.length - 1];
  checkThat("tally a sample", "reaches", "numbers", last, sorted.length === 0 || last === last);
  const values = sorted.filter((value, i) => value !== sorted[i - 1]);
  const tally = { values, times: new Float64Array(values.length) };
  for (let i = 0, place = -1; i < sorted.length; i++) {
    if (sorted[i] !== sorted[i - 1]) place++;
    tally.times[place]++;
  }
  return { per, tally, silent, dt, time };
}

/** The place of each reach among the values of a tally that holds it. */
export function placesIn({ values }: ReachTally, reaches: Float64Array): Int32Array<ArrayBuffer> {
  return Int32Array.from(
    reaches,
    (reach) => firstPlace(values.length, (place) => values[place] >= reach),
  );
}
