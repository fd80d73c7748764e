import { shaped } from "../kinds.ts";
import { quantileOfSorted } from "../analysis/quantiles.ts";
import { annualised } from "../analysis/annualised.ts";
import { sampleMoments } from "../analysis/sample_moments.ts";
import type { SharpeOptions } from "../analysis/sharpe.ts";
import { checkKeys, checkWhole } from "../check.ts";
import { finiteOf } from "./finals.ts";
import type { Finals } from "./result.ts";

/** What a table says of one trader's paths. What does not exist is null. */
export interface PathsSummary {
  /** Mean profit, in currency. */
  readonly mean: number;
  /** Standard deviation of profit with n − 1, in currency. */
  readonly sd: number | null;
  /** Standard error of the mean profit, in currency. */
  readonly standardError: number | null;
  /** Mean final inventory, in units. */
  readonly finalInventoryMean: number;
  /** Standard deviation of final inventory with n − 1, in units. */
  readonly finalInventorySd: number | null;
  /** Lowest inventory of any path at any step, in units. */
  readonly inventoryMin: number;
  /** Highest inventory of any path at any step, in units. */
  readonly inventoryMax: number;
  /** Mean units crossed as a taker in a session. */
  readonly takerUnits: number;
  /** Mean taker trades of a session: steps in which anything was crossed. */
  readonly takerTrades: number;
  /**
   * Mean over the paths of the Sharpe ratio: per step × √252, the README's convention, which changes with the
   * grid; or × √steps × √periods, which does not. Null where no path has one.
   */
  readonly sharpeMean: number | null;
  /** Profit's quantiles at 5, 25, 50, 75 and 95 per cent, in currency. */
  readonly quantiles: Readonly<Record<"5" | "25" | "50" | "75" | "95", number>>;
}

/** How a summary annualises Sharpe ratios. */
export interface PathsSummaryOptions extends SharpeOptions {
  /** Steps of a session; needed with `periods`. */
  readonly steps?: number;
}

/**
 * Sums up a trader's paths.
 *
 * @param finals The trader's columns, a number a path.
 * @param options How Sharpe ratios are annualised.
 * @returns Means, deviations, extremes and quantiles.
 *
 * @example
 * ```ts
 * import { scenario, simulate, pathsSummary } from "@digital-market-maker/lab";
 * import { assert } from "@std/assert";
 *
 * const { traders } = simulate({ ...scenario("readme"), paths: 500, seed: 1 });
 * assert(pathsSummary(traders.as.finals).sd! < pathsSummary(traders.naive.finals).sd!);
 * ```
 */
export function pathsSummary(finals: Finals, options: PathsSummaryOptions = {}): PathsSummary {
  checkKeys<PathsSummaryOptions>("build pathsSummary", options, { steps: true, periods: true });
  shaped("finals")("build pathsSummary", "finals", finals);
  const sharpes = finiteOf(finals.stepSharpe);
  const sorted = finals.profit.slice().sort();
  return summaryOf({
    profit: sampleMoments(finals.profit),
    finalInventory: sampleMoments(finals.finalInventory),
    inventoryMin: finals.lowestInventory.reduce((a, b) => Math.min(a, b)),
    inventoryMax: finals.highestInventory.reduce((a, b) => Math.max(a, b)),
    takerUnits: sampleMoments(finals.takerUnits).mean,
    takerTrades: sampleMoments(finals.takerTrades).mean,
    stepSharpe: sharpes.length > 0 ? sampleMoments(sharpes).mean : null,
    quantiles: SUMMARY_LEVELS.map((level) => quantileOfSorted(sorted, level)),
  }, options);
}

/** Levels of the quantiles in a summary. */
export const SUMMARY_LEVELS: readonly number[] = [0.05, 0.25, 0.5, 0.75, 0.95];

/** What a summary is made of. */
export interface SummaryParts {
  /** Mean, deviation and number of profits. */
  readonly profit: { readonly count: number; readonly mean: number; readonly sd: number | null };
  /** Mean and deviation of final inventory. */
  readonly finalInventory: { readonly mean: number; readonly sd: number | null };
  /** Lowest inventory. */
  readonly inventoryMin: number;
  /** Highest inventory. */
  readonly inventoryMax: number;
  /** Mean units crossed. */
  readonly takerUnits: number;
  /** Mean steps with a crossing. */
  readonly takerTrades: number;
  /** Mean Sharpe ratio of one step; null where no path has one. */
  readonly stepSharpe: number | null;
  /** Quantiles of profit at {@linkcode SUMMARY_LEVELS}. */
  readonly quantiles: readonly number[];
}

/** Puts a summary together. */
export function summaryOf(
  { profit, finalInventory, stepSharpe, quantiles, ...same }: SummaryParts,
  { periods, steps }: PathsSummaryOptions = {},
): PathsSummary {
  const { factor } = annualised("take pathsSummary", periods);
  if (periods !== undefined) checkWhole("take pathsSummary", "steps", steps as number);
  return {
    mean: profit.mean,
    sd: profit.sd,
    standardError: profit.sd === null ? null : profit.sd / Math.sqrt(profit.count),
    finalInventoryMean: finalInventory.mean,
    finalInventorySd: finalInventory.sd,
    ...same,
    sharpeMean: stepSharpe === null ? null : stepSharpe * factor(steps ?? 1),
    quantiles: {
      "5": quantiles[0],
      "25": quantiles[1],
      "50": quantiles[2],
      "75": quantiles[3],
      "95": quantiles[4],
    },
  };
}
