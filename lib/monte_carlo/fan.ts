import { quantileOfSorted } from "../analysis/quantiles.ts";
import type { Column } from "../trading/session.ts";
import type { Fan } from "./result.ts";

/** Collects one quantity's column of every path and answers its fan. */
export interface FanRecorder {
  /** Takes in one path's column, N + 1 values. */
  readonly add: (column: Column) => void;
  /** Mean, deviation and quantiles over the paths taken in so far. */
  readonly fan: () => Fan;
}

/** A recorder for so many paths; it keeps the columns themselves only where quantiles are asked for. */
export function fanRecorder(length: number, paths: number, levels: readonly number[]): FanRecorder {
  const sum = new Float64Array(length);
  const squares = new Float64Array(length);
  const first = new Float64Array(length);
  const kept = levels.length > 0 ? new Float64Array(length * paths) : undefined;
  let count = 0;
  return {
    add(column) {
      if (count === 0) first.set(column);
      for (let n = 0; n < length; n++) {
        // Sums of distances from the first path lose no digits where the paths are far from zero.
        const distance = column[n] - first[n];
        sum[n] += distance;
        squares[n] += distance * distance;
        if (kept) kept[n * paths + count] = column[n];
      }
      count++;
    },
    fan() {
      const mean = first.map((start, n) => start + sum[n] / count);
      const sd = sum.map((total, n) =>
        Math.sqrt(Math.max(0, squares[n] - total * total / count) / (count - 1))
      );
      const quantiles = levels.map(() => new Float64Array(length));
      for (let n = 0; kept && n < length; n++) {
        const sorted = kept.subarray(n * paths, n * paths + count).sort();
        levels.forEach((level, i) => quantiles[i][n] = quantileOfSorted(sorted, level));
      }
      return { mean, sd, quantiles };
    },
  };
}
