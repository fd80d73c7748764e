import { quantilesOfCounts } from "../analysis/quantile_sketch.ts";
import { binOf, binRange } from "../analysis/sketch_bins.ts";
import type { Trader } from "../trading/execution.ts";
import type { NewColumn } from "./columns.ts";
import type { MonteCarloJob } from "./job.ts";

/*
 * Quantiles for every grid time of a long run. Keeping every path's columns would take 4 GB for a million
 * paths of 500 steps, so the paths are counted in bins instead. Counts are whole numbers: threads may add
 * to them in any order, and the sum is the same to the last bit.
 */

/** Most paths whose columns are kept themselves, so that quantiles are exact: 64 KiB a grid time. */
export const MOST_KEPT = 8192;

/** 2⁸ bins in the first scale from the centre: a quantile errs by 1/256 of a deviation at most. */
export const FAN_BITS = 8;
/** Bins on each side of the centre: up to 2¹² scales from it. */
const SIDE = 12 << FAN_BITS;
/** Counts of one grid time. */
const STRIDE = 2 * SIDE;

/** Counts of the values that one quantity has at each grid time. */
export interface FanHistogram {
  /** Counts, STRIDE bins for each grid time. */
  readonly counts: Int32Array;
  /** Where bins are finest, for each grid time. */
  readonly centre: Float64Array;
  /** The bins' scale, for each grid time. */
  readonly scale: Float64Array;
  /** What every value is a multiple of; 0 where they are of any size. */
  readonly unit: number;
}

/** A histogram without counts, bins yet to be placed. */
export function blankHistogram(length: number, unit: number, column: NewColumn): FanHistogram {
  // Two counts take the room of one number; so threads share them wherever they share columns.
  const counts = new Int32Array(column(length * SIDE).buffer);
  return { counts, centre: column(length), scale: column(length), unit };
}

/** Room for inventories: every number of orders up to 2⁸ has a bin of its own, so quantiles are exact. */
export function inventoryHistogram(
  { grid }: MonteCarloJob,
  { execution: { orderSize } }: Trader,
  column: NewColumn,
): FanHistogram {
  const histogram = blankHistogram(grid.steps + 1, orderSize, column);
  // Half an order aside, so that every inventory is in the middle of its bin.
  histogram.centre.fill(-orderSize / 2);
  histogram.scale.fill(orderSize * 2 ** FAN_BITS);
  return histogram;
}

/** Counts so many columns, one after another in `columns`, grid time by grid time. */
export function countColumns(
  { counts, centre, scale }: FanHistogram,
  columns: Float64Array,
  paths: number,
): void {
  const length = centre.length;
  for (let n = 0; n < length; n++) {
    const middle = centre[n], unit = scale[n], first = STRIDE * n + SIDE;
    for (let i = n; i < paths * length; i += length) {
      const bin = binOf(columns[i], middle, unit, FAN_BITS);
      counts[first + Math.max(-SIDE, Math.min(SIDE - 1, bin))]++;
    }
  }
}

/** Quantiles at grid time n; infinite where they lie further out than the bins. */
export function quantilesOfHistogram(
  { counts, centre, scale, unit }: FanHistogram,
  n: number,
  levels: readonly number[],
): number[] {
  const bins = { centre: centre[n], scale: scale[n], bits: FAN_BITS };
  const here = counts.subarray(STRIDE * n, STRIDE * (n + 1));
  return quantilesOfCounts(here, levels, (at, share) => {
    if (at === 0) return -Infinity;
    if (at === STRIDE - 1) return Infinity;
    const [low, high] = binRange(at - SIDE, bins);
    // Adding 0 makes zero of minus zero.
    if (unit > 0) return Math.round((low + high) / 2 / unit) * unit + 0;
    return low + share * (high - low);
  });
}
