import type { PriceStep } from "../market/price_step.ts";
import { MOST_NORMAL } from "../random/ziggurat.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { CompiledPolicy } from "./compiled_policies.ts";
import {
  COLUMNS,
  FULL,
  GROWING,
  GROWING_LITTLE,
  ITSELF,
  LANES,
  LEAN,
  MID,
  RAISED,
  ROOM,
  ROW,
  STEP,
  TERMS,
  TRACED,
  TRACES,
  WRITTEN,
} from "./kernel/layout.ts";
import { type KernelInstance, newInstance } from "./kernel_module.ts";
import type { Fans } from "./fan.ts";
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
  /** The traders. */
  readonly policies: readonly CompiledPolicy[];
  /** Their columns, in the same order; all record alike. */
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
  readonly trace: (trader: number, path: number, quantity: keyof Fans) => Float64Array;
}

let instance: KernelInstance | undefined;
let loaded: { readonly plan: FastPlan; readonly kernel: Kernel } | undefined;

/** This thread's kernel, with a run's things in it. */
export function loadKernel(plan: FastPlan): Kernel {
  if (loaded?.plan !== plan) {
    instance ??= newInstance();
    loaded = { plan, kernel: putIn(instance, plan) };
  }
  return loaded.kernel;
}

function putIn({ memory, run, named }: KernelInstance, plan: FastPlan): Kernel {
  const { grid: { steps }, keys, policies, recorders } = plan;
  const traders = policies.length, length = steps + 1, recording = recordingOf(recorders);
  const tapes = Math.ceil(named.FREE.value / 64) * 64;
  const terms = tapes + 2 * STEP * length;
  const columns = terms + TERMS * traders;
  const traces = columns + 8 * COLUMNS * ROOM * traders;
  const tables = traces + (recording === TRACED ? 8 * TRACES * length * traders : 0);
  const end = policies.reduce((sum, { rows }) => sum + rows.byteLength, tables);
  if (end > memory.buffer.byteLength) {
    memory.grow(Math.ceil((end - memory.buffer.byteLength) / 65536));
  }
  const { buffer } = memory, integers = new Int32Array(buffer), reals = new Float64Array(buffer);
  integers.set(keys.prices, named.PRICES_KEY.value / 4);
  integers.set(keys.orders, named.ORDERS_KEY.value / 4);
  const told = { steps, traders, recording, tapes, terms, columns, traces, ...priceOf(plan) };
  for (const [name, value] of Object.entries(told)) named[name].value = value;
  // At the start there is nothing, and nothing is written.
  reals.fill(0, traces / 8, tables / 8);
  let table = tables;
  policies.forEach((policy, i) => {
    const { rows, start, leap, crossing, flattening, unusual, fee, both, orderSize } = policy;
    const at = terms + TERMS * i;
    integers.set([table + start, leap, crossing, flattening], at / 4);
    reals.set([fee, both, orderSize / ROW], at / 8 + 2);
    integers[at / 4 + 10] = Number(unusual);
    new Uint8Array(buffer).set(rows, table);
    table += rows.byteLength;
  });
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
      Object.values(finals).forEach((column: Float64Array, i) => {
        const from = columns / 8 + ROOM * (COLUMNS * trader + i);
        if (column.length > 0) column.set(reals.subarray(from, from + paths), at);
      });
    },
    trace(trader, path, quantity) {
      const group = Math.floor(path / LANES), which = quantity === "wealth" ? 0 : 1;
      const column = TRACES * trader + LANES * (2 * group + which) + path % LANES;
      const from = traces / 8 + column * length;
      return reals.subarray(from, from + length);
    },
  };
}

/** What the kernel records: as much as there is room for. */
function recordingOf([recorder]: FastPlan["recorders"]): number {
  if (recorder?.fans) return TRACED;
  return recorder?.finals.stepSharpe.length > 0 ? FULL : LEAN;
}

/** The price's kind and step. */
function priceOf({ initialPrice, priceStep }: FastPlan) {
  if (priceStep === undefined) return { price: WRITTEN };
  const { of, kept, shift, deviation } = priceStep, drawn = { initialPrice, shift, deviation };
  if (of === "price") return { price: ITSELF, start: initialPrice, kept, ...drawn };
  if (kept !== 1) return { price: RAISED, start: Math.log(initialPrice), kept, ...drawn };
  // Where all of the logarithm is kept, only its growth is drawn.
  const isLittle = Math.abs(shift) + deviation * MOST_NORMAL < Math.LN2 / 2;
  return { price: isLittle ? GROWING_LITTLE : GROWING, start: 0, kept: 0, ...drawn };
}
