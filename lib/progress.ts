import type { Kind } from "./check.ts";
import { called, maybe } from "./kinds.ts";

/**
 * Is told how far a long job is: how many of how many pieces are done. It hears 0 first and the total last,
 * never counts back, and is called many times a second: `progressBar()` of the notebook's door draws ten
 * times a second at most.
 */
export type Progress = (done: number, total: number) => void;

/** Who is told, or nobody. */
export const progressKind: Kind = maybe(
  called("a function of (done, total), such as progressBar() of the notebook's door"),
);

/** Tells the progress of a part of a job that has so many, one after the other; parts count from 0. */
export function partOf(progress: Progress, part: number, parts: number): Progress {
  return (done, total) => progress(Math.floor((part * total + done) / parts), total);
}
