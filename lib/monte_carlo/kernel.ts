import type { PriceStep } from "../market/price_step.ts";
import { MOST_NORMAL } from "../random/ziggurat.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { CompiledPolicies } from "./compiled_policies.ts";
import { COLUMNS, LANES, MID, ROOM, ROW, STEP, TERMS, TOGETHER } from "./kernel/layout.ts";
import { type KernelExports, newInstance, type Told } from "./kernel_module.ts";
import type { Recorder } from "./recorder.ts";
import type { Finals } from "./result.ts";

/*
 * The compiled kernel from outside. A thread has one, in memory that grows as runs need it. Runs that take
 * turns on a thread put their things into it again.
 */

/** A run of the kernel as numbers alone, so that a worker can be sent it. */
export interface FastPlan {
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** Keys of the streams of prices and of orders. */
  readonly keys: { readonly prices: Int32Array; readonly orders: Int32Array };
  /** Mid-price S_0. */
  readonly initialPrice: number;
  /** How it moves; undefined where the caller writes the prices. */
  readonly priceStep: PriceStep | undefined;
  /** Number of the first path. */
  readonly firstPath: number;
  /** Number of paths. */
  readonly paths: number;
  /** The traders' tables. */
  readonly policies: CompiledPolicies;
  /** The traders' columns, in the order of the tables; all record alike. */
  readonly recorders: readonly Recorder[];
}

/** The kernel with a run's things in it. */
export interface Kernel {
  /** Its memory. */
  readonly buffer: ArrayBuffer;
  /** Place of the two tapes, one behind the other. */
  readonly tapes: number;
  /** Draws and trades so many groups of eight paths for every trader, from a path on. */
  readonly run: (path: number, groups: number) => void;
  /** Writes the mid-prices of one of eight paths, before they are run. */
  readonly writePrices: (path: number, midPrice: Float64Array) => void;
  /** Copies what so many of the paths came to for a trader into its columns, from a place on. */
  readonly copyFinals: (trader: number, finals: Finals, at: number, paths: number) => void;
  /** One of eight paths' wealth or inventory at every grid time, where that is recorded; valid until the next run. */
  readonly trace: (
    trader: number,
    path: number,
    quantity: "wealth" | "inventory",
  ) => Float64Array<ArrayBuffer>;
}

/** Columns of finals, in the kernel's order. */
const FINALS: readonly (keyof Finals)[] = [
  "profit",
  "finalInventory",
  "lowestInventory",
  "highestInventory",
  "takerUnits",
  "takerTrades",
  "stepSharpe",
];

let instance: KernelExports | undefined;
let loaded: { readonly plan: FastPlan; readonly kernel: Kernel } | undefined;

/** This thread's kernel, with a run's things in it. */
export function loadKernel(plan: FastPlan): Kernel {
  if (loaded?.plan !== plan) {
    instance ??= newInstance();
    loaded = { plan, kernel: putIn(instance, plan) };
  }
  return loaded.kernel;
}

function putIn(exports: KernelExports, plan: FastPlan): Kernel {
  const { memory, run } = exports;
  const { grid: { steps }, keys, policies: { policies, tables }, recorders } = plan;
  const count = policies.length, length = steps + 1;
  const traced = recorders.some(({ fans }) => fans),
    full = recorders[0]?.finals.stepSharpe.length > 0;
  const tapes = Math.ceil(exports.FREE.value / 64) * 64;
  const terms = tapes + 2 * STEP * length;
  const columns = terms + TERMS * count;
  const rows = columns + 8 * COLUMNS * ROOM * count;
  const traces = rows + Math.ceil(tables.byteLength / 8) * 8;
  const end = traces + (traced ? 16 * TOGETHER * length * count : 0);
  if (end > memory.buffer.byteLength) {
    memory.grow(Math.ceil((end - memory.buffer.byteLength) / 65536));
  }
  const { buffer } = memory, integers = new Int32Array(buffer), reals = new Float64Array(buffer);
  integers.set(keys.prices, exports.PRICES_KEY.value / 4);
  integers.set(keys.orders, exports.ORDERS_KEY.value / 4);
  const told: Readonly<Record<Told, number>> = {
    ...{ steps, traders: count, recording: traced ? 2 : full ? 1 : 0 },
    ...{ tapes, terms, columns, traces },
    ...priceOf(plan),
  };
  for (const name of Object.keys(told) as Told[]) exports[name].value = told[name];
  policies.forEach(({ start, leap, crossing, flattening, unusual, fee, both, orderSize }, i) => {
    const at = terms + TERMS * i;
    integers.set([rows + start, leap, crossing, flattening], at / 4);
    reals.set([fee, both, orderSize / ROW], at / 8 + 2);
    integers[at / 4 + 10] = Number(unusual);
  });
  new Uint8Array(buffer).set(tables, rows);
  if (traced) reals.fill(0, traces / 8, end / 8);
  return {
    buffer,
    tapes,
    run,
    writePrices(path, midPrice) {
      const tape = tapes + STEP * length * Math.floor(path / LANES);
      const first = (tape + MID) / 8 + path % LANES;
      for (let n = 0; n <= steps; n++) reals[first + STEP / 8 * n] = midPrice[n];
    },
    copyFinals(trader, finals, at, paths) {
      for (const [i, name] of FINALS.entries()) {
        const from = columns / 8 + ROOM * (COLUMNS * trader + i);
        const column = finals[name] as Float64Array;
        if (column.length > 0) column.set(reals.subarray(from, from + paths), at);
      }
    },
    trace(trader, path, quantity) {
      const group = Math.floor(path / LANES), which = quantity === "wealth" ? 0 : 1;
      const column = LANES * (2 * group + which) + path % LANES;
      const from = traces / 8 + (2 * TOGETHER * trader + column) * length;
      return reals.subarray(from, from + length);
    },
  };
}

/** The price's kind and step, as `kernel/memory.as.ts` has them. */
function priceOf({ initialPrice, priceStep }: FastPlan) {
  const { of = "price", kept = 1, shift = 0, deviation = 0 } = priceStep ?? {};
  const rest = { initialPrice, shift, deviation };
  if (of === "price") return { price: priceStep ? 1 : 0, start: initialPrice, kept, ...rest };
  // Where all of the logarithm is kept, only its growth is drawn.
  if (kept === 1) {
    const little = Math.abs(shift) + deviation * MOST_NORMAL < Math.LN2 / 2;
    return { price: little ? 2 : 3, start: 0, kept: 0, ...rest };
  }
  return { price: 4, start: Math.log(initialPrice), kept, ...rest };
}
