import { checkKeys, checkThat } from "../check.ts";
import { chunkSize } from "./columns.ts";
import { finisher } from "./controlled.ts";
import { checkJob, type MonteCarloJob } from "./job.ts";
import { partOf, type Progress, progressKind } from "../progress.ts";
import type { MonteCarloResult } from "./result.ts";
import type { SimulateOptions } from "./simulate.ts";
import { openThreads } from "./threads.ts";
import type { Threads } from "./worker_task.ts";
import { startWorker, watchWorkers, workersFailed } from "./worker_watch.ts";

/** How {@linkcode simulateAsync} runs; none of it changes a number. */
export interface SimulateAsyncOptions extends SimulateOptions {
  /** Ends the run early; the promise rejects with its reason. */
  readonly signal?: AbortSignal;
}

/** Milliseconds between two looks at the workers, and for which this thread works without a pause. */
const LOOK = 50;

/**
 * {@linkcode simulate} for programs and pages that have other things to do meanwhile: a promise of the same
 * numbers, which can be given up.
 *
 * @param job Market, traders, paths, seed and what to record.
 * @param options Number of workers, who is told of progress, and the signal to stop.
 * @returns What was recorded: the same to the last bit as `simulate` gives.
 * @throws {RangeError} Where the job or the number of workers is out of range.
 * @throws {TypeError} Where nothing exact is known of the control.
 * @throws {Error} Where a worker fails or cannot start.
 *
 * @example Two workers, the same numbers
 * ```ts
 * import { scenario, simulate, simulateAsync } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const job = { ...scenario("readme"), paths: 3000, seed: 1 };
 * const { traders } = await simulateAsync(job, { workers: 2 });
 * assertEquals(traders.as.finals.profit, simulate(job).traders.as.finals.profit);
 * ```
 */
export async function simulateAsync(
  job: MonteCarloJob,
  options: SimulateAsyncOptions = {},
): Promise<MonteCarloResult> {
  checkJob(job);
  checkKeys<SimulateAsyncOptions>("simulate", options, {
    signal: true,
    workers: true,
    progress: progressKind,
    control: true,
  });
  const { workers = 1, signal, progress = () => {} } = options;
  const abortable = "an AbortSignal, such as new AbortController().signal";
  const known = signal === undefined || signal instanceof AbortSignal;
  checkThat("simulate", "signal", abortable, signal, known);
  signal?.throwIfAborted();
  const finish = finisher(job, options);
  const { run, threads } = openThreads(job, workers, () => true);
  const { paths } = job;
  progress(0, paths);
  signal?.throwIfAborted();
  const parts = threads && run.hasPlain ? 2 : 1;
  if (threads) await tradeOnWorkers(threads, paths, signal, partOf(progress, 0, parts));
  if (!threads || run.hasPlain) {
    const tradeAll = (from: number, to: number) => {
      if (!threads) run.tradeFast(from, to);
      if (run.hasPlain) run.tradePlain(from, to);
    };
    await tradeHere(tradeAll, job, signal, partOf(progress, parts - 1, parts));
  }
  return finish(run);
}

/** Trades all paths on this thread, and lets others have a word now and then. */
async function tradeHere(
  trade: (from: number, to: number) => void,
  { paths, grid }: MonteCarloJob,
  signal: AbortSignal | undefined,
  progress: Progress,
): Promise<void> {
  const chunk = chunkSize(grid);
  let start = performance.now();
  for (let from = 0; from < paths; from += chunk) {
    const to = Math.min(from + chunk, paths);
    trade(from, to);
    progress(to, paths);
    if (performance.now() - start < LOOK) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    start = performance.now();
  }
}

/** Lets workers trade all paths; they are gone when the promise is settled, however it ends. */
async function tradeOnWorkers(
  { tasks, control }: Threads,
  paths: number,
  signal: AbortSignal | undefined,
  progress: Progress,
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
            if (done === paths) return resolve();
            progress(done, paths);
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
  // Told here, and so once: of workers that finish together, each would.
  progress(paths, paths);
}
