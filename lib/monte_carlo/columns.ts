import type { TimeGrid } from "../time_grid.ts";

/** Makes a column of zeros; where workers write to it, one that threads share. */
export type NewColumn = (length: number) => Float64Array;

/** Columns of this thread alone. */
export const ownColumn: NewColumn = (length) => new Float64Array(length);

/** Columns that all threads see. */
export const sharedColumn: NewColumn = (length) =>
  new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));

/** A column of units: a Float32Array where that holds them exactly, else a Float64Array. */
export interface PathColumn extends Iterable<number> {
  /** Number of values. */
  readonly length: number;
  /** The values by number, from 0. */
  [at: number]: number;
  /** Folds the values into one, as arrays do. */
  reduce(fold: (folded: number, value: number) => number): number;
  /** The same from a beginning. */
  reduce(fold: (folded: number, value: number) => number, initial: number): number;
}

/**
 * Makes columns of units in half the room, where all multiples of an order's size that a session can come
 * to have a float32 of their own: ten million paths with everything about them then take 0.4 GB a trader.
 */
export function unitsColumn(
  column: NewColumn,
  orderSize: number,
  { steps }: TimeGrid,
): (length: number) => PathColumn {
  // Sixteenths of a unit, of which two orders a step are filled at most.
  const sixteenths = 16 * orderSize;
  if (!Number.isInteger(sixteenths) || 2 * steps * sixteenths > 2 ** 24) return column;
  return (length) => new Float32Array(column(Math.ceil(length / 2)).buffer, 0, length);
}

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
  return Math.max(1, Math.floor(STEPS_A_CHUNK / steps / 8)) * 8;
}
