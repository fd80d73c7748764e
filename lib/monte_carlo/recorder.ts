import type { Session } from "../trading/session.ts";
import type { NewColumn } from "./columns.ts";
import { addToFan, blankFan, type FanColumns, fanOf } from "./fan.ts";
import { recordFinals } from "./finals.ts";
import type { MonteCarloJob } from "./job.ts";
import { blankFinals, type Finals, type PerStep } from "./result.ts";

/** One trader's columns while a run goes on; plain data, so that workers can be sent them. */
export interface Recorder {
  /** The end of every path. */
  readonly finals: Finals;
  /** Wealth and inventory at every grid time, where asked for. */
  readonly fans?: { readonly wealth: FanColumns; readonly inventory: FanColumns };
}

/** An empty recorder for one trader of a job. */
export function openRecorder(
  { paths, grid, record = {} }: MonteCarloJob,
  column: NewColumn,
): Recorder {
  const { perStep = false, quantiles = [], finals = "all" } = record;
  const keep = quantiles.length > 0;
  const fan = () => blankFan(grid.steps + 1, paths, keep, column);
  return {
    finals: blankFinals(paths, finals === "all", column),
    fans: perStep || keep ? { wealth: fan(), inventory: fan() } : undefined,
  };
}

/** Takes in the session of the run's path number `at`, of so many. */
export function recordSession(
  { finals, fans }: Recorder,
  session: Session,
  at: number,
  paths: number,
): void {
  recordFinals(session, finals, at);
  if (fans === undefined) return;
  addToFan(fans.wealth, session.wealth, at, paths);
  addToFan(fans.inventory, session.inventory, at, paths);
}

/** The first path's columns become the fans' reference. */
export function setReference(
  { fans }: Recorder,
  wealth: Float64Array,
  inventory: Float64Array,
): void {
  fans?.wealth.reference.set(wealth);
  fans?.inventory.reference.set(inventory);
}

/** Means, deviations and quantiles over all paths, where asked for. */
export function perStepOf(
  { fans }: Recorder,
  paths: number,
  levels: readonly number[],
): PerStep | undefined {
  return fans && {
    wealth: fanOf(fans.wealth, paths, levels),
    inventory: fanOf(fans.inventory, paths, levels),
  };
}
