import { priceDrawer, type PriceProcess } from "../market/price_process.ts";
import { streams } from "../random/streams.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { CompiledPolicies, CompiledPolicy } from "./compiled_policies.ts";
import { addToFan } from "./fan.ts";
import { fanBatch } from "./fan_batch.ts";
import type { DrawnPath } from "./kernel.ts";
import { traceColumns } from "./kernel_trace.ts";
import { inPairs } from "./pairs.ts";
import { type Recorder, setReference } from "./recorder.ts";

/** A run of the kernel as numbers alone, so that a worker can be sent it. */
export interface FastPlan {
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** The seed. */
  readonly seed: string | number;
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

/** Whether a path has left a trader's table, so that the plain loop must trade it again. */
export function hasLeft(
  { finals }: Recorder,
  { edge, orderSize }: CompiledPolicy,
  at: number,
): boolean {
  return Math.abs(finals.finalInventory[at]) === edge * orderSize;
}

/** Prepares a thread for a plan; the fans' references are already there. */
export function fastRun(plan: FastPlan, price: PriceProcess): FastRun {
  const { grid, firstPath, paths, policies, recorders } = plan;
  const draw = pathDrawer(plan, price);
  const tradeAll = inPairs(
    recorders.map(({ finals }, i) => ({ finals, policy: policies.policies[i] })),
  );
  const wealth = new Float64Array(grid.steps + 1), inventory = new Float64Array(grid.steps + 1);
  const batches = recorders.map(({ fans }) => ({
    wealth: fanBatch(fans?.wealth.histogram),
    inventory: fanBatch(fans?.inventory.histogram),
  }));
  const trade = (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      const drawn = draw(firstPath + at);
      tradeAll(drawn, policies, at);
      recorders.forEach((recorder, i) => {
        const { fans } = recorder, policy = policies.policies[i];
        if (fans === undefined || hasLeft(recorder, policy, at)) return;
        traceColumns(drawn, policies, policy, wealth, inventory);
        addToFan(fans.wealth, wealth, at, paths);
        addToFan(fans.inventory, inventory, at, paths);
        batches[i].wealth.add(wealth);
        batches[i].inventory.add(inventory);
      });
    }
  };
  const settle = () =>
    batches.forEach((batch) => {
      batch.wealth.settle();
      batch.inventory.settle();
    });
  return { trade, settle };
}

/** Makes the plan's first path the reference of every fan. */
export function setReferences(plan: FastPlan, price: PriceProcess): void {
  const { grid, firstPath, policies, recorders } = plan;
  const drawn = pathDrawer(plan, price)(firstPath);
  const wealth = new Float64Array(grid.steps + 1), inventory = new Float64Array(grid.steps + 1);
  recorders.forEach((recorder, i) => {
    traceColumns(drawn, policies, policies.policies[i], wealth, inventory);
    setReference(recorder, wealth, inventory);
  });
}

/** Draws a path's market as numbers: the same as on the tape, but words in place of reaches. */
function pathDrawer({ grid, seed }: FastPlan, price: PriceProcess): (path: number) => DrawnPath {
  const random = streams(seed);
  const prices = random("price"), orders = random("flow");
  const drawPrices = priceDrawer(price, grid);
  const words = new Int32Array(2 * grid.steps), midPrice = new Float64Array(grid.steps + 1);
  return (path) => {
    prices.restart(path);
    orders.restart(path);
    drawPrices(prices, midPrice);
    orders.words(words);
    return { words, midPrice };
  };
}
