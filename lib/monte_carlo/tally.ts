import { type Counts, countsOf, mergeCounts } from "../analysis/counts.ts";
import { mergeMomentSums, type MomentSums, momentSums, noSums } from "../analysis/moment_sums.ts";
import {
  mergeSketches,
  type QuantileSketch,
  quantileSketch,
  quantilesOfSketch,
} from "../analysis/quantile_sketch.ts";
import { momentsOfSums } from "../analysis/sample_moments.ts";
import type { SketchScale } from "../analysis/sketch_bins.ts";
import { finiteOf } from "./finals.ts";
import type { Finals } from "./result.ts";
import {
  type PathsSummary,
  type PathsSummaryOptions,
  SUMMARY_LEVELS,
  summaryOf,
} from "./paths_summary.ts";

/**
 * All that a summary needs of a trader's paths, in a form that can be put together: the tallies of two
 * parts of a run give the tally of both. Counts do to the last bit, in any order; moments to rounding.
 */
export interface FinalsTally {
  /** Units in one order; inventories below are counted in orders. */
  readonly orderSize: number;
  /** Moments of profit, in currency. */
  readonly profit: MomentSums;
  /** Profit's quantiles, up to the sketch's bound. */
  readonly profitSketch: QuantileSketch;
  /** How many paths ended with how many orders. */
  readonly finalInventory: Counts;
  /** Lowest inventory of any path at any step, in orders. */
  readonly lowestInventory: number;
  /** Highest inventory of any path at any step, in orders. */
  readonly highestInventory: number;
  /** Orders crossed as a taker, by all paths together. */
  readonly takerOrders: number;
  /** Steps with a crossing, of all paths together. */
  readonly takerTrades: number;
  /** Moments of the per-step Sharpe ratios that exist. */
  readonly stepSharpe: MomentSums;
}

/** The tally of a trader's paths; all finals must be there. */
export function tally(finals: Finals, orderSize: number, scale: SketchScale): FinalsTally {
  const { profit, finalInventory, lowestInventory, highestInventory } = finals;
  const { takerUnits, takerTrades } = finals;
  const held = new Int32Array(profit.length);
  let lowest = 0, highest = 0, takerOrders = 0, crossings = 0;
  for (let path = 0; path < held.length; path++) {
    held[path] = inOrders(finalInventory[path], orderSize);
    if (lowestInventory[path] < lowest) lowest = lowestInventory[path];
    if (highestInventory[path] > highest) highest = highestInventory[path];
    if (takerUnits[path] > 0) takerOrders += inOrders(takerUnits[path], orderSize);
    crossings += takerTrades[path];
  }
  const sharpes = finiteOf(finals.stepSharpe);
  return {
    orderSize,
    profit: momentSums("take tally", profit),
    profitSketch: quantileSketch(profit, scale),
    finalInventory: countsOf(held),
    lowestInventory: inOrders(lowest, orderSize),
    highestInventory: inOrders(highest, orderSize),
    takerOrders,
    takerTrades: crossings,
    stepSharpe: sharpes.length === 0 ? noSums : momentSums("take tally", sharpes),
  };
}

/** Units as a number of orders. */
function inOrders(units: number, orderSize: number): number {
  return Math.round(units / orderSize) + 0;
}

/** The tally of two parts of one run. */
export function mergeTallies(a: FinalsTally, b: FinalsTally): FinalsTally {
  return {
    orderSize: a.orderSize,
    profit: mergeMomentSums(a.profit, b.profit),
    profitSketch: mergeSketches(a.profitSketch, b.profitSketch),
    finalInventory: mergeCounts(a.finalInventory, b.finalInventory),
    lowestInventory: Math.min(a.lowestInventory, b.lowestInventory),
    highestInventory: Math.max(a.highestInventory, b.highestInventory),
    takerOrders: a.takerOrders + b.takerOrders,
    takerTrades: a.takerTrades + b.takerTrades,
    stepSharpe: mergeMomentSums(a.stepSharpe, b.stepSharpe),
  };
}

/** Sums a tally up as {@linkcode pathsSummary} does finals: to rounding, and quantiles to the sketch's bound. */
export function summaryOfTally(
  tally: FinalsTally,
  options: PathsSummaryOptions = {},
): PathsSummary {
  const { orderSize, profit, profitSketch, finalInventory, stepSharpe } = tally;
  return summaryOf({
    profit: momentsOfSums(profit),
    finalInventory: momentsOfCounts(finalInventory, orderSize),
    inventoryMin: tally.lowestInventory * orderSize,
    inventoryMax: tally.highestInventory * orderSize,
    takerUnits: tally.takerOrders / profit.count * orderSize,
    takerTrades: tally.takerTrades / profit.count,
    stepSharpe: stepSharpe.count > 0 ? stepSharpe.mean : null,
    quantiles: quantilesOfSketch(profitSketch, SUMMARY_LEVELS),
  }, options);
}

/** Mean and deviation (n − 1) of counted orders, in units. */
function momentsOfCounts({ values, counts }: Counts, orderSize: number) {
  const count = counts.reduce((sum, times) => sum + times, 0);
  const mean = values.reduce((sum, orders, i) => sum + orders * counts[i], 0) / count;
  const squares = values.reduce((sum, orders, i) => sum + (orders - mean) ** 2 * counts[i], 0);
  const sd = count < 2 ? null : Math.sqrt(squares / (count - 1)) * orderSize;
  return { mean: mean * orderSize, sd };
}
