import { checkThat, checkWhole } from "../check.ts";
import { timeGrid } from "../time_grid.ts";
import { momentOf } from "./moments.ts";
import type { Tape } from "./tape.ts";

/**
 * A part of a tape, as a tape of its own: time starts at 0 again.
 *
 * @param tape The tape, of N steps.
 * @param from The first step, 0 … N − 1.
 * @param to The step after the last, from + 1 … N.
 * @returns Steps from … to − 1, with a copy of their numbers.
 * @throws {RangeError} Where the steps are not on the tape.
 */
export function sliceTape(tape: Tape, from: number, to: number): Tape {
  const action = "slice a tape";
  const { grid, midPrice, buyReach, sellReach, gaps, gapLengths } = tape;
  const isWithin = (step: number) => step >= from && step < to;
  const within = gaps?.filter(isWithin).map((step) => step - from);
  const lengths = gapLengths?.filter((_, i) => isWithin(gaps![i]));
  const start = momentOf(tape, from);
  checkWhole(action, "from", from, 0);
  checkWhole(action, "to", to, from + 1);
  checkThat(action, "to", `at most the ${grid.steps} steps`, to, to <= grid.steps);
  return {
    grid: timeGrid({ horizon: (to - from) * grid.dt, steps: to - from }),
    midPrice: midPrice.slice(from, to + 1),
    buyReach: buyReach.slice(from, to),
    sellReach: sellReach.slice(from, to),
    ...(within && within.length > 0 ? { gaps: within } : {}),
    ...(lengths && lengths.length > 0 ? { gapLengths: lengths } : {}),
    ...(start === undefined ? {} : { start }),
  };
}

/**
 * The stretches of a tape between its gaps.
 *
 * @param tape The tape.
 * @param from The first step. @default {0}
 * @param to The step after the last. @default {all steps}
 * @returns First step and step after the last of each stretch, in order.
 */
export function unbroken(
  { grid, gaps }: Pick<Tape, "grid" | "gaps">,
  from = 0,
  to: number = grid.steps,
): (readonly [from: number, to: number])[] {
  const within = [...gaps ?? []].filter((step) => step >= from && step < to);
  const starts = [from, ...within.map((step) => step + 1)];
  return starts.map((start, i) => [start, within[i] ?? to] as const)
    .filter(([start, end]) => end > start);
}
