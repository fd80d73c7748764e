import type { Trader } from "../trading/execution.ts";
import type { Session } from "../trading/session.ts";
import { type NewColumn, unitsColumn } from "./columns.ts";
import { addToFan, blankFan, fanOf, type Fans } from "./fan.ts";
import { countColumns, inventoryHistogram, MOST_KEPT } from "./fan_histogram.ts";
import { recordFinals } from "./finals.ts";
import type { MonteCarloJob } from "./job.ts";
import { blankFinals, type Finals, type PerStep } from "./result.ts";
import { wealthHistogram } from "./wealth_histogram.ts";

/** One trader's columns while a run goes on; plain data, so that workers can be sent them. */
export interface Recorder {
  /** The end of every path. */
  readonly finals: Finals;
  /** Wealth and inventory at every grid time, where asked for. */
  readonly fans?: Fans;
}

/** An empty recorder for one trader of a job. */
export function openRecorder(job: MonteCarloJob, trader: Trader, column: NewColumn): Recorder {
  const { paths, grid, record = {} } = job;
  const { perStep = false, quantiles = [], finals = "all" } = record;
  const fan = (histogram: typeof wealthHistogram) => {
    const counted = quantiles.length > 0 && paths > MOST_KEPT;
    const columns = quantiles.length > 0 ? "columns" : "none";
    const source = counted ? histogram(job, trader, column) : columns;
    return blankFan(grid.steps + 1, paths, source, column);
  };
  const units = unitsColumn(column, trader.execution.orderSize, grid);
  const counts = unitsColumn(column, 1, grid);
  return {
    finals: blankFinals(paths, finals === "all", column, units, counts),
    fans: perStep || quantiles.length > 0
      ? { wealth: fan(wealthHistogram), inventory: fan(inventoryHistogram) }
      : undefined,
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
  for (const quantity of ["wealth", "inventory"] as const) {
    const fan = fans[quantity];
    addToFan(fan, session[quantity], at, paths);
    if (fan.histogram) countColumns(fan.histogram, session[quantity], 1);
  }
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
