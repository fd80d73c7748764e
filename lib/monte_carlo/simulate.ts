import { chunkSize, ownColumn } from "./columns.ts";
import type { MonteCarloJob } from "./job.ts";
import type { MonteCarloResult } from "./result.ts";
import { openRun } from "./run.ts";

/**
 * Runs a Monte Carlo job to its end, synchronously: every trader on the same tapes.
 *
 * @param job Market, traders, paths, seed and what to record.
 * @param report Told the number of paths done, now and then and at the end. @default {() => {}}
 * @returns What was recorded.
 * @throws {RangeError} Where the job is out of range.
 *
 * @example Both traders of the README meet the same hundred tapes
 * ```ts
 * import { scenario, simulate } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const { traders } = simulate({ ...scenario("readme"), paths: 100, seed: 1 });
 * assertEquals(traders.as.finals.profit.length, 100);
 * ```
 */
export function simulate(
  job: MonteCarloJob,
  report: (done: number) => void = () => {},
): MonteCarloResult {
  const { tradeFast, tradePlain, hasPlain, finish } = openRun(job, ownColumn);
  const { paths, grid } = job;
  const chunk = chunkSize(grid);
  for (let from = 0; from < paths; from += chunk) {
    const to = Math.min(from + chunk, paths);
    tradeFast(from, to);
    if (hasPlain) tradePlain(from, to);
    report(to);
  }
  return finish();
}
