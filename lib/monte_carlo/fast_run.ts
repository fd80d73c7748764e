import { priceDrawer, type PriceProcess, stepOf } from "../market/price_process.ts";
import { streamKey } from "../random/stream_key.ts";
import { MOST_NORMAL } from "../random/ziggurat.ts";
import { streams } from "../random/streams.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { CompiledPolicies, CompiledPolicy } from "./compiled_policies.ts";
import { addToFan } from "./fan.ts";
import { fanBatch } from "./fan_batch.ts";
import { type Kernel, type KernelLoad, loadKernel, TOGETHER } from "./kernel.ts";
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

/** Final inventory, in units and up or down, of a path that left a trader's table: the plain loop trades it again. */
export function edgeOf({ edge, orderSize }: CompiledPolicy): number {
  return edge * orderSize;
}

/** Prepares a thread for a plan; the fans' references are already there. */
export function fastRun(plan: FastPlan, price: PriceProcess): FastRun {
  const { grid, seed, firstPath, paths, policies: { policies }, recorders } = plan;
  const load = loadOf(plan);
  const draw = groupDrawer(grid, seed, price);
  const batches = recorders.map(({ fans }) => ({
    wealth: fanBatch(fans?.wealth.histogram),
    inventory: fanBatch(fans?.inventory.histogram),
  }));
  const tradeOne = (kernel: Kernel, i: number, at: number, count: number) => {
    const { finals, fans } = recorders[i];
    const lean = finals.stepSharpe.length === 0;
    kernel.trade(i, fans ? "traced" : lean ? "lean" : "full");
    kernel.writeFinals(finals, at, count);
    for (let path = 0; path < count && fans; path++) {
      if (Math.abs(finals.finalInventory[at + path]) === edgeOf(policies[i])) continue;
      for (const quantity of ["wealth", "inventory"] as const) {
        const column = kernel[quantity](path);
        addToFan(fans[quantity], column, at + path, paths);
        batches[i][quantity].add(column);
      }
    }
  };
  const trade = (from: number, to: number) => {
    const kernel = loadKernel(load);
    for (let at = from; at < to; at += TOGETHER) {
      draw(kernel, firstPath + at);
      const count = Math.min(TOGETHER, to - at);
      for (let i = 0; i < recorders.length; i++) tradeOne(kernel, i, at, count);
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
  const { grid, seed, firstPath, recorders } = plan;
  if (recorders.every(({ fans }) => fans === undefined)) return;
  const kernel = loadKernel(loadOf(plan));
  groupDrawer(grid, seed, price)(kernel, firstPath);
  recorders.forEach((recorder, i) => {
    kernel.trade(i, "traced");
    setReference(recorder, kernel.wealth(0), kernel.inventory(0));
  });
}

function loadOf({ grid: { steps }, seed, policies, recorders }: FastPlan): KernelLoad {
  return {
    steps,
    pricesKey: streamKey(seed, "price"),
    ordersKey: streamKey(seed, "flow"),
    policies,
    traces: recorders.some(({ fans }) => fans !== undefined),
  };
}

/** Draws the markets of eight paths, from one on: the same as on the tape, but words in place of reaches. */
export function groupDrawer(
  grid: TimeGrid,
  seed: string | number,
  price: PriceProcess,
): (kernel: Kernel, first: number) => void {
  const drawPrices = pricesDrawer(price, grid, seed);
  return (kernel, first) => {
    kernel.tapes.forEach((tape, i) => {
      const from = first + i * TOGETHER / 2;
      kernel.exports.drawOrders(tape, grid.steps, from);
      drawPrices(kernel, tape, from);
    });
  };
}

/** A step that is data is the kernel's own; what draws its own way writes its prices onto the tape. */
function pricesDrawer(
  price: PriceProcess,
  grid: TimeGrid,
  seed: string | number,
): (kernel: Kernel, tape: number, from: number) => void {
  const { steps, dt } = grid, { initialPrice } = price, step = stepOf(price, dt);
  if (step === undefined) {
    const random = streams(seed)("price"), draw = priceDrawer(price, grid);
    const column = new Float64Array(steps + 1);
    return ({ writePrices }, tape, from) => {
      for (let lane = 0; lane < TOGETHER / 2; lane++) {
        random.restart(from + lane);
        draw(random, column);
        writePrices(tape, lane, column);
      }
    };
  }
  const { of, kept, shift, deviation } = step;
  const small = Math.abs(shift) + deviation * MOST_NORMAL < Math.LN2 / 2 ? 1 : 0;
  return ({ exports }, tape, from) => {
    if (of === "price") {
      return exports.drawPrices(tape, steps, from, initialPrice, kept, shift, deviation);
    }
    // Where all of the logarithm is kept, only its growth is drawn.
    const [start, left] = kept === 1 ? [0, 0] : [Math.log(initialPrice), kept];
    exports.drawPrices(tape, steps, from, start, left, shift, deviation);
    if (kept === 1) exports.growPrices(small, tape, steps, initialPrice);
    else exports.raisePrices(tape, steps, initialPrice);
  };
}
