/**
 * The file a worker runs: the kernel on blocks of paths, taken until none is left.
 *
 * It is sent numbers alone: tables, columns in shared memory, keys of random streams, and the step of the
 * price. So it loads no package, which would take it longer than all the rest.
 *
 * @module
 */

import { chunksLeft } from "./chunks.ts";
import {
  addDone,
  beats,
  type Control,
  FINISHED,
  isStopped,
  MOST_A_LOOK,
  setFailed,
  setStatus,
  WORKING,
} from "./control.ts";
import { fastRun } from "./fast_run.ts";
import type { FastPlan } from "./kernel.ts";
import { shareKernel } from "./kernel_module.ts";

/** What a worker is sent. */
export interface WorkerTask {
  /** The worker's number in the run. */
  readonly worker: number;
  /** The compiled kernel. */
  readonly kernel: WebAssembly.Module;
  /** The run. */
  readonly plan: FastPlan;
  /** The run's shared memory. */
  readonly control: Control;
}

/** Silence after which the caller is gone, in milliseconds; it beats every 100. */
const SILENCE = 2000;

/** Trades blocks while there are any; answers whether somebody is still there to be told. */
function work({ worker, kernel, plan, control }: WorkerTask): boolean {
  shareKernel(kernel);
  const run = fastRun(plan);
  const isGone = silenceDetector(control);
  setStatus(control, worker, WORKING);
  // A chunk is told with the next one: the last only when nothing is kept back any more.
  let untold = 0;
  for (const [from, to] of chunksLeft(control, plan)) {
    addDone(control, untold);
    run.trade(from, to);
    untold = to - from;
    if (isStopped(control)) return true;
    if (isGone()) return false;
  }
  run.settle();
  addDone(control, untold);
  return true;
}

/** Tells whether the caller has been silent for too long, if it ever beat. */
function silenceDetector(control: Control): () => boolean {
  let heard = beats(control), last = performance.now(), silent = 0;
  return () => {
    const now = performance.now(), count = beats(control);
    const isSilent = count === heard && count > 0;
    // A program that was stopped and goes on has been silent for no longer than it worked.
    silent = isSilent ? silent + Math.min(now - last, MOST_A_LOOK) : 0;
    [heard, last] = [count, now];
    return silent > SILENCE;
  };
}

/** A worker's own scope; who imports us by path may check with types that know the main thread's alone. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<WorkerTask>) => void;
  postMessage(message: unknown): void;
  close(): void;
};

scope.onmessage = ({ data }) => {
  const { control, worker } = data;
  try {
    if (!work(data)) {
      setFailed(control, worker, "the caller has been silent for two seconds");
      return scope.close();
    }
    setStatus(control, worker, FINISHED);
  } catch (error) {
    setFailed(control, worker, error instanceof Error ? error.message : String(error));
  }
  scope.postMessage("ended");
};
