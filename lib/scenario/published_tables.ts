import type { Kind } from "../check.ts";
import { keyed, number, word } from "../kinds.ts";
import { avellanedaStoikovPreprint } from "../strategy/avellaneda_stoikov_preprint.ts";
import { naive } from "../strategy/naive.ts";
import type { Trader } from "../trading/execution.ts";
import { situationAt } from "../trading/standing.ts";
import { type Scenario, scenario } from "./scenario.ts";

/** One row of the tables that Avellaneda and Stoikov published, from 1000 simulated sessions. */
export interface PublishedRow {
  /** The journal's tables of 2008, or those of the preprint of 2006. */
  readonly edition: "2008" | "2006";
  /** Risk aversion γ, in 1/currency. */
  readonly riskAversion: number;
  /** `inventory` leans against what it holds; `symmetric` quotes the same spread around the mid. */
  readonly strategy: "inventory" | "symmetric";
  /** The spread as printed, in currency. */
  readonly spread: number;
  /** Mean profit as printed, in currency. */
  readonly profit: number;
  /** Standard deviation of profit as printed, in currency. */
  readonly profitSd: number;
  /** Standard deviation of final inventory as printed, in units. */
  readonly finalInventorySd: number;
  /** The last printed digit of profit and both deviations: 0.1 or 0.01. */
  readonly digit: number;
}

/** A row of the published tables. */
export const publishedRow: Kind = keyed<PublishedRow>({
  edition: word("2008", "2006"),
  riskAversion: number,
  strategy: word("inventory", "symmetric"),
  spread: number,
  profit: number,
  profitSd: number,
  finalInventorySd: number,
  digit: number,
});

const row = (
  edition: PublishedRow["edition"],
  riskAversion: number,
  strategy: PublishedRow["strategy"],
  [spread, profit, profitSd, finalInventorySd]: readonly [number, number, number, number],
): PublishedRow => {
  const digit = edition === "2008" ? 0.1 : 0.01;
  return { edition, riskAversion, strategy, spread, profit, profitSd, finalInventorySd, digit };
};

/**
 * The published tables: Avellaneda and Stoikov, Quantitative Finance 8(3), 2008, tables 1 to 3, and their
 * preprint of 24 April 2006, tables 1 to 3.
 *
 * @example
 * ```ts
 * import { publishedTables } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(publishedTables[0].profit, 65.0);
 * ```
 */
export const publishedTables: readonly PublishedRow[] = [
  row("2008", 0.1, "inventory", [1.49, 65.0, 6.6, 2.9]),
  row("2008", 0.1, "symmetric", [1.49, 68.4, 12.7, 8.4]),
  row("2008", 0.01, "inventory", [1.35, 68.6, 8.7, 5.1]),
  row("2008", 0.01, "symmetric", [1.35, 68.8, 12.8, 8.7]),
  row("2008", 1, "inventory", [3.02, 31.4, 5.0, 1.7]),
  row("2008", 1, "symmetric", [3.02, 44.0, 11.0, 5.1]),
  row("2006", 0.1, "inventory", [1.29, 62.94, 5.89, 2.80]),
  row("2006", 0.1, "symmetric", [1.29, 67.21, 13.43, 8.66]),
  row("2006", 0.01, "inventory", [1.33, 66.78, 8.76, 4.70]),
  row("2006", 0.01, "symmetric", [1.33, 67.36, 13.40, 8.65]),
  row("2006", 0.5, "inventory", [1.15, 33.92, 4.72, 1.88]),
  row("2006", 0.5, "symmetric", [1.15, 66.20, 14.53, 9.06]),
];

/** The model behind a published row. */
export interface PublishedModel extends Pick<Scenario, "market" | "grid"> {
  /** Who trades. */
  readonly trader: Trader;
  /** The spread when flat, averaged over the quoting times, in currency. */
  readonly spread: number;
}

/**
 * The model that a published row was simulated in.
 *
 * The 2008 rows are the scenario `paper`. The 2006 rows quote a spread that does not change in time,
 * (2/γ)·ln(1 + γ/k), in a market with A·e^{kM/2}·dt = 1 and M = 0.5, so A = 137.46. The preprint's text
 * says A = 140; its profits are 3 to 7 standard errors away from that.
 *
 * @param published A row of `publishedTables`.
 * @returns Market, clock, trader and spread.
 * @throws {TypeError} Where it is no such row.
 *
 * @example
 * ```ts
 * import { publishedModel, publishedTables } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * for (const row of publishedTables) {
 *   assertAlmostEquals(publishedModel(row).spread, row.spread, 0.012);
 * }
 * ```
 */
export function publishedModel(row: PublishedRow): PublishedModel {
  publishedRow("build publishedModel", "row", row);
  const { edition, riskAversion, strategy } = row;
  const journal = scenario("paper", { riskAversion });
  const { market, grid, traders } = edition === "2008" ? journal : preprint(journal);
  const { bidDepth, askDepth } = traders.naive.strategy.quote(situationAt(grid, 0, NaN, 0));
  return {
    market,
    grid,
    trader: strategy === "inventory" ? traders.as : traders.naive,
    spread: bidDepth + askDepth,
  };
}

/** The preprint's M, in currency. */
const BOOK_SPREAD = 0.5;

/** The market and the traders of the preprint, beside those of the journal. */
function preprint({ grid, parameters, traders }: Scenario<number>) {
  const { riskAversion, volatility, decay } = parameters;
  const { market } = scenario("paper", {
    scale: 1 / (grid.dt * Math.exp(decay * BOOK_SPREAD / 2)),
  });
  const strategy = avellanedaStoikovPreprint({ riskAversion, volatility, decay });
  const { bidDepth: halfSpread } = strategy.quote(situationAt(grid, 0, NaN, 0));
  return {
    market,
    grid,
    traders: {
      as: { ...traders.as, strategy },
      naive: { ...traders.naive, strategy: naive({ halfSpread }) },
    },
  };
}
