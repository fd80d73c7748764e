import { blockSize } from "./columns.ts";
import { MOST_KEPT } from "./fan_histogram.ts";
import type { MonteCarloJob } from "./job.ts";

/** Most memory that a run may take, in bytes: 8 GB. */
const MOST_BYTES = 8e9;

/** Bytes a path, with all finals and with profits alone; columns of units take at most eight each. */
const ALL = 7 * 8, PROFIT = 2 * 8;
/** Bytes a step: of a tape with what drew it, and of a session. */
const TAPE = 8 * 8, SESSION = 16 * 8;

/** Refuses a job whose columns would not fit into memory, before anything is made. */
export function checkMemory(job: MonteCarloJob): void {
  const { paths, grid: { steps }, traders } = job;
  const count = Object.keys(traders).length;
  const bytes = bytesOf(job);
  if (bytes <= MOST_BYTES) return;
  const size = (value: number) =>
    `${Number((value / 1e9).toPrecision(2)).toLocaleString("en-US")} GB`;
  const whom = count === 1 ? "a trader" : `${count} traders`;
  throw new RangeError(
    `Cannot simulate ${paths.toLocaleString("en-US")} paths of ${
      steps.toLocaleString("en-US")
    } steps ` +
      `for ${whom} as memory must be at most ${size(MOST_BYTES)}: they need ${
        size(bytes)
      }; ask for ` +
      `fewer, keep less by record, or run parts by firstPath`,
  );
}

/** How much memory a job takes, in bytes: its columns above all. */
export function bytesOf(job: MonteCarloJob): number {
  return TAPE * job.grid.steps + Object.keys(job.traders).length * bytesOfTrader(job);
}

function bytesOfTrader({ paths, grid: { steps }, record = {} }: MonteCarloJob): number {
  const { finals = "all", perStep = false, quantiles = [], sessions = [] } = record;
  const ends = paths * (finals === "all" ? ALL : PROFIT);
  const blocks = Math.ceil(paths / blockSize(paths));
  const sums = perStep || quantiles.length > 0 ? 2 * 2 * 8 * blocks * steps : 0;
  const kept = quantiles.length > 0 ? 2 * 8 * Math.min(paths, MOST_KEPT) * steps : 0;
  return ends + sums + kept + SESSION * steps * sessions.length;
}
