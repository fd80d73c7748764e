import type { TimeGrid } from "../time_grid.ts";

/** Makes a column of zeros; where workers write to it, one that threads share. */
export type NewColumn = (length: number) => Float64Array;

/** Columns of this thread alone. */
export const ownColumn: NewColumn = (length) => new Float64Array(length);

/** Columns that all threads see. */
export const sharedColumn: NewColumn = (length) =>
  new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));

/**
 * Number of paths in one block of a run: what a worker takes at a time, and what is summed on its own.
 *
 * It depends on the number of paths alone, and the blocks' sums are added in order: so the results are
 * the same to the last bit for any number of workers.
 */
export function blockSize(paths: number): number {
  return Math.max(1024, Math.ceil(paths / 1024));
}

/** Steps traded between two reports: some milliseconds' work. */
const STEPS_A_CHUNK = 200_000;

/** Number of paths to trade at a time, so that somebody can be told or stop it in between. */
export function chunkSize({ steps }: TimeGrid): number {
  return Math.max(1, Math.floor(STEPS_A_CHUNK / steps));
}
