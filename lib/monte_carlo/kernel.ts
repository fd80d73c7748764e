import type { PriceStep } from "../market/price_step.ts";
import { MOST_NORMAL } from "../random/ziggurat.ts";
import type { CompiledPolicies } from "./compiled_policies.ts";
import {
  finalsWriter,
  GROUPS,
  LANES,
  OUTCOME,
  TOGETHER,
  type WriteFinals,
} from "./kernel_finals.ts";
import { type KernelExports, newInstance } from "./kernel_module.ts";
import { ROW } from "./policy_rows.ts";

/*
 * The compiled kernel from outside. A thread has one, in memory that grows as runs need it: in it are the
 * traders with their tables, the tapes of eight paths, what came of some groups of eight, and room for
 * traces. Runs that take turns on a thread put their things into it again.
 */

/** Bytes of a grid time on a tape, and where the mid-prices are in it. */
const STEP = 64, MID = 32;
/** Bytes of a trader's terms. */
const TERMS = 64;
/** What is written of paths, by its number in the kernel: profits and inventories, all about their ends, or every grid time. */
const RECORDINGS = { lean: 0, full: 2, traced: 4 };

/** What a run puts into the kernel's memory. */
export interface KernelLoad {
  /** Steps of a path. */
  readonly steps: number;
  /** Key of the stream of prices. */
  readonly pricesKey: Int32Array;
  /** Key of the stream of orders. */
  readonly ordersKey: Int32Array;
  /** Mid-price S_0. */
  readonly initialPrice: number;
  /** How it moves; undefined where the caller writes prices onto the tapes. */
  readonly priceStep: PriceStep | undefined;
  /** The traders and their tables. */
  readonly policies: CompiledPolicies;
  /** What is written of every path. */
  readonly recording: keyof typeof RECORDINGS;
}

/** The kernel with a run's things in it. */
export interface Kernel {
  /** Its memory. */
  readonly buffer: ArrayBuffer;
  /** Places of the two tapes. */
  readonly tapes: readonly number[];
  /** Writes the mid-prices of one of a tape's four paths. */
  readonly writePrices: (tape: number, lane: number, midPrice: Float64Array) => void;
  /** Draws the markets of eight paths, from one on. */
  readonly draw: (path: number) => void;
  /** Trades them for the trader of this number, as the first of the groups. */
  readonly trade: (trader: number) => void;
  /** Draws and trades so many groups for everybody, from a path on. */
  readonly run: (path: number, groups: number) => void;
  /** Writes what so many of the paths came to for a trader, into columns from a place on. */
  readonly writeFinals: WriteFinals;
  /** A path's wealth at every grid time, where it was traced; valid until the next trader. */
  readonly wealth: (path: number) => Float64Array;
  /** Its inventory likewise. */
  readonly inventory: (path: number) => Float64Array;
}

let instance: KernelExports | undefined;
let loaded: { readonly load: KernelLoad; readonly kernel: Kernel } | undefined;

/** This thread's kernel, with a run's things in it. */
export function loadKernel(load: KernelLoad): Kernel {
  if (loaded?.load !== load) {
    instance ??= newInstance();
    loaded = { load, kernel: putIn(instance, load) };
  }
  return loaded.kernel;
}

function putIn(exports: KernelExports, load: KernelLoad): Kernel {
  const { memory, RUN } = exports;
  const { steps, policies: { policies, tables }, initialPrice, priceStep, recording } = load;
  const tapeBytes = STEP * (steps + 1), column = steps + 1;
  const terms = Math.ceil(exports.FREE.value / 64) * 64;
  const outcomes = terms + TERMS * policies.length;
  const tapes = outcomes + 2 * OUTCOME * GROUPS * policies.length, rows = tapes + 2 * tapeBytes;
  const traces = rows + Math.ceil(tables.byteLength / 8) * 8;
  const needed = traces + (recording === "traced" ? 2 * TOGETHER * column * 8 : 0);
  if (needed > memory.buffer.byteLength) {
    memory.grow(Math.ceil((needed - memory.buffer.byteLength) / 65536));
  }
  const { buffer } = memory, integers = new Int32Array(buffer), reals = new Float64Array(buffer);
  integers.set(load.pricesKey, exports.PRICES_KEY.value / 4);
  integers.set(load.ordersKey, exports.ORDERS_KEY.value / 4);
  const numbers = [steps, priceKind(priceStep), policies.length, GROUPS];
  integers.set([...numbers, tapes, terms, outcomes, traces], RUN.value / 4);
  const { kept = 1, shift = 0, deviation = 0, of = "price" } = priceStep ?? {};
  // Where all of the logarithm is kept, only its growth is drawn.
  const start = of === "price" ? initialPrice : kept === 1 ? 0 : Math.log(initialPrice);
  const left = of === "logPrice" && kept === 1 ? 0 : kept;
  reals.set([initialPrice, start, left, shift, deviation], RUN.value / 8 + 4);
  policies.forEach(({ start, leap, crossing, flattening, unusual, fee, both, orderSize }, i) => {
    const at = terms + TERMS * i;
    integers.set([rows + start, leap, crossing, flattening], at / 4);
    reals.set([fee, both, orderSize / ROW], at / 8 + 2);
    integers[at / 4 + 10] = RECORDINGS[recording] + (unusual && recording !== "traced" ? 1 : 0);
  });
  new Uint8Array(buffer).set(tables, rows);
  if (recording === "traced") reals.fill(0, traces / 8, needed / 8);
  const trace = (path: number, which: number) => {
    const group = Math.floor(path / LANES);
    const at = traces / 8 + (2 * LANES * group + LANES * which + path % LANES) * column;
    return reals.subarray(at, at + column);
  };
  return {
    buffer,
    tapes: [tapes, tapes + tapeBytes],
    writePrices(tape, lane, midPrice) {
      const at = (tape + MID) / 8 + lane;
      for (let n = 0; n <= steps; n++) reals[at + STEP / 8 * n] = midPrice[n];
    },
    draw: exports.draw,
    trade: (trader) => exports.trade(trader, 0),
    run: exports.run,
    writeFinals: finalsWriter(buffer, outcomes, policies, steps),
    wealth: (path) => trace(path, 0),
    inventory: (path) => trace(path, 1),
  };
}

/** A price's kind, by its number in `kernel/run.as.ts`. */
function priceKind(step: PriceStep | undefined): number {
  if (step === undefined) return 0;
  const { of, kept, shift, deviation } = step;
  if (of === "price") return 1;
  if (kept !== 1) return 4;
  return Math.abs(shift) + deviation * MOST_NORMAL < Math.LN2 / 2 ? 3 : 2;
}
