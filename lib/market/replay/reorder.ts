import type { MarketRow } from "./batch.ts";

/** Puts rows that come interleaved into the order of their numbers. */
export interface Reorder {
  /** Takes a row; gives the one that is due, if one is. */
  readonly push: (row: MarketRow, line: number) => LinedRow | undefined;
  /** The rows left at the end, in order. */
  readonly rest: () => readonly LinedRow[];
}

/** A row with its line. */
export interface LinedRow {
  /** The row. */
  readonly row: MarketRow;
  /** Its line in the file. */
  readonly line: number;
}

/** How many rows wait for one with a smaller number. */
const WAITING = 4096;

/** Makes a buffer of some thousand rows. */
export function reorder(): Reorder {
  let waiting: LinedRow[] = [];
  let from = 0;
  return {
    push(row, line) {
      let place = waiting.length;
      while (place > from && waiting[place - 1].row.id > row.id) place--;
      waiting.splice(place, 0, { row: { ...row }, line });
      if (waiting.length - from <= WAITING) return undefined;
      const due = waiting[from++];
      if (from > WAITING) {
        waiting = waiting.slice(from);
        from = 0;
      }
      return due;
    },
    rest: () => waiting.slice(from),
  };
}
