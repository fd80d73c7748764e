import { quantileOfSorted } from "../analysis/quantiles.ts";
import { blockSize, type NewColumn } from "./columns.ts";
import { type FanHistogram, quantilesOfHistogram } from "./fan_histogram.ts";
import type { Fan } from "./result.ts";

/** What is collected of one quantity's columns, N + 1 values a path. */
export interface FanColumns {
  /** The first path's column. Sums of distances from it lose no digits where the paths are far from zero. */
  readonly reference: Float64Array;
  /** Sums of distances, for each block of paths. */
  readonly sums: Float64Array;
  /** Sums of squared distances, for each block of paths. */
  readonly squares: Float64Array;
  /** The columns themselves, one grid time after another; empty where they are not kept. */
  readonly kept: Float64Array;
  /** Counts in place of columns, for the quantiles of a long run. */
  readonly histogram?: FanHistogram;
}

/** Both quantities' columns. */
export interface Fans {
  /** Wealth, in currency. */
  readonly wealth: FanColumns;
  /** Inventory, in units. */
  readonly inventory: FanColumns;
}

/** What the quantiles of a fan are made of: nothing, the columns themselves, or counts. */
export type QuantileSource = "none" | "columns" | FanHistogram;

/** Room for so many paths. */
export function blankFan(
  length: number,
  paths: number,
  source: QuantileSource,
  column: NewColumn,
): FanColumns {
  const blocks = Math.ceil(paths / blockSize(paths));
  return {
    reference: column(length),
    sums: column(blocks * length),
    squares: column(blocks * length),
    kept: column(source === "columns" ? length * paths : 0),
    histogram: typeof source === "object" ? source : undefined,
  };
}

/** The first path's columns become the references. */
export function setReference(
  fans: Fans | undefined,
  { wealth, inventory }: Readonly<Record<keyof Fans, Float64Array>>,
): void {
  fans?.wealth.reference.set(wealth);
  fans?.inventory.reference.set(inventory);
}

/** Takes in the column of the run's path number `at`, of so many; a histogram counts it elsewhere. */
export function addToFan(
  { reference, sums, squares, kept }: FanColumns,
  column: Float64Array,
  at: number,
  paths: number,
): void {
  const length = reference.length;
  const first = Math.floor(at / blockSize(paths)) * length;
  for (let n = 0; n < length; n++) {
    const distance = column[n] - reference[n];
    sums[first + n] += distance;
    squares[first + n] += distance * distance;
  }
  if (kept.length === 0) return;
  for (let n = 0; n < length; n++) kept[n * paths + at] = column[n];
}

/** Mean, deviation and quantiles over all paths. */
export function fanOf(columns: FanColumns, paths: number, levels: readonly number[]): Fan {
  const { reference, kept, histogram } = columns;
  const length = reference.length;
  const total = (blocks: Float64Array, n: number) => {
    let sum = 0;
    for (let i = n; i < blocks.length; i += length) sum += blocks[i];
    return sum;
  };
  const mean = new Float64Array(length), sd = new Float64Array(length);
  const quantiles = levels.map(() => new Float64Array(length));
  for (let n = 0; n < length; n++) {
    const sum = total(columns.sums, n), squares = total(columns.squares, n);
    mean[n] = reference[n] + sum / paths;
    sd[n] = Math.sqrt(Math.max(0, squares - sum * sum / paths) / (paths - 1));
    if (levels.length === 0) continue;
    const found = histogram
      ? quantilesOfHistogram(histogram, n, levels)
      : quantilesOfKept(kept.slice(n * paths, (n + 1) * paths), levels);
    found.forEach((value, i) => quantiles[i][n] = value);
  }
  return { mean, sd, quantiles };
}

function quantilesOfKept(values: Float64Array, levels: readonly number[]): number[] {
  const sorted = values.sort();
  return levels.map((level) => quantileOfSorted(sorted, level));
}
