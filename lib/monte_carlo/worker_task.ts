import { type PriceProcess, stepOf } from "../market/price_process.ts";
import { type Control, newControl } from "./control.ts";
import type { FastPlan } from "./fast_run.ts";
import type { WorkerTask } from "./worker.ts";

/**
 * What to send to each of so many workers, and the memory they share; undefined where the price draws its
 * own way, so that this thread has to do the work.
 */
export function workerTasks(
  plan: FastPlan,
  price: PriceProcess,
  workers: number,
): { readonly tasks: readonly WorkerTask[]; readonly control: Control } | undefined {
  const step = stepOf(price, plan.grid.dt);
  if (step === undefined) return undefined;
  const control = newControl(workers);
  const { integers, reals, policies } = plan.policies;
  const shared: FastPlan = {
    ...plan,
    policies: { integers: sharedIntegers(integers), reals: sharedReals(reals), policies },
  };
  const { initialPrice } = price;
  const tasks = Array.from(
    { length: workers },
    (_, worker) => ({ worker, plan: shared, price: { initialPrice, step }, control }),
  );
  return { tasks, control };
}

function sharedIntegers(values: Int32Array): Int32Array {
  const shared = new Int32Array(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}

function sharedReals(values: Float64Array): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}
