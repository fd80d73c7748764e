import { layers } from "../random/ziggurat.ts";
import { WASM } from "./kernel/kernel.wasm.ts";

/** What the compiled kernel exports; `kernel/run.as.ts` says what the functions do. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly FREE: WebAssembly.Global<"i32">;
  readonly HEIGHTS: WebAssembly.Global<"i32">;
  readonly LAYERS: WebAssembly.Global<"i32">;
  readonly ORDERS_KEY: WebAssembly.Global<"i32">;
  readonly PRICES_KEY: WebAssembly.Global<"i32">;
  readonly RUN: WebAssembly.Global<"i32">;
  readonly draw: (path: number) => void;
  readonly trade: (trader: number, group: number) => void;
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
