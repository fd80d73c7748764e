import { layers } from "../random/ziggurat.ts";
import { WASM } from "./kernel/kernel.wasm.ts";

/** Places in the kernel's memory, and numbers that it is told of a run: `kernel/memory.as.ts` explains them. */
type Place = "FREE" | "HEIGHTS" | "LAYERS" | "ORDERS_KEY" | "PRICES_KEY";
export type Told =
  | "steps"
  | "traders"
  | "recording"
  | "tapes"
  | "terms"
  | "columns"
  | "traces"
  | "price"
  | "initialPrice"
  | "start"
  | "kept"
  | "shift"
  | "deviation";

/** What the compiled kernel exports; said in our own words, as Deno's and the browser's types differ here. */
export interface KernelExports extends Readonly<Record<Place | Told, { value: number }>> {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /** Draws and trades so many groups of eight paths for every trader, from a path on. */
  readonly run: (path: number, groups: number) => void;
}

let compiled: WebAssembly.Module | undefined;

/** The compiled kernel; threads that are sent it need not compile it again. */
export function kernelModule(): WebAssembly.Module {
  // Browsers from before 2025 know no fromBase64; where it is known it is a hundred times as fast.
  return compiled ??= new WebAssembly.Module(
    Uint8Array.fromBase64?.(WASM) ??
      Uint8Array.from(atob(WASM), (letter) => letter.charCodeAt(0)),
  );
}

/** Takes the module that another thread has compiled. */
export function shareKernel(module: WebAssembly.Module): void {
  compiled = module;
}

/** An instance of the kernel, with the ziggurat's tables in it. */
export function newInstance(): KernelExports {
  const { exports: made } = new WebAssembly.Instance(kernelModule());
  const exports = made as unknown as KernelExports;
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
