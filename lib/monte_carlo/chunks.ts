import type { TimeGrid } from "../time_grid.ts";
import { blockSize, chunkSize } from "./columns.ts";
import { type Control, takeBlock } from "./control.ts";

/** Takes block after block of a run until none is left, and gives their paths, from one up to another, in chunks. */
export function* chunksLeft(
  control: Control,
  { paths, grid }: { readonly paths: number; readonly grid: TimeGrid },
): Generator<readonly [from: number, to: number]> {
  const block = blockSize(paths), chunk = chunkSize(grid);
  for (let first = takeBlock(control) * block; first < paths; first = takeBlock(control) * block) {
    const end = Math.min(first + block, paths);
    for (let from = first; from < end; from += chunk) yield [from, Math.min(from + chunk, end)];
  }
}
