import { logarithm } from "../numeric/logarithm.ts";
import { layers } from "../random/ziggurat.ts";
import { WASM } from "./kernel/kernel.wasm.ts";

/** An instance of the kernel; said in our own words, as Deno's and the browser's types differ here. */
export interface KernelInstance {
  /** Its memory. */
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /** Draws and trades so many groups of eight paths for every trader, from a path on. */
  readonly run: (path: number, groups: number) => void;
  /** Places in its memory, and numbers that it is told of a run, by their names in `kernel/memory.as.ts`. */
  readonly named: Readonly<Record<string, { value: number }>>;
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
export function newInstance(): KernelInstance {
  const { exports } = new WebAssembly.Instance(kernelModule(), { numeric: { logarithm } });
  const named = exports as unknown as KernelInstance["named"];
  const { memory, run } = exports as unknown as KernelInstance;
  const first = named.LAYERS.value / 8, { inside, scale, height } = layers;
  const integers = new Int32Array(memory.buffer), reals = new Float64Array(memory.buffer);
  for (let i = 0; i < inside.length; i++) {
    integers[2 * first + 4 * i] = inside[i];
    reals[first + 2 * i + 1] = scale[i];
  }
  reals.set(height, named.HEIGHTS.value / 8);
  return { memory, run, named };
}
