import type { TimeGrid } from "../time_grid.ts";
import type { Execution } from "./execution.ts";
import { lotsWithin } from "./step.ts";

/** One lot beyond a limit that is enforced; else as far as a fair coin a step and side all but never gets. */
export function tabulatedLots({ steps }: TimeGrid, execution: Execution): number {
  const free = Math.min(steps, Math.ceil(12 * Math.sqrt(steps)));
  return execution.breach === "none" ? free : Math.min(free, lotsWithin(execution) + 1);
}
