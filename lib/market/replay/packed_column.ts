import type { GrowingColumn } from "./growing_column.ts";

/** A growing column whose numbers lie side by side, so that it can be handed on as it is. */
export interface PackedColumn extends GrowingColumn {
  /** All numbers so far: not a copy, but the place where they are kept. */
  readonly values: () => Float64Array<ArrayBuffer>;
}

const PIECE = 16_384;
/** More room than this, 80 GB, cannot even be named; memory ends long before. */
const MOST = 1e10;

/**
 * Makes a packed column. Room for the most is only named at first; memory is taken as numbers come.
 *
 * @param most The most numbers it may hold.
 */
export function packedColumn(most: number): PackedColumn {
  const buffer = new ArrayBuffer(0, { maxByteLength: 8 * Math.min(most, MOST) });
  const column = new Float64Array(buffer);
  let [count, room] = [0, 0];
  return {
    push(value) {
      if (count === room) {
        room = Math.min(most, room + PIECE);
        buffer.resize(8 * room);
      }
      column[count++] = value;
    },
    at: (place) => place < count ? column[place] : undefined,
    set(place, value) {
      column[place] = value;
    },
    length: () => count,
    values: () => column.subarray(0, count),
  };
}
