import { checkKeys } from "../check.ts";
import { chunkSize } from "./columns.ts";
import { askToStop, beat, type Control, waitForMore } from "./control.ts";
import { finisher } from "./controlled.ts";
import { checkJob, type MonteCarloJob } from "./job.ts";
import { endWorkers, leaveWorkers, takeWorkers } from "./pool.ts";
import { checkProgress, partOf, type Progress, progressKind } from "../progress.ts";
import type { MonteCarloResult } from "./result.ts";
import { openThreads } from "./threads.ts";
import type { Threads } from "./worker_task.ts";
import { watchWorkers } from "./worker_watch.ts";

/** How {@linkcode simulate} runs; none of it changes a number of those recorded. */
export interface SimulateOptions {
  /**
   * Number of threads that trade paths; a whole number >= 1. With 1 it is the calling thread. There are no
   * more than two for each core, and none that would have nothing to do. @default {1}
   */
  readonly workers?: number;
  /** Told how many paths of how many are done, such as `progressBar()` of the notebook's door. @default {() => {}} */
  readonly progress?: Progress;
  /**
   * Short name of a trader whose mean profit is known exactly: the means of the others are then told with the
   * noise taken out that they share with it, as `controlled`. It must not read the price; where the flow has a
   * memory or looks at prices, it trades the memoryless flow that this one is coupled to. @default {none}
   */
  readonly control?: string;
}

/** The run under way; still set when the next begins, where the reader stopped the cell. */
let underWay: Control | undefined;

/**
 * Runs a Monte Carlo job: every trader on the same tapes, on as many threads as asked for.
 *
 * It returns when the last path is traded. A cell of a notebook that calls it can be stopped, and keeps its
 * variables; workers that hear nothing from a stopped cell end themselves after two seconds. A program that
 * has other things to do meanwhile takes {@linkcode simulateAsync}.
 *
 * Workers trade for strategies that do not read the price, on prices whose step is data; the calling thread
 * trades the rest and says so, once. Where threads share no memory, as in a page that is not cross-origin
 * isolated, or where a page must not wait, it trades everything.
 *
 * @param job Market, traders, paths, seed and what to record.
 * @param options Number of workers, and who is told of progress.
 * @returns What was recorded: the same to the last bit for any number of workers.
 * @throws {RangeError} Where the job or the number of workers is out of range.
 * @throws {TypeError} Where nothing exact is known of the control.
 * @throws {Error} Where a worker fails or cannot start.
 *
 * @example Both traders of the README meet the same three thousand tapes
 * ```ts
 * import { scenario, simulate } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const job = { ...scenario("readme"), paths: 3000, seed: 1 };
 * const { traders } = simulate(job);
 * assertEquals(traders.as.finals.profit.length, 3000);
 *
 * const again = simulate(job, { workers: 2 });
 * assertEquals(again.traders.as.finals.profit, traders.as.finals.profit);
 * ```
 *
 * @example A strategy that reads the price, controlled by one whose mean is known
 * ```ts
 * import { avellanedaStoikov, scenario, simulate } from "@digital-market-maker/lab";
 * import { assert } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("toxic");
 * const strategy = avellanedaStoikov({
 *   prices: "geometric",
 *   riskAversion: 0.01,
 *   volatility: 0.015,
 *   decay: 1.5,
 *   spread: "readme",
 *   timeLeft: { constant: 1 },
 * });
 * const reader = { ...traders.as, strategy };
 * const job = { market, grid, traders: { as: traders.as, reader }, paths: 500, seed: 1 };
 * const { controlled } = simulate(job, { control: "as" }).traders.reader;
 * // As narrow as ten times as many paths make it.
 * assert(controlled!.pathsSaved > 0.9);
 * ```
 */
export function simulate(job: MonteCarloJob, options: SimulateOptions = {}): MonteCarloResult {
  checkJob(job);
  checkKeys<SimulateOptions>("simulate", options, {
    workers: true,
    progress: progressKind,
    control: true,
  });
  const { workers = 1, progress = () => {} } = options;
  checkProgress("simulate", progress);
  const finish = finisher(job, options);
  const { run, threads } = openThreads(job, workers, mayWait);
  const { paths, grid } = job;
  progress(0, paths);
  const parts = threads && run.hasPlain ? 2 : 1;
  if (threads) waitForWorkers(threads, paths, partOf(progress, 0, parts));
  const here = partOf(progress, parts - 1, parts);
  const chunk = chunkSize(grid);
  for (let from = 0; from < paths && (!threads || run.hasPlain); from += chunk) {
    const to = Math.min(from + chunk, paths);
    if (!threads) run.tradeFast(from, to);
    if (run.hasPlain) run.tradePlain(from, to);
    here(to, paths);
  }
  return finish(run);
}

/** Lets workers trade all paths, and waits for them in this thread. */
function waitForWorkers({ tasks, control }: Threads, paths: number, progress: Progress): void {
  if (underWay) endWorkers();
  const workers = takeWorkers(tasks.length);
  underWay = control;
  beat(control);
  tasks.forEach((task, i) => workers[i].postMessage(task));
  const look = watchWorkers(control);
  try {
    for (let done = look(); done < paths; done = look()) {
      progress(done, paths);
      waitForMore(control, done, 100);
      beat(control);
    }
  } catch (error) {
    askToStop(control);
    endWorkers();
    throw error;
  } finally {
    underWay = undefined;
  }
  leaveWorkers();
  progress(paths, paths);
}

/** Whether this thread may wait for others: a page's may not. */
function mayWait(): boolean {
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 1, 0);
    return true;
  } catch {
    return false;
  }
}
