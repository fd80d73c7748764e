import { layers } from "../random/ziggurat.ts";
import type { CompiledPolicies, CompiledPolicy } from "./compiled_policies.ts";
import { sharpeOfSums } from "./finals.ts";
import { WASM } from "./kernel/kernel.wasm.ts";
import { ROW } from "./policy_rows.ts";
import type { Finals } from "./result.ts";

/*
 * The compiled kernel from outside. A thread has one, in memory that grows as runs need it: in it are the
 * traders with their tables, the tapes of eight paths, and room for traces. Runs that take turns on a
 * thread put their things into it again.
 */

/** Paths that go through the kernel together: two groups of four, a tape each. */
export const TOGETHER = 8;
const LANES = 4;

/** Bytes of a grid time on a tape, and where the mid-prices are in it. */
const STEP = 64, MID = 32;
/** Bytes of a trader's terms. */
const TERMS = 64;
/** Bytes of what a group came to, and where the numbers are in it; `kernel/move.as.ts` writes them. */
const GROUP = 144, SQUARES = 32, INVENTORY = 64, LOWEST = 80, HIGHEST = 96, TAKEN = 112;
const CROSSINGS = 128;

/** What is written of a trader's paths: profits and inventories, all about their ends, or every grid time. */
export type Recording = "lean" | "full" | "traced";

type Call = (...numbers: readonly number[]) => void;

interface Exports extends Readonly<Record<Recording | "leanUnusual" | "fullUnusual", Call>> {
  readonly memory: WebAssembly.Memory;
  readonly FREE: WebAssembly.Global<"i32">;
  readonly HEIGHTS: WebAssembly.Global<"i32">;
  readonly LAYERS: WebAssembly.Global<"i32">;
  readonly ORDERS_KEY: WebAssembly.Global<"i32">;
  readonly OUTCOME: WebAssembly.Global<"i32">;
  readonly PRICES_KEY: WebAssembly.Global<"i32">;
  readonly drawOrders: Call;
  readonly drawPrices: Call;
  readonly growPrices: Call;
  readonly raisePrices: Call;
}

/** What a run puts into the kernel's memory. */
export interface KernelLoad {
  /** Steps of a path. */
  readonly steps: number;
  /** Key of the stream of prices. */
  readonly pricesKey: Int32Array;
  /** Key of the stream of orders. */
  readonly ordersKey: Int32Array;
  /** The traders and their tables. */
  readonly policies: CompiledPolicies;
  /** Whether there must be room for traces. */
  readonly traces: boolean;
}

/** The kernel with a run's things in it. */
export interface Kernel {
  /** What the module exports. */
  readonly exports: Exports;
  /** Places of the two tapes. */
  readonly tapes: readonly number[];
  /** Writes the mid-prices of one of a tape's four paths. */
  readonly writePrices: (tape: number, lane: number, midPrice: Float64Array) => void;
  /** Trades the paths on both tapes for the trader of this number. */
  readonly trade: (trader: number, recording: Recording) => void;
  /** Writes what so many of the paths came to, for the trader who traded last, into columns from a place on. */
  readonly writeFinals: (finals: Finals, at: number, paths: number) => void;
  /** A path's wealth at every grid time, where it was traced; valid until the next trader. */
  readonly wealth: (path: number) => Float64Array;
  /** Its inventory likewise. */
  readonly inventory: (path: number) => Float64Array;
}

let compiled: WebAssembly.Module | undefined;

