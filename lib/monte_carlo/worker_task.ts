import { type Control, newControl } from "./control.ts";
import type { FastPlan } from "./kernel.ts";
import { kernelModule } from "./kernel_module.ts";
import type { WorkerTask } from "./worker.ts";

/** What workers are sent, and the memory they share. */
export interface Threads {
  /** A task for each worker. */
  readonly tasks: readonly WorkerTask[];
  /** Counters, flags and statuses. */
  readonly control: Control;
}

/**
 * What to send to each of so many workers, and the memory they share; undefined where the price draws its
 * own way, so that this thread has to do the work.
 */
export function workerTasks(plan: FastPlan, workers: number): Threads | undefined {
  if (plan.priceStep === undefined) return undefined;
  const control = newControl(workers);
  const policies = plan.policies.map(({ rows, ...rest }) => ({ ...rest, rows: sharedCopy(rows) }));
  const shared: FastPlan = { ...plan, policies };
  const kernel = kernelModule();
  const tasks = Array.from(
    { length: workers },
    (_, worker) => ({ worker, kernel, plan: shared, control }),
  );
  return { tasks, control };
}

function sharedCopy(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  shared.set(bytes);
  return shared;
}
