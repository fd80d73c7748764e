import type { Session, TimeSeries } from "../trading/session.ts";
import type { NewColumn, PathColumn } from "./columns.ts";

/**
 * One trader's paths at the end of the day: a number a path and column.
 *
 * Where profits alone were asked for, the columns after the first two are empty.
 */
export interface Finals {
  /** Profit W_N − W_0, in currency. */
  readonly profit: Float64Array;
  /** Final inventory, in units. */
  readonly finalInventory: Float64Array;
  /** Lowest inventory of the path at any grid time, in units. */
  readonly lowestInventory: PathColumn;
  /** Highest inventory of the path at any grid time, in units. */
  readonly highestInventory: PathColumn;
  /** Units crossed as a taker. */
  readonly takerUnits: PathColumn;
  /** Taker trades: steps in which anything was crossed. */
  readonly takerTrades: PathColumn;
  /** Sharpe ratio of the path's per-step P&L, mean/sd with ddof 1, not annualised; NaN where it does not exist. */
  readonly stepSharpe: Float64Array;
}

/** Mean, deviation and quantiles over the paths of one quantity, for every grid time. */
export interface Fan {
  /** Means over the paths, N + 1 values. */
  readonly mean: TimeSeries;
  /** Standard deviations over the paths with n − 1, N + 1 values. */
  readonly sd: TimeSeries;
  /** One column for each level asked for, in its order. */
  readonly quantiles: readonly TimeSeries[];
}

/** What was kept for every grid time. */
export interface PerStep {
  /** Wealth, in currency. */
  readonly wealth: Fan;
  /** Inventory, in units. */
  readonly inventory: Fan;
}

/** A mean profit freed of what a control explains. */
export interface ControlledMean {
  /** Short name of the control. */
  readonly control: string;
  /** Mean profit, in currency. */
  readonly mean: number;
  /** Its standard error, in currency. */
  readonly standardError: number;
  /** Share of the paths that the control saved: without it, this error takes 1/(1 − share) as many. 0 to 1. */
  readonly pathsSaved: number;
}

/** What one trader did over all paths. */
export interface TraderResult {
  /** The strategy's name. */
  readonly name: string;
  /** A number a path and column. */
  readonly finals: Finals;
  /** The mean profit with less noise, where a control was named. */
  readonly controlled?: ControlledMean;
  /** Means, deviations and quantiles over the paths, where asked for. */
  readonly perStep?: PerStep;
  /** The whole sessions asked for, in the order asked. */
  readonly sessions: readonly Session[];
}

/** A finished Monte Carlo run. */
export interface MonteCarloResult {
  /** Number of paths. */
  readonly paths: number;
  /** The seed, as given. */
  readonly seed: string | number;
  /** Every trader's paths, by the job's short names. */
  readonly traders: Readonly<Record<string, TraderResult>>;
}

/** Columns for so many paths with nothing in them; those after the first two without room where not asked for. */
export function blankFinals(
  paths: number,
  all: boolean,
  column: NewColumn,
  units: (length: number) => PathColumn = column,
  counts: (length: number) => PathColumn = column,
): Finals {
  const rest = all ? paths : 0;
  return {
    profit: column(paths),
    finalInventory: column(paths),
    lowestInventory: units(rest),
    highestInventory: units(rest),
    takerUnits: units(rest),
    takerTrades: counts(rest),
    stepSharpe: column(rest),
  };
}
