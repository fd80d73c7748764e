import { type Fault, withFault } from "./fault.ts";
import { type Limits, runFiles, type Verdict } from "./run_files.ts";
import type { ScratchCopy } from "./scratch_copy.ts";

/** What became of one fault. */
export interface Trial extends Verdict {
  /** The fault. */
  readonly fault: Fault;
  /** Wall time in seconds. */
  readonly seconds: number;
}

/**
 * Makes one mistake in a copy, runs the tests that should notice, and puts the file right again.
 *
 * @param copy The copy.
 * @param fault The fault.
 * @param limits When to give up.
 * @returns What became of it: where every test passed, it has survived.
 */
export async function tryFault(copy: ScratchCopy, fault: Fault, limits: Limits): Promise<Trial> {
  const path = `${copy.root}/${fault.file}`;
  const text = await Deno.readTextFile(path);
  const started = performance.now();
  try {
    await Deno.writeTextFile(path, withFault(text, fault));
    const verdict = await runFiles(copy, fault.tests, limits);
    return { fault, ...verdict, seconds: (performance.now() - started) / 1000 };
  } finally {
    await Deno.writeTextFile(path, text);
  }
}

/**
 * Goes through a list with several workers, each with a copy of its own.
 *
 * @param copies A copy for each worker.
 * @param items What there is to do, in order.
 * @param work What is done with each.
 * @param stop Ends it: what has not begun is left out.
 */
export async function share<Item>(
  copies: readonly ScratchCopy[],
  items: readonly Item[],
  work: (copy: ScratchCopy, item: Item) => Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  const waiting = items.values();
  await Promise.all(copies.map(async (copy) => {
    for (const item of waiting) {
      if (stop.aborted) return;
      await work(copy, item);
    }
  }));
}

/**
 * Names the test files that fail without any fault: what they notice is no proof.
 *
 * @param copies A copy for each worker, as the project is.
 * @param faults The faults whose tests are looked at.
 * @param limits When to give up.
 * @returns A line for each.
 */
export async function failingAnyway(
  copies: readonly ScratchCopy[],
  faults: readonly Fault[],
  limits: Limits,
): Promise<readonly string[]> {
  const files = [...new Set(faults.flatMap(({ tests }) => tests))].toSorted();
  const failing: string[] = [];
  await share(copies, files, async (copy, file) => {
    const { passed, by } = await runFiles(copy, [file], limits);
    if (!passed) failing.push(`${file}: ${by}`);
  }, limits.stop);
  return failing.toSorted();
}
