import { priceProcessOf } from "../market/price_process_of.ts";
import type { PriceProcess } from "../market/price_process.ts";
import { streams } from "../random/streams.ts";
import { type Control, newControl } from "./control.ts";
import type { FastPlan } from "./fast_run.ts";
import type { WorkerTask } from "./worker.ts";

/**
 * What to send to each of so many workers, and the memory they share; undefined where the price process
 * cannot be built again from its name and parameters, so that this thread has to do the work.
 */
export function workerTasks(
  plan: FastPlan,
  price: PriceProcess,
  workers: number,
): { readonly tasks: readonly WorkerTask[]; readonly control: Control } | undefined {
  if (!canBeRebuilt(plan, price)) return undefined;
  const control = newControl(workers);
  const { integers, reals, policies } = plan.policies;
  const shared: FastPlan = {
    ...plan,
    policies: { integers: sharedIntegers(integers), reals: sharedReals(reals), policies },
  };
  const { name, parameters } = price;
  const tasks = Array.from(
    { length: workers },
    (_, worker) => ({ worker, plan: shared, price: { name, parameters }, control }),
  );
  return { tasks, control };
}

/** Whether a process of this name and these parameters draws the same path: names can be borrowed. */
function canBeRebuilt({ grid, seed, firstPath }: FastPlan, price: PriceProcess): boolean {
  const again = priceProcessOf(price);
  if (again === undefined) return false;
  const [first, second] = [price, again].map((process) => {
    const column = new Float64Array(grid.steps + 1);
    process.draw(grid, streams(seed)("price", firstPath), column);
    return column;
  });
  return first.every((value, n) => Object.is(value, second[n]));
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
