import { checkWhole } from "../check.ts";
import { chunkSize, ownColumn, sharedColumn } from "./columns.ts";
import type { MonteCarloJob } from "./job.ts";
import type { MonteCarloResult } from "./result.ts";
import { openRun, type Run } from "./run.ts";
import { workerTasks } from "./worker_task.ts";
import { checkShared, startWorker, watchWorkers, workersFailed } from "./worker_watch.ts";

/** How {@linkcode monteCarlo} runs; none of it changes a number. */
export interface MonteCarloOptions {
  /** Number of threads that trade paths; a whole number >= 1. With 1 it is the calling thread. @default {1} */
  readonly workers?: number;
  /** Ends the run early; the promise rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Told the number of paths done, now and then and at the end. @default {() => {}} */
  readonly report?: (done: number) => void;
}

/** Milliseconds between two looks at the workers, and for which this thread works without a pause. */
const LOOK = 50;

/**
 * Runs a Monte Carlo job: every trader on the same tapes, on as many threads as asked for.
 *
 * The result is the same to the last bit for any number of workers, and {@linkcode simulate} gives it
 * too, in one piece and without a promise. Workers trade for strategies that do not read the price, on
 * prices of the processes that come with the engine; the calling thread trades the rest.
 *
 * @param job Market, traders, paths, seed and what to record.
 * @param options Number of workers, signal to stop, progress.
 * @returns What was recorded.
 * @throws {RangeError} Where the job is out of range.
 * @throws {Error} Where a worker fails or cannot start.
 *
 * @example Two workers, the same numbers
 * ```ts
 * import { monteCarlo, scenario, simulate } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const job = { ...scenario("readme"), paths: 3000, seed: 1 };
 * const { traders } = await monteCarlo(job, { workers: 2 });
 * assertEquals([...traders.as.finals.profit], [...simulate(job).traders.as.finals.profit]);
 * ```
 */
export async function monteCarlo(
  job: MonteCarloJob,
  { workers = 1, signal, report = () => {} }: MonteCarloOptions = {},
): Promise<MonteCarloResult> {
  checkWhole("run monteCarlo", "workers", workers);
  signal?.throwIfAborted();
  if (workers > 1) checkShared();
  const run = openRun(job, workers > 1 ? sharedColumn : ownColumn);
  const threads = workers > 1 && run.plan
    ? workerTasks(run.plan, job.market.price, workers)
    : undefined;
  if (threads) await tradeOnWorkers(threads, job.paths, signal, report);
  if (!threads || run.hasPlain) {
    const tradeAll = (from: number, to: number) => {
      if (!threads) run.tradeFast(from, to);
      if (run.hasPlain) run.tradePlain(from, to);
      report(to);
    };
    await tradeHere(tradeAll, job, signal);
  }
  report(job.paths);
  return run.finish();
}

/** Trades all paths on this thread, and lets others have a word now and then. */
async function tradeHere(
  trade: Run["tradeFast"],
  { paths, grid }: MonteCarloJob,
  signal?: AbortSignal,
): Promise<void> {
  const chunk = chunkSize(grid);
  let start = performance.now();
  for (let from = 0; from < paths; from += chunk) {
    trade(from, Math.min(from + chunk, paths));
    if (performance.now() - start < LOOK) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    start = performance.now();
  }
}

/** Lets workers trade all paths; they are gone when the promise is settled, however it ends. */
async function tradeOnWorkers(
  { tasks, control }: NonNullable<ReturnType<typeof workerTasks>>,
  paths: number,
  signal: AbortSignal | undefined,
  report: (done: number) => void,
): Promise<void> {
  const pool = tasks.map(startWorker);
  const look = watchWorkers(control);
  let timer: ReturnType<typeof setInterval> | undefined;
  const abort = Promise.withResolvers<never>();
  const onAbort = () => abort.reject(signal!.reason);
  signal?.addEventListener("abort", onAbort);
  try {
    await Promise.race([
      abort.promise,
      new Promise<void>((resolve, reject) => {
        const check = () => {
          try {
            const done = look();
            if (done === paths) resolve();
            else report(done);
          } catch (error) {
            reject(error);
          }
        };
        timer = setInterval(check, LOOK);
        pool.forEach((worker, i) => {
          worker.onmessage = check;
          worker.onerror = (event) => {
            event.preventDefault();
            reject(new Error(workersFailed(event.message)));
          };
          worker.postMessage(tasks[i]);
        });
      }),
    ]);
  } finally {
    clearInterval(timer);
    signal?.removeEventListener("abort", onAbort);
    for (const worker of pool) worker.terminate();
  }
}
