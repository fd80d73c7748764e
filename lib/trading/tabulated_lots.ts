import type { TimeGrid } from "../time_grid.ts";
import type { Execution } from "./execution.ts";

/** One lot beyond a limit that is enforced; else as far as a fair coin a step and side all but never gets. */
export function tabulatedLots(
  { steps }: TimeGrid,
  { limit, breach, orderSize }: Execution,
): number {
  const free = Math.min(steps, Math.ceil(12 * Math.sqrt(steps)));
  // The same hair of slack as at the desk: a limit of 0.3 holds three orders of 0.1.
  return breach === "none" ? free : Math.min(free, Math.floor(limit / orderSize + 1e-9) + 1);
}
