import type { MonteCarloJob } from "../monte_carlo/job.ts";
import type { MonteCarloResult } from "../monte_carlo/result.ts";
import { simulate } from "../monte_carlo/simulate.ts";
import { simulateOnWorkers } from "../monte_carlo/simulate_on_workers.ts";
import { progress } from "./progress.ts";

/** How {@linkcode runMonteCarlo} runs; none of it changes a number. */
export interface RunMonteCarloOptions {
  /** Number of threads that trade paths; with 1 it is the notebook's own. @default {1} */
  readonly workers?: number;
  /** What the progress bar says. @default {"Trading paths"} */
  readonly label?: string;
}

/**
 * Runs a Monte Carlo job in a cell, under a progress bar that moves.
 *
 * The cell waits in one piece, so that Stop ends it at once and the notebook keeps its variables. Workers
 * pay from some tens of millions of steps on: in the kernel the first take a second to start; then they
 * stay for the next run.
 *
 * @param job Market, traders, paths, seed and what to record.
 * @param options Number of workers, and what the bar says.
 * @returns What was recorded: the same to the last bit for any number of workers.
 * @throws {RangeError} Where the job or the number of workers is out of range.
 * @throws {Error} Where a worker fails or cannot start.
 *
 * @example
 * ```ts
 * import { scenario } from "@digital-market-maker/lab";
 * import { runMonteCarlo } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { traders } = runMonteCarlo({ ...scenario("readme"), paths: 100, seed: 1 });
 * assertEquals(traders.as.finals.profit.length, 100);
 * ```
 */
export function runMonteCarlo(
  job: MonteCarloJob,
  { workers = 1, label = "Trading paths" }: RunMonteCarloOptions = {},
): MonteCarloResult {
  const bar = progress(job.paths, label);
  try {
    return workers === 1 ? simulate(job, bar.report) : simulateOnWorkers(job, workers, bar.report);
  } finally {
    bar.finish();
  }
}
