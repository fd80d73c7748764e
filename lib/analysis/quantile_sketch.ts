import { type Counts, countsOf, mergeCounts } from "./counts.ts";
import { binOf, binRange, type SketchScale } from "./sketch_bins.ts";

/**
 * A sample as counts in bins: its quantiles up to the width of a bin, in memory that hardly grows, and
 * sketches of parts of a sample add up to the sketch of the whole, count for count.
 */
export interface QuantileSketch {
  /** Where the bins are; sketches of different scales do not add up. */
  readonly scale: SketchScale;
  /** Smallest value. */
  readonly lowest: number;
  /** Largest value. */
  readonly highest: number;
  /** The bins that hold values, and how many each of them holds. */
  readonly bins: Counts;
}

/** The sketch of at least one finite number. */
export function quantileSketch(sample: ArrayLike<number>, scale: SketchScale): QuantileSketch {
  const all = new Int32Array(sample.length);
  let lowest = Infinity, highest = -Infinity;
  for (let i = 0; i < sample.length; i++) {
    all[i] = binOf(sample[i], scale.centre, scale.scale, scale.bits);
    if (sample[i] < lowest) lowest = sample[i];
    if (sample[i] > highest) highest = sample[i];
  }
  return { scale, lowest, highest, bins: countsOf(all) };
}

/** The sketch of two samples together, of the same scale. */
export function mergeSketches(a: QuantileSketch, b: QuantileSketch): QuantileSketch {
  return {
    scale: a.scale,
    lowest: Math.min(a.lowest, b.lowest),
    highest: Math.max(a.highest, b.highest),
    bins: mergeCounts(a.bins, b.bins),
  };
}

/**
 * Quantiles of a sketched sample at several levels, in their order; defined as those of
 * {@linkcode quantiles}. The values a quantile lies between are known up to the widths of their bins, so
 * it errs by no more than 2^−bits · (scale + distance from the centre); levels 0 and 1 are exact.
 */
export function quantilesOfSketch(
  { scale, lowest, highest, bins }: QuantileSketch,
  levels: readonly number[],
): number[] {
  const within = (value: number) => Math.min(highest, Math.max(lowest, value));
  const inner = quantilesOfCounts(bins.counts, levels, (at, share) => {
    const [low, high] = binRange(bins.values[at], scale);
    return within(low + share * (high - low));
  });
  return levels.map((level, i) => level === 0 ? lowest : level === 1 ? highest : inner[i]);
}

/**
 * Quantiles of counted values at several levels: `valueAt` tells the value that has so large a share,
 * between 0 and 1, of the counts at a place below it.
 */
export function quantilesOfCounts(
  counts: ArrayLike<number>,
  levels: readonly number[],
  valueAt: (at: number, share: number) => number,
): number[] {
  let total = 0;
  for (let at = 0; at < counts.length; at++) total += counts[at];
  const inOrder = (rank: number) => {
    let at = 0, before = 0;
    while (before + counts[at] <= rank) before += counts[at++];
    return valueAt(at, (rank - before + 0.5) / counts[at]);
  };
  return levels.map((level) => {
    const place = level * (total - 1);
    const rank = Math.floor(place);
    const below = inOrder(rank);
    return place === rank ? below : below + (place - rank) * (inOrder(rank + 1) - below);
  });
}
