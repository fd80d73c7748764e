/**
 * Makes Deno's Jupyter kernel show every output, each under its own cell.
 *
 * The kernel often says *idle* before a cell's last outputs have left it: another thread sends them. A
 * client that moves on then loses them, or shows them under a later cell. Every cell ends with a call of
 * the kernel's own `broadcastResult`, so importing this module, in the kernel alone, makes that call wait:
 * 25 times one millisecond. On a machine with nothing else to do one wait of 25 ms serves as well; on a
 * busy one it lost lines in 5 cells of 100, for the sending thread gets no turn in it, while many short
 * waits stretch with the load, and lost none. What a cell prints goes by few messages for the same reason:
 * see `gathered_prints.ts`.
 *
 * @module
 */
import { keepWorkersWarm } from "../monte_carlo/pool.ts";
import { gatherPrints, whenItPauses } from "./gathered_prints.ts";
import { flushed, looked } from "./kernel_marks.ts";

/** The part of the kernel's internals that ends a cell. */
export interface KernelInternals {
  /** Sends a cell's result; called at the end of every cell, with `undefined` where there is none. */
  broadcastResult?: CellEnd;
}

/** Ends a cell: takes its number and its last value. */
export type CellEnd = (executionCount: number, result: unknown) => Promise<void>;

interface KernelApi {
  broadcast(messageType: string, content: Readonly<Record<string, unknown>>): void;
}

const WAITS = 25;

function property(owner: unknown, key: PropertyKey): unknown {
  return owner === undefined ? undefined : Reflect.get(Object(owner), key);
}

function kernelApi(): KernelApi | undefined {
  try {
    return property(Reflect.get(globalThis, "Deno"), "jupyter") as KernelApi | undefined;
  } catch {
    return undefined; // Outside the kernel, Deno.jupyter throws when read.
  }
}

/**
 * Whether this code runs in Deno's Jupyter kernel.
 *
 * @returns True in a notebook's cell, false in a plain program or a page.
 *
 * @example
 * ```ts
 * import { inKernel } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(inKernel(), false);
 * ```
 */
export function inKernel(): boolean {
  return kernelApi() !== undefined;
}

/**
 * Sends one message to every page that shows this notebook, at once, even from a synchronous loop.
 *
 * @param messageType Jupyter's name of the message, such as `display_data`.
 * @throws {TypeError} Outside the kernel.
 */
export function broadcast(messageType: string, content: Readonly<Record<string, unknown>>): void {
  const api = kernelApi();
  if (api === undefined) {
    throw new TypeError("Cannot broadcast as this program does not run in a notebook");
  }
  prints.flush();
  api.broadcast(messageType, content);
}

const prints = gatherPrints({
  send: (name, text) => kernelApi()?.broadcast("stream", { name, text }),
  now: () => performance.now(),
  soon: whenItPauses,
});

/**
 * Makes the end of every cell wait until its outputs have left.
 *
 * Done by importing `@digital-market-maker/lab/notebook` in a notebook; doing it again changes nothing.
 *
 * @param internals The kernel's internals, which hold `broadcastResult`.
 * @param flush Sends what the cell has printed and is still held back.
 * @param wait Waits one millisecond.
 * @returns False where there is no `broadcastResult` to wrap.
 */
export function flushEveryCell(
  internals: KernelInternals | undefined,
  flush: () => void = prints.flush,
  wait: () => Promise<void> = oneMillisecond,
): boolean {
  const endCell = internals?.broadcastResult;
  if (internals === undefined || typeof endCell !== "function") return false;
  if (property(endCell, flushed) === true) return true;
  const endAndFlush: CellEnd = async (executionCount, result) => {
    flush();
    await endCell(executionCount, looked(result));
    for (let i = 0; i < WAITS; i++) await wait();
  };
  internals.broadcastResult = Object.assign(endAndFlush, { [flushed]: true });
  return true;
}

function oneMillisecond(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

function install(): void {
  const deno: unknown = Reflect.get(globalThis, "Deno");
  const internals = property(deno, property(deno, "internal") as symbol);
  if (property(property(property(internals, "jupyter"), "broadcastResult"), flushed) === true) {
    return;
  }
  const Console = property(internals, "Console");
  if (typeof Console === "function") {
    globalThis.console = Reflect.construct(Console, [prints.print]);
  }
  if (flushEveryCell(property(internals, "jupyter") as KernelInternals | undefined)) return;
  if (Reflect.get(globalThis, flushed) === true) return;
  Reflect.set(globalThis, flushed, true);
  console.warn(
    "This version of Deno ends a notebook's cells in a way unknown here: an output may come late, " +
      "under a later cell. Deno 2.9.6 does not have this trouble.",
  );
}

if (inKernel()) {
  install();
  keepWorkersWarm();
}
