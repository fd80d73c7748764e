import { checkKeys, checkThat, type KeysOf } from "../../check.ts";
import { flag, maybe, nonNegative, number, positive, wholeFrom } from "../../kinds.ts";
import type { ReplayOptions } from "./recording.ts";

/** How a market may be recorded. */
export const recordingKeys: KeysOf<ReplayOptions> = {
  dt: positive,
  latency: maybe(nonNegative),
  maximumSteps: maybe(wholeFrom(1)),
  orderPause: maybe(nonNegative),
  longestGap: maybe(positive),
  largestReach: maybe(number),
  tick: maybe(positive),
  orders: maybe(flag),
};

/**
 * Checks how a market is to be recorded, and fills in the defaults; step, delay and pause in microseconds.
 *
 * @throws {RangeError} Where an option is out of its range.
 */
export function recordingTerms(action: string, options: ReplayOptions) {
  checkKeys<ReplayOptions>(action, options, recordingKeys);
  const {
    dt,
    latency = 0,
    maximumSteps = 3_000_000,
    orderPause = 0.001,
    longestGap,
    largestReach = Infinity,
    tick,
    orders = false,
  } = options;
  const step = Math.round(dt * 1e6);
  const exact = step > 0 && Math.abs(step - dt * 1e6) < 1e-6 * step;
  checkThat(action, "dt", "a whole number of microseconds", dt, exact);
  checkThat(action, "largestReach", "> 0", largestReach, largestReach > 0);
  return {
    dt,
    step,
    delay: Math.round(latency * 1e6),
    maximumSteps,
    orderPause: Math.round(orderPause * 1e6),
    longestGap,
    largestReach,
    tick,
    orders,
  };
}
