import { checkWhole } from "../check.ts";
import { chunkSize, sharedColumn } from "./columns.ts";
import { askToStop, beat, type Control, waitForMore } from "./control.ts";
import type { MonteCarloJob } from "./job.ts";
import type { MonteCarloResult } from "./result.ts";
import { openRun } from "./run.ts";
import { workerTasks } from "./worker_task.ts";
import { checkShared, startWorker, watchWorkers } from "./worker_watch.ts";

/** Workers that wait for the next run: in the notebook's kernel they take a second to start. */
let pool: readonly Worker[] = [];
/** The run under way; still set when the next begins, where the reader stopped the cell. */
let underWay: Control | undefined;

/**
 * {@linkcode simulate} on workers: as fast as {@linkcode monteCarlo}, but in one piece. The calling
 * thread waits for them, and reports while it waits.
 *
 * This is for notebook cells, where a pending promise cannot be stopped but a waiting loop can. Workers
 * that hear nothing from a stopped cell end themselves after two seconds. The others stay for the next
 * run; {@linkcode dismissWorkers} ends them. A browser's page may not wait like this; its workers may.
 *
 * @param job Market, traders, paths, seed and what to record.
 * @param workers Number of workers; a whole number >= 1.
 * @param report Told the number of paths done, many times a second and at the end. @default {() => {}}
 * @returns What was recorded: the same to the last bit for any number of workers.
 * @throws {RangeError} Where the job or the number of workers is out of range.
 * @throws {Error} Where a worker fails or cannot start.
 *
 * @example
 * ```ts
 * import { dismissWorkers, scenario, simulate, simulateOnWorkers } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const job = { ...scenario("readme"), paths: 3000, seed: 1 };
 * const { traders } = simulateOnWorkers(job, 2);
 * assertEquals([...traders.as.finals.profit], [...simulate(job).traders.as.finals.profit]);
 * dismissWorkers();
 * ```
 */
export function simulateOnWorkers(
  job: MonteCarloJob,
  workers: number,
  report: (done: number) => void = () => {},
): MonteCarloResult {
  checkWhole("run monteCarlo", "workers", workers);
  checkShared();
  const run = openRun(job, sharedColumn);
  const { paths, grid, market } = job;
  const threads = run.plan && workerTasks(run.plan, market.price, workers);
  if (threads) tradeAndWait(threads, paths, report);
  const chunk = chunkSize(grid);
  for (let from = 0; from < paths && (!threads || run.hasPlain); from += chunk) {
    const to = Math.min(from + chunk, paths);
    if (!threads) run.tradeFast(from, to);
    if (run.hasPlain) run.tradePlain(from, to);
    report(to);
  }
  return run.finish();
}

/**
 * Ends the workers that wait for the next run of {@linkcode simulateOnWorkers}; without it they keep a
 * program from ending.
 *
 * @example
 * ```ts
 * import { dismissWorkers } from "@digital-market-maker/lab";
 *
 * dismissWorkers();
 * ```
 */
export function dismissWorkers(): void {
  for (const worker of pool) worker.terminate();
  pool = [];
  underWay = undefined;
}

function tradeAndWait(
  { tasks, control }: NonNullable<ReturnType<typeof workerTasks>>,
  paths: number,
  report: (done: number) => void,
): void {
  if (underWay) dismissWorkers();
  const missing = Math.max(0, tasks.length - pool.length);
  pool = [...pool, ...Array.from({ length: missing }, newWorker)];
  underWay = control;
  beat(control);
  tasks.forEach((task, i) => pool[i].postMessage(task));
  const look = watchWorkers(control);
  try {
    for (let done = look(); done < paths; done = look()) {
      report(done);
      waitForMore(control, done, 100);
      beat(control);
    }
  } catch (error) {
    askToStop(control);
    dismissWorkers();
    throw error;
  }
  underWay = undefined;
  report(paths);
}

function newWorker(): Worker {
  const worker = startWorker();
  // Its failures are told through the shared memory, to a thread that hears no events.
  worker.onerror = (event) => event.preventDefault();
  return worker;
}
