/** A column of numbers that grows at its end. */
export interface GrowingColumn {
  /** Puts a number at the end. */
  readonly push: (value: number) => void;
  /** The number at a place; undefined beyond the end. */
  readonly at: (place: number) => number | undefined;
  /** Changes the number at a place within. */
  readonly set: (place: number, value: number) => void;
  /** How many there are. */
  readonly length: () => number;
}

const CHUNK = 16_384;

/**
 * Makes a growing column, in chunks: a growing array would need twice the memory while it is copied.
 */
export function growingColumn(): GrowingColumn {
  const chunks: Float64Array[] = [];
  let count = 0;
  const chunkOf = (place: number) => chunks[Math.floor(place / CHUNK)];
  return {
    push(value) {
      if (count % CHUNK === 0) chunks.push(new Float64Array(CHUNK));
      chunks[chunks.length - 1][count++ % CHUNK] = value;
    },
    at: (place) => place < count ? chunkOf(place)[place % CHUNK] : undefined,
    set(place, value) {
      chunkOf(place)[place % CHUNK] = value;
    },
    length: () => count,
  };
}