/** The compiled kernel; threads that are sent it need not compile it again. */
export function kernelModule(): WebAssembly.Module {
  if (compiled === undefined) {
    const letters = atob(WASM), bytes = new Uint8Array(letters.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
    compiled = new WebAssembly.Module(bytes);
  }
  return compiled;
}

/** Takes the module that another thread has compiled. */
export function shareKernel(module: WebAssembly.Module): void {
  compiled = module;
}

let instance: Exports | undefined;
let loaded: { readonly load: KernelLoad; readonly kernel: Kernel } | undefined;

/** This thread's kernel, with a run's things in it. */
export function loadKernel(load: KernelLoad): Kernel {
  if (loaded?.load !== load) {
    instance ??= newInstance();
    loaded = { load, kernel: putIn(instance, load) };
  }
  return loaded.kernel;
}

function newInstance(): Exports {
  const { exports: made } = new WebAssembly.Instance(kernelModule());
  const exports = made as unknown as Exports;
  const { memory: { buffer }, LAYERS, HEIGHTS } = exports;
  const { inside, scale, height } = layers;
  const integers = new Int32Array(buffer, LAYERS.value), reals = new Float64Array(buffer);
  for (let i = 0; i < inside.length; i++) {
    integers[4 * i] = inside[i];
    reals[LAYERS.value / 8 + 2 * i + 1] = scale[i];
  }
  reals.set(height, HEIGHTS.value / 8);
  return exports;
}

function putIn(exports: Exports, load: KernelLoad): Kernel {
  const { memory, FREE, ORDERS_KEY, PRICES_KEY, OUTCOME } = exports;
  const { steps, policies: { policies, tables } } = load;
  const tapeBytes = STEP * (steps + 1), column = steps + 1;
  const terms = Math.ceil(FREE.value / 64) * 64;
  const first = terms + TERMS * policies.length, rows = first + 2 * tapeBytes;
  const traces = rows + Math.ceil(tables.byteLength / 8) * 8;
  const needed = traces + (load.traces ? 2 * TOGETHER * column * 8 : 0);
  if (needed > memory.buffer.byteLength) {
    memory.grow(Math.ceil((needed - memory.buffer.byteLength) / 65536));
  }
  const integers = new Int32Array(memory.buffer), reals = new Float64Array(memory.buffer);
  integers.set(load.pricesKey, PRICES_KEY.value / 4);
  integers.set(load.ordersKey, ORDERS_KEY.value / 4);
  policies.forEach(({ start, leap, crossing, flattening, fee, both, orderSize }, i) => {
    const at = terms + TERMS * i;
    integers.set([rows + start, leap, crossing, flattening], at / 4);
    reals.set([fee, both, orderSize / ROW], at / 8 + 2);
  });
  new Uint8Array(memory.buffer).set(tables, rows);
  if (load.traces) reals.fill(0, traces / 8, needed / 8);
  let unit = 0;
  const trace = (path: number, which: number) => {
    const group = Math.floor(path / LANES);
    const at = traces / 8 + (2 * LANES * group + LANES * which + path % LANES) * column;
    return reals.subarray(at, at + column);
  };
  return {
    exports,
    tapes: [first, first + tapeBytes],
    writePrices(tape, lane, midPrice) {
      const at = (tape + MID) / 8 + lane;
      for (let n = 0; n <= steps; n++) reals[at + STEP / 8 * n] = midPrice[n];
    },
    trade(trader, recording) {
      const policy = policies[trader], place = terms + TERMS * trader;
      unit = policy.orderSize / ROW;
      exports[functionFor(policy, recording)](first, steps, place, traces);
    },
    writeFinals(finals, at, paths) {
      const inFull = finals.stepSharpe.length > 0;
      for (let path = 0; path < paths; path++, at++) {
        const group = OUTCOME.value + GROUP * Math.floor(path / LANES), lane = path % LANES;
        const real = group / 8 + lane, whole = group / 4 + lane;
        const profit = finals.profit[at] = unit * reals[real];
        finals.finalInventory[at] = unit * integers[whole + INVENTORY / 4];
        if (!inFull) continue;
        finals.lowestInventory[at] = unit * integers[whole + LOWEST / 4];
        finals.highestInventory[at] = unit * integers[whole + HIGHEST / 4];
        finals.takerUnits[at] = unit * integers[whole + TAKEN / 4];
        // A crossing counts as a mask does: −1.
        finals.takerTrades[at] = 0 - integers[whole + CROSSINGS / 4];
        const squares = unit * unit * reals[real + SQUARES / 8];
        finals.stepSharpe[at] = sharpeOfSums(profit, squares, steps);
      }
    },
    wealth: (path) => trace(path, 0),
    inventory: (path) => trace(path, 1),
  };
}

/** Which of the kernel's functions trades for somebody. */
function functionFor({ unusual }: CompiledPolicy, recording: Recording) {
  return unusual && recording !== "traced" ? `${recording}Unusual` as const : recording;
}
