import { listOf } from "../kinds.ts";
import { exactLaw } from "../theory/exact_law.ts";
import { lawShape } from "../theory/law_shape.ts";
import {
  publishedModel,
  type PublishedRow,
  publishedRow,
  publishedTables,
} from "./published_tables.ts";

/** One published number beside its exact value. */
export interface PublishedNumber {
  /** As printed. */
  readonly published: number;
  /** The exact value in the row's model. */
  readonly exact: number;
  /** Standard error of the exact value's estimate from 1000 sessions, as many as were published. */
  readonly standardError: number;
  /** (published − exact)/standard error. */
  readonly z: number;
  /** Whether they agree within three standard errors and half of the last printed digit. */
  readonly agrees: boolean;
}

/** A published row beside exact values. */
export interface PublishedComparison {
  /** The row as printed. */
  readonly row: PublishedRow;
  /** The exact spread when flat, averaged over the quoting times, in currency. */
  readonly spread: number;
  /** Mean profit, in currency. */
  readonly profit: PublishedNumber;
  /** Standard deviation of profit, in currency. */
  readonly profitSd: PublishedNumber;
  /** Standard deviation of final inventory, in units. */
  readonly finalInventorySd: PublishedNumber;
}

/** Sessions behind each row. */
const SESSIONS = 1000;

/**
 * The published tables beside their exact values, with z-scores.
 *
 * A mean's standard error is sd/√n with n = 1000; a deviation's is sd·√((κ − 1)/(4n)), with the kurtosis κ of the exact
 * law. Two of the 36 numbers, both of the preprint, do not reproduce: the inventory strategy's profit at
 * γ = 0.5, and the deviation of its final inventory at γ = 0.01.
 *
 * @param rows Rows to compare. @default {publishedTables}
 * @returns One comparison a row.
 * @throws {TypeError} Where there is no row, or something else stands in the place of one.
 *
 * @example The journal's first table reproduces
 * ```ts
 * import { comparePublished, publishedTables } from "@digital-market-maker/lab";
 * import { assert, assertAlmostEquals } from "@std/assert";
 *
 * const [{ profit }] = comparePublished(publishedTables.slice(0, 1));
 * assertAlmostEquals(profit.exact, 64.8925, 5e-5);
 * assert(profit.agrees);
 * ```
 */
export function comparePublished(
  rows: readonly PublishedRow[] = publishedTables,
): readonly PublishedComparison[] {
  listOf("rows of publishedTables", publishedRow, 1)("take comparePublished", "rows", rows);
  return rows.map((row) => {
    const { market, grid, trader, spread } = publishedModel(row);
    const law = exactLaw({ market, grid }, trader, { tolerance: 1e-9 });
    const { finalInventory, mean, sd } = law.moments;
    const ofDeviation = (deviation: number, kurtosis: number) =>
      deviation * Math.sqrt((kurtosis - 1) / (4 * SESSIONS));
    const compare = (published: number, exact: number, standardError: number) => ({
      published,
      exact,
      standardError,
      z: (published - exact) / standardError,
      agrees: Math.abs(published - exact) <= 3 * standardError + row.digit / 2,
    });
    const inventorySd = finalInventory.sd;
    const inventoryKurtosis = finalInventory.values.reduce(
      (sum, q, i) =>
        sum + ((q - finalInventory.mean) / inventorySd) ** 4 * finalInventory.probabilities[i],
      0,
    );
    return {
      row,
      spread,
      profit: compare(row.profit, mean, sd / Math.sqrt(SESSIONS)),
      profitSd: compare(row.profitSd, sd, ofDeviation(sd, lawShape(law).kurtosis)),
      finalInventorySd: compare(
        row.finalInventorySd,
        inventorySd,
        ofDeviation(inventorySd, inventoryKurtosis),
      ),
    };
  });
}
