import { checkWhole } from "../check.ts";
import { blockSize, ownColumn, sharedColumn } from "./columns.ts";
import type { MonteCarloJob } from "./job.ts";
import { openRun, type Run } from "./run.ts";
import { sayOnce } from "./say_once.ts";
import { type Threads, workerTasks } from "./worker_task.ts";

/** Workers for each core of the machine, of which more gain nothing. */
const MOST_A_CORE = 2;

/** Opens a run on so many workers; `threads` is undefined where the calling thread trades everything. */
export function openThreads(
  job: MonteCarloJob,
  workers: number,
  mayWait: () => boolean,
): { readonly run: Run; readonly threads?: Threads } {
  checkWhole("simulate", "workers", workers);
  const count = workers > 1 ? servingWorkers(workers, job.paths, mayWait) : 1;
  const run = openRun(job, count > 1 ? sharedColumn : ownColumn);
  if (count === 1) return { run };
  const threads = run.plan && workerTasks(run.plan, count);
  if (run.plan && !threads) {
    const { name } = job.market.price;
    sayOnce(`Simulating on the calling thread, as workers cannot draw the price process ${name}`);
  }
  for (const reason of run.plainReasons) sayOnce(`Simulating on the calling thread, as ${reason}`);
  return { run, threads };
}

/** How many of the workers asked for there can be: by shared memory, by cores, and by work. */
function servingWorkers(asked: number, paths: number, mayWait: () => boolean): number {
  const isolated = Reflect.get(globalThis, "crossOriginIsolated") !== false;
  if (!isolated || typeof SharedArrayBuffer === "undefined" || typeof Worker === "undefined") {
    const cure = "a page has to be cross-origin isolated for workers";
    sayOnce(`Simulating on one thread, as threads share no memory here: ${cure}`);
    return 1;
  }
  if (!mayWait()) {
    sayOnce(
      "Simulating on one thread, as a page must not wait for workers: simulateAsync does not",
    );
    return 1;
  }
  const cores = navigator.hardwareConcurrency ?? 1;
  const most = MOST_A_CORE * cores;
  if (asked > most) {
    const machine = cores === 1 ? "a core" : `${cores} cores`;
    sayOnce(`Simulating on ${most} workers, not on ${asked}, as this machine has ${machine}`);
  }
  return Math.min(asked, most, Math.ceil(paths / blockSize(paths)));
}
