import { priceDrawer, type PriceProcess, stepOf } from "../market/price_process.ts";
import type { PathStream } from "../random/streams.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { CompiledPolicies, CompiledPolicy } from "./compiled_policies.ts";
import { addToFan, setReference } from "./fan.ts";
import { fanBatch } from "./fan_batch.ts";
import { type Kernel, type KernelLoad, loadKernel } from "./kernel.ts";
import { GROUPS, TOGETHER } from "./kernel_finals.ts";
import type { Recorder } from "./recorder.ts";

/** A run of the kernel as numbers alone, so that a worker can be sent it. */
export interface FastPlan {
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** Keys of the streams of prices and of orders. */
  readonly keys: { readonly prices: Int32Array; readonly orders: Int32Array };
  /** Number of the first path. */
  readonly firstPath: number;
  /** Number of paths. */
  readonly paths: number;
  /** The traders' tables. */
  readonly policies: CompiledPolicies;
  /** The traders' columns, in the order of the tables. */
  readonly recorders: readonly Recorder[];
}

/** A plan on one thread. */
export interface FastRun {
  /** Trades the run's paths from one number up to another. */
  readonly trade: (from: number, to: number) => void;
  /** Hands over what this thread kept to itself, once it has traded its last path. */
  readonly settle: () => void;
}

/** Final inventory, in units and up or down, of a path that left a trader's table: the plain loop trades it again. */
export function edgeOf({ edge, orderSize }: CompiledPolicy): number {
  return edge * orderSize;
}

/**
 * Prepares a thread for a plan; the fans' references are already there. A price whose step is no data needs
 * its stream.
 */
export function fastRun(plan: FastPlan, price: PriceProcess, prices?: PathStream): FastRun {
  const { grid, firstPath, paths, policies: { policies }, recorders } = plan;
  const load = loadOf(plan, price), { recording } = load;
  const draw = groupDrawer(grid, price, prices);
  const batches = recorders.map(({ fans }) => ({
    wealth: fanBatch(fans?.wealth.histogram),
    inventory: fanBatch(fans?.inventory.histogram),
  }));
  const addToFans = (kernel: Kernel, i: number, at: number, count: number) => {
    const { finals, fans } = recorders[i];
    for (let path = 0; path < count && fans; path++) {
      if (Math.abs(finals.finalInventory[at + path]) === edgeOf(policies[i])) continue;
      for (const quantity of ["wealth", "inventory"] as const) {
        const column = kernel[quantity](path);
        addToFan(fans[quantity], column, at + path, paths);
        batches[i][quantity].add(column);
      }
    }
  };
  const oneByOne = (kernel: Kernel, at: number, count: number) => {
    draw(kernel, firstPath + at);
    recorders.forEach(({ finals }, i) => {
      kernel.trade(i);
      kernel.writeFinals(i, finals, at, count);
      addToFans(kernel, i, at, count);
    });
  };
  const together = (kernel: Kernel, at: number, count: number) => {
    kernel.run(firstPath + at, Math.ceil(count / TOGETHER));
    recorders.forEach(({ finals }, i) => kernel.writeFinals(i, finals, at, count));
  };
  // A trace is there until the next trader, and prices written by the caller until the next group.
  const single = recording === "traced" || load.priceStep === undefined;
  const most = single ? TOGETHER : TOGETHER * GROUPS, tradeSome = single ? oneByOne : together;
  const trade = (from: number, to: number) => {
    const kernel = loadKernel(load);
    for (let at = from; at < to; at += most) tradeSome(kernel, at, Math.min(most, to - at));
  };
  const settle = () =>
    batches.forEach((batch) => {
      batch.wealth.settle();
      batch.inventory.settle();
    });
  return { trade, settle };
}

/** Makes the plan's first path the reference of every fan. */
export function setReferences(plan: FastPlan, price: PriceProcess, prices: PathStream): void {
  const { grid, firstPath, recorders } = plan;
  if (recorders.every(({ fans }) => fans === undefined)) return;
  const kernel = loadKernel(loadOf(plan, price));
  groupDrawer(grid, price, prices)(kernel, firstPath);
  recorders.forEach(({ fans }, i) => {
    kernel.trade(i);
    setReference(fans, { wealth: kernel.wealth(0), inventory: kernel.inventory(0) });
  });
}

/** What the kernel is told of a plan; every trader is recorded alike. */
function loadOf({ grid, keys, policies, recorders }: FastPlan, price: PriceProcess): KernelLoad {
  const { finals, fans } = recorders[0];
  const lean = finals.stepSharpe.length === 0;
  return {
    steps: grid.steps,
    pricesKey: keys.prices,
    ordersKey: keys.orders,
    initialPrice: price.initialPrice,
    priceStep: stepOf(price, grid.dt),
    policies,
    recording: fans ? "traced" : lean ? "lean" : "full",
  };
}

/**
 * Draws the markets of eight paths, from one on: the same as on the tape, but words in place of reaches. A
 * price whose step is no data writes its own way onto the tape.
 */
export function groupDrawer(
  grid: TimeGrid,
  price: PriceProcess,
  random?: PathStream,
): (kernel: Kernel, first: number) => void {
  if (random === undefined || stepOf(price, grid.dt)) return ({ draw }, first) => draw(first);
  const draw = priceDrawer(price, grid);
  const column = new Float64Array(grid.steps + 1);
  return (kernel, first) => {
    for (let path = 0; path < TOGETHER; path++) {
      random.restart(first + path);
      draw(random, column);
      kernel.writePrices(kernel.tapes[path >> 2], path & 3, column);
    }
    kernel.draw(first);
  };
}
