import { firstPlace } from "../numeric/first_place.ts";
import type { Censored, Likelihood } from "./intensity_likelihood.ts";
import type { ReachTally, TalliedSample } from "./reach_tally.ts";

/** Sorts a sample at the threshold, raised where the first-order rule clamps. */
export function censor(
  { tally: { values, times }, silent = 0, dt, time }: Omit<TalliedSample, "per">,
  likelihood: Likelihood,
  asked: number,
): Censored {
  let [count, smallest] = [silent, Infinity];
  for (let i = 0; i < values.length; i++) {
    count += times[i];
    if (times[i] > 0) smallest = Math.min(smallest, values[i]);
  }
  const everyOne = silent === 0 && count > 0 && smallest > asked;
  const raise = everyOne && likelihood === "first-order" && count > 1;
  const threshold = raise ? twentieth({ values, times }, count) : asked;
  // In the exact law the threshold has no say without a censored reach, and far below the reaches it
  // would cost digits. Counts need it: the depths from it to the nearest order saw none.
  const anchor = everyOne && likelihood === "exact" ? smallest : threshold;
  const from = firstPlace(values.length, (place) => values[place] > threshold);
  const tally = { values: values.subarray(from), times: times.subarray(from) };
  let [beyond, sum] = [0, 0];
  for (let i = from; i < values.length; i++) {
    beyond += times[i];
    if (times[i] > 0) sum += times[i] * (values[i] - anchor);
  }
  return { threshold, anchor, tally, beyond, sum, count, dt, time };
}

/** The largest of the smallest twentieth of all reaches. */
function twentieth({ values, times }: ReachTally, count: number): number {
  let place = 0;
  for (let seen = times[0]; seen < Math.ceil(count / 20); seen += times[place]) place++;
  return values[place];
}
