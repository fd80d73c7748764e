import { countColumns, type FanHistogram } from "./fan_histogram.ts";

/**
 * One thread's counts for a histogram that all threads share.
 *
 * Adding to shared counts one by one takes three times as long as counting alone and adding all in the
 * end; and columns that wait for others to be counted with them leave the counts in use in the
 * processor's cache, which is worth another half.
 */
export interface FanBatch {
  /** Takes a column. */
  readonly add: (column: Float64Array) => void;
  /** Adds what this thread has counted to the histogram. */
  readonly settle: () => void;
}

/** Most columns that wait. */
const MOST_COLUMNS = 64;
/** Most numbers that wait: a megabyte. */
const MOST_NUMBERS = 2 ** 17;

/** A thread's counts for a histogram; without one it takes no notice. */
export function fanBatch(histogram: FanHistogram | undefined): FanBatch {
  if (histogram === undefined) return { add() {}, settle() {} };
  const length = histogram.centre.length;
  const room = Math.max(1, Math.min(MOST_COLUMNS, Math.floor(MOST_NUMBERS / length)));
  let columns = new Float64Array(), own = histogram, waiting = 0;
  const count = () => {
    countColumns(own, columns, waiting);
    waiting = 0;
  };
  return {
    add(column) {
      if (own === histogram) {
        columns = new Float64Array(room * length);
        own = { ...histogram, counts: new Int32Array(histogram.counts.length) };
      }
      columns.set(column, waiting * length);
      if (++waiting === room) count();
    },
    settle() {
      if (own === histogram) return;
      count();
      own.counts.forEach((paths, at) => {
        if (paths > 0) Atomics.add(histogram.counts, at, paths);
      });
      own.counts.fill(0);
    },
  };
}
