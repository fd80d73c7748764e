import { quantileOfSorted } from "../analysis/quantiles.ts";
import { sampleMoments } from "../analysis/sample_moments.ts";
import type { Finals } from "./result.ts";

/** What a table says of one trader's paths. What does not exist is null. */
export interface FinalsSummary {
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
  readonly takerTrades: number;
  /** Mean over the paths of the per-step Sharpe ratio × √252; null where no path has one. */
  readonly sharpeMean: number | null;
  /** Profit's quantiles at 5, 25, 50, 75 and 95 per cent, in currency. */
  readonly quantiles: Readonly<Record<"5" | "25" | "50" | "75" | "95", number>>;
}

/**
 * Sums up a trader's paths.
 *
 * @param finals The trader's columns, a number a path.
 * @returns Means, deviations, extremes and quantiles.
 *
 * @example
 * ```ts
 * import { scenario, simulate, summary } from "@digital-market-maker/lab";
 * import { assert } from "@std/assert";
 *
 * const { traders } = simulate({ ...scenario("readme"), paths: 500, seed: 1 });
 * assert(summary(traders.as.finals).sd! < summary(traders.naive.finals).sd!);
 * ```
 */
export function summary(finals: Finals): FinalsSummary {
  const profit = sampleMoments(finals.profit);
  const inventory = sampleMoments(finals.finalInventory);
  const sharpes = finals.stepSharpe.filter(Number.isFinite);
  const sorted = finals.profit.slice().sort();
  const quantile = (percent: number) => quantileOfSorted(sorted, percent / 100);
  return {
    mean: profit.mean,
    sd: profit.sd,
    standardError: profit.sd === null ? null : profit.sd / Math.sqrt(profit.count),
    finalInventoryMean: inventory.mean,
    finalInventorySd: inventory.sd,
    inventoryMin: finals.lowestInventory.reduce((a, b) => Math.min(a, b)),
    inventoryMax: finals.highestInventory.reduce((a, b) => Math.max(a, b)),
    takerTrades: sampleMoments(finals.takerUnits).mean,
    sharpeMean: sharpes.length > 0 ? sampleMoments(sharpes).mean * Math.sqrt(252) : null,
    quantiles: {
      "5": quantile(5),
      "25": quantile(25),
      "50": quantile(50),
      "75": quantile(75),
      "95": quantile(95),
    },
  };
}
