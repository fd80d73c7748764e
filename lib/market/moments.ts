import { firstPlace } from "../numeric/first_place.ts";
import type { Tape } from "./tape.ts";

/** When things happened: what a tape of a recording and a session on it know of the wall clock. */
export type Moments = Pick<Tape, "grid" | "gaps" | "gapLengths" | "start">;

/** What a session keeps of a tape's moments. */
export function momentsOf({ gaps, gapLengths, start }: Moments): Omit<Moments, "grid"> {
  return start === undefined
    ? {}
    : { start, ...(gaps ? { gaps } : {}), ...(gapLengths ? { gapLengths } : {}) };
}

/**
 * The moment at which a step begins, gaps at their full length.
 *
 * @param moments A tape or a session.
 * @param step 0 … N; N is the end of the last.
 * @returns Microseconds since 1970; undefined where nothing was recorded.
 */
export function momentOf(moments: Moments, step: number): number | undefined {
  return moments.start === undefined ? undefined : momentReader(moments, moments.start)(step);
}

/** The moments of all steps, for a start of one's own. */
export function momentReader(
  { grid, gaps, gapLengths }: Omit<Moments, "start">,
  start: number,
): (step: number) => number {
  const own = 1e6 * grid.dt;
  const extra = Array.from(gapLengths ?? [], (length) => 1e6 * length - own);
  const before: number[] = [0];
  extra.forEach((more, i) => before.push(before[i] + more));
  return (step) => {
    const passed = firstPlace(extra.length, (gap) => gaps![gap] >= step);
    return start + Math.round(own * step + before[passed]);
  };
}
