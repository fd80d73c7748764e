import type { Column, Session } from "../trading/session.ts";

/** One trader's paths at the end of the day: a number a path and column. */
export interface Finals {
  /** Profit W_N − W_0, in currency. */
  readonly profit: Column;
  /** Final inventory, in units. */
  readonly finalInventory: Column;
  /** Lowest inventory of the path at any grid time, in units. */
  readonly lowestInventory: Column;
  /** Highest inventory of the path at any grid time, in units. */
  readonly highestInventory: Column;
  /** Units crossed as a taker. */
  readonly takerUnits: Column;
  /** Sharpe ratio of the path's per-step P&L, mean/sd with ddof 1, not annualised; NaN where it does not exist. */
  readonly stepSharpe: Column;
}

/** Mean, deviation and quantiles over the paths of one quantity, for every grid time. */
export interface Fan {
  /** Means over the paths, N + 1 values. */
  readonly mean: Column;
  /** Standard deviations over the paths with n − 1, N + 1 values. */
  readonly sd: Column;
  /** One column for each level asked for, in its order. */
  readonly quantiles: readonly Column[];
}

/** What was kept for every grid time. */
export interface PerStep {
  /** Wealth, in currency. */
  readonly wealth: Fan;
  /** Inventory, in units. */
  readonly inventory: Fan;
}

/** What one trader did over all paths. */
export interface TraderResult {
  /** The strategy's name. */
  readonly name: string;
  /** A number a path and column. */
  readonly finals: Finals;
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

/** Columns for so many paths with nothing in them. */
export function blankFinals(paths: number): Finals {
  const column = () => new Float64Array(paths);
  return {
    profit: column(),
    finalInventory: column(),
    lowestInventory: column(),
    highestInventory: column(),
    takerUnits: column(),
    stepSharpe: column(),
  };
}
