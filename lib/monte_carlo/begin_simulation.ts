import { chunksLeft } from "./chunks.ts";
import { chunkSize } from "./columns.ts";
import { addDone, askToStop, beat, type Control, waitForMore } from "./control.ts";
import { finisher } from "./controlled.ts";
import type { MonteCarloJob } from "./job.ts";
import { bytesOf } from "./memory.ts";
import { endWorkers, leaveWorkers, takeWorkers } from "./pool.ts";
import { partOf, type Progress } from "../progress.ts";
import type { MonteCarloResult } from "./result.ts";
import type { Run } from "./run.ts";
import { openThreads } from "./threads.ts";
import type { Threads } from "./worker_task.ts";
import { doneOf } from "./worker_watch.ts";

/** How `simulate` runs; none of it changes a number of those recorded. */
export interface SimulateOptions {
  /**
   * Number of threads that trade paths; a whole number >= 1. The calling thread is one of them; where it
   * does not wait, with 1 alone. There are no more than two for each core, and none that would have nothing
   * to do. @default {1}
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
 * Begins a run: its workers, if it has any, trade from now on. The answer trades the rest with them, and
 * gives the result. No other run may begin before that.
 */
export function beginSimulation(
  job: MonteCarloJob,
  options: SimulateOptions,
): () => MonteCarloResult {
  const { workers = 1, progress = () => {} } = options;
  const finish = finisher(job, options);
  const { run, threads } = openThreads(job, workers, mayWait);
  const { paths, grid } = job;
  progress(0, paths);
  if (threads) startWorkers(threads);
  return () => {
    const parts = threads && run.hasPlain ? 2 : 1;
    if (threads) tradeWithWorkers(threads.control, run, job, partOf(progress, 0, parts));
    const here = partOf(progress, parts - 1, parts);
    const chunk = chunkSize(grid);
    for (let from = 0; from < paths && (!threads || run.hasPlain); from += chunk) {
      const to = Math.min(from + chunk, paths);
      if (!threads) run.tradeFast(from, to);
      if (run.hasPlain) run.tradePlain(from, to);
      here(to, paths);
    }
    return finish(run);
  };
}

/** Gives all tasks but the first to workers: this thread is one of those asked for. */
function startWorkers({ tasks: [_, ...tasks], control }: Threads): void {
  if (underWay) endWorkers();
  const workers = takeWorkers(tasks.length);
  underWay = control;
  tasks.forEach((task, i) => workers[i].postMessage(task));
}

/** Trades blocks as workers do, until every path is done. */
function tradeWithWorkers(
  control: Control,
  { tradeFast }: Run,
  job: MonteCarloJob,
  progress: Progress,
): void {
  const { paths } = job;
  // The total is told once, at the end: whoever hears it again takes it for another job.
  const tell = () => {
    const done = doneOf(control);
    if (done < paths) progress(done, paths);
    return done;
  };
  try {
    beat(control);
    for (const [from, to] of chunksLeft(control, job)) {
      tradeFast(from, to);
      addDone(control, to - from);
      beat(control);
      tell();
    }
    for (let done = tell(); done < paths; done = tell()) {
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
  leaveWorkers(bytesOf(job));
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
