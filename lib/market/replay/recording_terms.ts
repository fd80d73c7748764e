import { checkNonNegative, checkPositive, checkThat, checkWhole } from "../../check.ts";
import type { ReplayOptions } from "./recording.ts";

/**
 * Checks how a market is to be recorded, and fills in the defaults; step, delay and pause in microseconds.
 *
 * @throws {RangeError} Where an option is out of its range.
 */
export function recordingTerms(action: string, options: ReplayOptions) {
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
  checkPositive(action, "dt", dt);
  checkNonNegative(action, "latency", latency);
  checkWhole(action, "maximumSteps", maximumSteps);
  const step = Math.round(dt * 1e6);
  const exact = step > 0 && Math.abs(step - dt * 1e6) < 1e-6 * step;
  checkThat(action, "dt", "a whole number of microseconds", dt, exact);
  checkNonNegative(action, "orderPause", orderPause);
  if (longestGap !== undefined) checkPositive(action, "longestGap", longestGap);
  checkThat(action, "largestReach", "> 0", largestReach, largestReach > 0);
  if (tick !== undefined) checkPositive(action, "tick", tick);
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
