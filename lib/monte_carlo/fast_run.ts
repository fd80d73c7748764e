import type { CompiledPolicy } from "./compiled_policies.ts";
import { addToFan, setReference } from "./fan.ts";
import { fanBatch } from "./fan_batch.ts";
import { ROOM, TOGETHER } from "./kernel/layout.ts";
import { type FastPlan, type Kernel, loadKernel } from "./kernel.ts";

/** A plan on one thread. */
export interface FastRun {
  /** Makes the plan's first path the reference of every fan; before anybody trades. */
  readonly setReferences: () => void;
  /** Trades the run's paths from one number up to another. */
  readonly trade: (from: number, to: number) => void;
  /** Hands over what this thread kept to itself, once it has traded its last path. */
  readonly settle: () => void;
}

/** Writes the mid-prices of a path. */
export type WritePrices = (path: number, midPrice: Float64Array) => void;

/** Final inventory, in units and up or down, of a path that left a trader's table: the plain loop trades it again. */
export function edgeOf({ edge, orderSize }: CompiledPolicy): number {
  return edge * orderSize;
}

/** Prepares a thread for a plan. A price whose step is no data is written by `writePrices`. */
export function fastRun(plan: FastPlan, writePrices?: WritePrices): FastRun {
  const { grid, priceStep, firstPath, paths, policies, recorders } = plan;
  const midPrice = new Float64Array(grid.steps + 1);
  const run = (at: number, count: number): Kernel => {
    const kernel = loadKernel(plan), first = firstPath + at;
    for (let path = 0; path < TOGETHER && priceStep === undefined; path++) {
      writePrices!(first + path, midPrice);
      kernel.writePrices(path, midPrice);
    }
    kernel.run(first, Math.ceil(count / TOGETHER));
    return kernel;
  };
  const batches = recorders.map(({ fans }) => ({
    wealth: fanBatch(fans?.wealth.histogram),
    inventory: fanBatch(fans?.inventory.histogram),
  }));
  const addToFans = (kernel: Kernel, i: number, at: number, count: number) => {
    const { finals, fans } = recorders[i];
    for (let path = 0; path < count && fans; path++) {
      if (Math.abs(finals.finalInventory[at + path]) === edgeOf(policies[i])) continue;
      for (const quantity of ["wealth", "inventory"] as const) {
        const column = kernel.trace(i, path, quantity);
        addToFan(fans[quantity], column, at + path, paths);
        batches[i][quantity].add(column);
      }
    }
  };
  const hasFans = recorders.some(({ fans }) => fans);
  // Traces, and prices that the caller writes, are those of one group.
  const most = hasFans || priceStep === undefined ? TOGETHER : ROOM;
  return {
    setReferences() {
      if (!hasFans) return;
      const kernel = run(0, 1);
      recorders.forEach(({ fans }, i) => {
        const [wealth, inventory] = [kernel.trace(i, 0, "wealth"), kernel.trace(i, 0, "inventory")];
        setReference(fans, { wealth, inventory });
      });
    },
    trade(from, to) {
      for (let at = from; at < to; at += most) {
        const count = Math.min(most, to - at), kernel = run(at, count);
        recorders.forEach(({ finals }, i) => {
          kernel.copyFinals(i, finals, at, count);
          addToFans(kernel, i, at, count);
        });
      }
    },
    settle() {
      batches.forEach(({ wealth, inventory }) => {
        wealth.settle();
        inventory.settle();
      });
    },
  };
}
