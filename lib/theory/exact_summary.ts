import { checkNonNegative } from "../check.ts";
import type { Market } from "../market/draw.ts";
import type { MemorylessFlow } from "../market/order_flow.ts";
import { type PriceProcess, stepOf } from "../market/price_process.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { Trader } from "../trading/execution.ts";
import { type PolicyTable, policyTable } from "../trading/policy_table.ts";
import { certaintyEquivalent } from "./certainty_equivalent.ts";
import { exactMoments } from "./exact_moments.ts";
import type { Truncation } from "./moments_recorder.ts";

/** What {@linkcode exactSummary} is given. */
export interface ExactSummaryOptions {
  /** Price process and memoryless flow. */
  readonly market: Market & { readonly flow: MemorylessFlow };
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** Strategy and terms; the strategy must not read the price. */
  readonly trader: Trader;
  /** Risk aversion γ that judges the policy, in 1/currency; >= 0. */
  readonly riskAversion: number;
}

/** A policy in one row of exact numbers. */
export interface ExactSummary {
  /** The strategy's name. */
  readonly name: string;
  /** Mean profit, in currency. */
  readonly mean: number;
  /** Standard deviation of profit, in currency. */
  readonly sd: number;
  /** Mean of final inventory, in units. */
  readonly finalInventoryMean: number;
  /** Standard deviation of final inventory, in units. */
  readonly finalInventorySd: number;
  /** Expected number of trades as a taker. */
  readonly takerTrades: number;
  /** Certainty equivalent under risk aversion γ, in currency; null where there is none to give. */
  readonly certaintyEquivalent: number | null;
  /** What the certainty equivalent rests on, or why there is none; null where nothing needs saying. */
  readonly certaintyEquivalentNote: string | null;
  /** What the moments leave out. */
  readonly truncation: Truncation;
}

/** Entries of the largest table tried for a certainty equivalent: about 130 MB. */
const LARGEST = 4_000_000;

/**
 * Tabulates a policy and sums it up exactly: moments, taker trades, certainty equivalent.
 *
 * @param options Market, clock, trader and risk aversion.
 * @returns One row.
 * @throws {TypeError} Where the strategy reads the price, or the price has no step moments.
 * @throws {RangeError} Where the risk aversion is negative or not finite.
 *
 * @example
 * ```ts
 * import { exactSummary, scenario } from "@digital-market-maker/lab";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("gbm");
 * const row = exactSummary({ market, grid, trader: traders.as, riskAversion: 0.005 });
 * assertAlmostEquals(row.mean, 207.68, 0.005);
 * assertEquals(row.certaintyEquivalent, null);
 * ```
 */
export function exactSummary(
  { market, grid, trader, riskAversion }: ExactSummaryOptions,
): ExactSummary {
  checkNonNegative("take exactSummary", "riskAversion", riskAversion);
  const { flow, price } = market;
  const table = policyTable({ trader, flow, grid });
  const { name, mean, sd, finalInventory, expected, truncation } = exactMoments({ table, price });
  const none = noWorth(price, grid.dt);
  const [value, note] = none === null
    ? worth(wholeTable(table, trader, flow), price, riskAversion)
    : [null, none];
  return {
    name,
    mean,
    sd,
    finalInventoryMean: finalInventory.mean,
    finalInventorySd: finalInventory.sd,
    takerTrades: expected.takerTrades,
    certaintyEquivalent: value,
    certaintyEquivalentNote: note,
    truncation,
  };
}

/** Why a price has no certainty equivalent; null where it has one. */
function noWorth(price: PriceProcess, dt: number): string | null {
  const step = stepOf(price, dt);
  if (step === undefined) return `none with ${price.name}: it draws its own way`;
  if (step.of === "logPrice") {
    return "none with a geometric price: what a short position can lose is lognormal, and exponential " +
      "utility of that has no finite expectation";
  }
  if (step.kept === 1) return null;
  return `none with ${price.name}: its steps depend on the price, which the recursion cannot follow`;
}

/** The table over every inventory the session can reach, where that is not too large. */
function wholeTable(table: PolicyTable, trader: Trader, flow: MemorylessFlow): PolicyTable {
  const { grid, stride, maxLots, execution: { breach } } = table;
  const { steps } = grid;
  const entries = (2 * steps + 1) * (stride === 0 ? 1 : steps);
  if (breach !== "none" || maxLots >= steps || entries > LARGEST) return table;
  return policyTable({ trader, flow, grid, maxLots: steps });
}

function worth(
  table: PolicyTable,
  price: Market["price"],
  riskAversion: number,
): [number | null, string | null] {
  const found = certaintyEquivalent({ table, price, riskAversion });
  if (found.lostWeight > 1e-9) {
    const reason = `too much of the expected utility lies beyond ${found.maxLots} orders, ` +
      "the largest inventory tabulated";
    return [null, reason];
  }
  const notes = [
    found.feesAtInitialPrice ? "rebates and fees at the initial mid-price" : "",
    found.rareWeight > 1 / 2
      ? "rests on final inventories that fewer than one session in a million reaches"
      : "",
  ].filter((words) => words !== "");
  return [found.value, notes.length === 0 ? null : notes.join("; ")];
}
