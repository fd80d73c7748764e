import { checkThat } from "../check.ts";
import type { PriceProcess } from "../market/price_process.ts";
import type { MemorylessFlow } from "../market/order_flow.ts";
import type { Strategy } from "../strategy/strategy.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { Execution } from "../trading/execution.ts";
import { policyTable } from "../trading/policy_table.ts";
import { certaintyEquivalent } from "./certainty_equivalent.ts";

/** What {@linkcode robustness} is given. */
export interface RobustnessOptions {
  /** How the mid-price truly moves; arithmetic Brownian motion. */
  readonly price: PriceProcess;
  /** How orders truly arrive. */
  readonly flow: MemorylessFlow;
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** Terms of execution, the same for every belief. */
  readonly execution: Execution;
  /** Risk aversion γ that judges, in 1/currency; >= 0. */
  readonly riskAversion: number;
  /** The strategy that believes these two numbers. */
  readonly believer: (row: number, column: number) => Strategy;
  /** Values of the first belief. */
  readonly rows: readonly number[];
  /** Values of the second belief. */
  readonly columns: readonly number[];
  /** What is true: the two numbers the believer would be told if all were known. */
  readonly truth: readonly [row: number, column: number];
  /** Largest inventory tabulated, in orders. @default {that of `policyTable`} */
  readonly maxLots?: number;
}

/** What wrong beliefs cost. */
export interface Robustness {
  /** Values of the first belief. */
  readonly rows: readonly number[];
  /** Values of the second belief. */
  readonly columns: readonly number[];
  /** Certainty equivalent of the strategy that knows the truth, in currency. */
  readonly informed: number;
  /** Certainty equivalents, a list for each row, in currency. */
  readonly value: readonly (readonly number[])[];
  /** What is lost against the informed, a list for each row, in currency; negative where wrong was better. */
  readonly loss: readonly (readonly number[])[];
  /** The largest share of expected utility that any table lost; the values are exact where it is 0. */
  readonly lostWeight: number;
}

/**
 * What it costs to believe wrong numbers: the exact loss in certainty equivalent, over a grid of two beliefs.
 *
 * The market is what it is; only what the strategy is told changes. No simulation, so small losses
 * are seen as they are.
 *
 * @param options The true market, the believer, and the beliefs to try.
 * @returns Values and losses.
 * @throws {TypeError} Where the price is not an arithmetic Brownian motion or a strategy reads the price.
 * @throws {RangeError} Where there is no belief to try.
 *
 * @example Believing twice or half the true volatility
 * ```ts
 * import { gueantLehalle, robustness, scenario } from "@digital-market-maker/lab";
 * import { assertGreater } from "@std/assert";
 *
 * const { market: { price, flow }, grid, parameters, traders } = scenario("paper");
 * const { loss } = robustness({
 *   price, flow, grid, execution: traders.as.execution, riskAversion: parameters.riskAversion,
 *   believer: (volatility, decay) =>
 *     gueantLehalle({ ...parameters, volatility, decay, maxInventory: 20 }),
 *   rows: [1, 2, 4], columns: [1.5], truth: [2, 1.5], maxLots: 20,
 * });
 * assertGreater(loss[0][0], 0);
 * assertGreater(loss[2][0], 0);
 * ```
 */
export function robustness(options: RobustnessOptions): Robustness {
  const { price, flow, grid, execution, riskAversion, believer, maxLots, rows, columns, truth } =
    options;
  const fewest = Math.min(rows.length, columns.length);
  checkThat("take robustness", "rows and columns", "at least one each", fewest, fewest > 0);
  let lostWeight = 0;
  const worth = (row: number, column: number) => {
    const trader = { strategy: believer(row, column), execution };
    const table = policyTable({ trader, flow, grid, maxLots });
    const found = certaintyEquivalent({ table, price, riskAversion });
    lostWeight = Math.max(lostWeight, found.lostWeight);
    return found.value;
  };
  const informed = worth(...truth);
  const value = rows.map((row) => columns.map((column) => worth(row, column)));
  const loss = value.map((line) => line.map((each) => informed - each));
  return { rows, columns, informed, value, loss, lostWeight };
}
