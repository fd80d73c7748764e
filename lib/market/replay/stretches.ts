import { firstPlace } from "../../numeric/first_place.ts";

/** Steps from `from` to `to` − 1, counted from 1970, and the place of the first on the tape. */
export interface Stretch {
  /** First step. */
  readonly from: number;
  /** The step after the last. */
  readonly to: number;
  /** Place of the first on the tape. */
  readonly place: number;
}

/** Steps that are left out: those that a gap touches. */
export interface Hole {
  /** First step of them. */
  readonly from: number;
  /** The step after the last. */
  readonly to: number;
}

/** What is left of some steps between holes; on the tape, one step stands for each hole. */
export function stretchesBetween(
  first: number,
  last: number,
  holes: readonly Hole[],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let [start, place] = [first, 0];
  const add = (end: number) => {
    if (end <= start) return;
    stretches.push({ from: start, to: end, place });
    place += end - start + 1;
  };
  for (const { from, to } of holes.toSorted((a, b) => a.from - b.from)) {
    add(Math.min(from, last));
    start = Math.max(start, to);
  }
  add(last);
  return stretches;
}

/** How many steps there are on the tape, those that stand for holes among them. */
export function stepsOn(stretches: readonly Stretch[]): number {
  const end = stretches.at(-1);
  return end === undefined ? 0 : end.place + end.to - end.from;
}

/** The place of a step on the tape, −1 where it was left out. */
export function placesOf(stretches: readonly Stretch[]): (step: number) => number {
  return (step) => {
    const stretch = stretches[firstPlace(stretches.length, (i) => stretches[i].to > step)];
    return stretch && step >= stretch.from ? stretch.place + step - stretch.from : -1;
  };
}
