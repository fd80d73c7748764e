import { sampleMoments } from "../analysis/sample_moments.ts";
import { drawnTape } from "../market/draw.ts";
import { streams } from "../random/streams.ts";
import type { Trader } from "../trading/execution.ts";
import { traded } from "../trading/trade.ts";
import type { NewColumn } from "./columns.ts";
import { blankHistogram, type FanHistogram } from "./fan_histogram.ts";
import type { MonteCarloJob } from "./job.ts";

/** Paths traded beforehand, to learn where wealth lies. */
const PILOT = 32;

/** Room for wealth, with bins where the run's first paths are. */
export function wealthHistogram(
  { market, grid, paths, seed, firstPath = 0 }: MonteCarloJob,
  trader: Trader,
  column: NewColumn,
): FanHistogram {
  const length = grid.steps + 1;
  const { centre, scale, ...rest } = blankHistogram(length, 0, column);
  const random = streams(seed);
  const sessions = Array.from(
    { length: Math.min(PILOT, paths) },
    (_, i) => traded(drawnTape(market, grid, random, firstPath + i), trader),
  );
  for (let n = 0; n < length; n++) {
    const { mean, sd } = sampleMoments(sessions.map(({ wealth }) => wealth[n]));
    centre[n] = mean;
    scale[n] = sd ?? 0;
  }
  // Where the first paths all agree, as before the first fill, the widest of the fan has to do.
  const widest = scale.reduce((a, b) => Math.max(a, b)) || Math.abs(market.price.initialPrice) || 1;
  scale.forEach((sd, n) => scale[n] = sd || widest);
  return { centre, scale, ...rest };
}
