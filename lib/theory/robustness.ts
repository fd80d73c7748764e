import { callable, listOf, maybe, number } from "../kinds.ts";
import { checkKeys } from "../check.ts";
import { checkTrader, type Trader } from "../trading/execution.ts";
import type { PolicyTableOptions } from "../trading/policy_table.ts";
import { checkSetting, type Setting } from "../trading/setting.ts";
import { certaintyEquivalent } from "./certainty_equivalent.ts";

/** What {@linkcode robustness} tries. */
export interface RobustnessOptions extends PolicyTableOptions {
  /** Risk aversion γ that judges, in 1/currency; >= 0. */
  readonly riskAversion: number;
  /** Values of the first belief. */
  readonly rows: readonly number[];
  /** Values of the second belief. */
  readonly columns: readonly number[];
  /** What is true: the two numbers the believer would be told if all were known. */
  readonly truth: readonly [row: number, column: number];
}

/** What wrong beliefs cost. */
export interface Robustness extends Pick<RobustnessOptions, "rows" | "columns"> {
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
 * The market is what it is; only what the trader is told changes. No simulation, so small losses are seen
 * as they are.
 *
 * @param setting A scenario, or a market whose flow is memoryless, and a clock: what is true.
 * @param believer The trader who believes these two numbers.
 * @param options Who judges, the beliefs to try, and the truth among them.
 * @returns Values and losses.
 * @throws {TypeError} Where the price's steps are not normal and the same at every price, or a strategy reads
 * the price.
 * @throws {RangeError} Where there is no belief to try.
 *
 * @example Believing twice or half the true volatility
 * ```ts
 * import { gueantLehalle, robustness, scenario } from "@digital-market-maker/lab";
 * import { assertGreater } from "@std/assert";
 *
 * const paper = scenario("paper");
 * const { parameters: { riskAversion, scale }, traders: { as: { execution } } } = paper;
 * const believer = (volatility: number, decay: number) => ({
 *   strategy: gueantLehalle({ riskAversion, scale, volatility, decay, maxInventory: 20 }),
 *   execution,
 * });
 * const { loss } = robustness(paper, believer, {
 *   riskAversion: 0.1, rows: [1, 2, 4], columns: [1.5], truth: [2, 1.5], maxLots: 20,
 * });
 * assertGreater(loss[0][0], 0);
 * assertGreater(loss[2][0], 0);
 * ```
 */
export function robustness(
  setting: Setting,
  believer: (row: number, column: number) => Trader,
  options: RobustnessOptions,
): Robustness {
  checkSetting("take robustness", setting);
  checkKeys<RobustnessOptions>("take robustness", options, {
    riskAversion: true,
    rows: listOf("numbers", number, 1),
    columns: listOf("numbers", number, 1),
    truth: listOf("a row's number and a column's", number, 2),
    maxLots: maybe(number),
  });
  const { riskAversion, rows, columns, truth, maxLots } = options;
  callable("take robustness", "believer", believer);
  let lostWeight = 0;
  const worth = (row: number, column: number) => {
    const trader = believer(row, column);
    checkTrader("take robustness", `believer(${row}, ${column})`, trader);
    const found = certaintyEquivalent(setting, trader, { riskAversion, maxLots });
    lostWeight = Math.max(lostWeight, found.lostWeight);
    return found.value;
  };
  const informed = worth(...truth);
  const value = rows.map((row) => columns.map((column) => worth(row, column)));
  const loss = value.map((line) => line.map((each) => informed - each));
  return { rows, columns, informed, value, loss, lostWeight };
}
