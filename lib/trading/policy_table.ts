import { isRecord } from "../shown.ts";
import { maybe, number, shaped } from "../kinds.ts";
import { checkKeys, checkOneOf, checkShape, checkThat, checkWhole } from "../check.ts";
import type { Market } from "../market/draw.ts";
import { isMemoryless, type MemorylessFlow } from "../market/order_flow.ts";
import { checkGrid, type TimeGrid } from "../time_grid.ts";
import { checkQuote, lowestDepth, situationAt } from "./standing.ts";
import { checkTrader, type Execution, type Trader } from "./execution.ts";
import { checkSetting, type Setting } from "./setting.ts";
import { forcedOrders } from "./step.ts";
import { checkFlags } from "./true_flags.ts";
import { tabulatedLots } from "./tabulated_lots.ts";

/** How far {@linkcode policyTable} goes. */
export interface PolicyTableOptions {
  /** Largest inventory tabulated, in orders. @default {what a limit allows, else 12·√steps, never more than steps} */
  readonly maxLots?: number;
}

/** What {@linkcode policyTable} must know of a setting. */
export type TableSetting<Name extends string = string> =
  & Pick<Setting<Name>, "grid" | "traders">
  & { readonly market: Pick<Market, "flow"> };

/**
 * A policy as numbers: for every step n and inventory of j orders, what stands in the book and how likely
 * it is filled. The exact solvers, the heat map and the fast simulation all read this one value.
 *
 * Columns are flat. The entry for step n and lots j is at `n * stride + j + maxLots`; a policy that does
 * not read time has one row for all steps and `stride` 0.
 */
export interface PolicyTable {
  /** The strategy's name. */
  readonly name: string;
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** The terms of execution. */
  readonly execution: Execution;
  /** Largest inventory tabulated, in orders; inventories run from −maxLots to maxLots. */
  readonly maxLots: number;
  /** Distance between the rows of two steps; 0 where one row serves all. */
  readonly stride: number;
  /** Depth of the bid that stands in the book, in currency; Infinity where none stands. */
  readonly bidDepth: Float64Array<ArrayBuffer>;
  /** Depth of the ask that stands in the book, in currency; Infinity where none stands. */
  readonly askDepth: Float64Array<ArrayBuffer>;
  /** Probability that the bid is filled in the step. */
  readonly bidFill: Float64Array<ArrayBuffer>;
  /** Probability that the ask is filled in the step. */
  readonly askFill: Float64Array<ArrayBuffer>;
  /** Orders that cross at the step's start, by lots only (index j + maxLots): −1, 0 or +1. */
  readonly forced: Int8Array<ArrayBuffer>;
}

/** Somebody who trades in a setting: one of its traders by name, a trader of one's own, or a policy table. */
export type TraderOrTable<Name extends string = string> = NoInfer<Name> | Trader | PolicyTable;

/**
 * Tabulates a policy over steps and inventories.
 *
 * @param setting A scenario, or a market whose flow is memoryless, a clock and traders by name.
 * @param trader A name in the setting, a trader, or a table, which is given back.
 * @param options How far.
 * @returns The table.
 * @throws {TypeError} Where there is no such trader, where the strategy reads the price, so that no table
 * can hold it, or reads price or time and says that it does not, or where the flow's steps depend on each
 * other.
 * @throws {RangeError} Where a depth is NaN or −Infinity, or a table given is not of this setting.
 *
 * @example The naive market maker is one row
 * ```ts
 * import { policyTable, scenario } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const table = policyTable(scenario("readme"), "naive");
 * assertEquals(table.stride, 0);
 * assertEquals(table.bidDepth.length, 2 * table.maxLots + 1);
 * assertEquals(table.bidDepth[0], 0.65);
 * ```
 */
export function policyTable<Name extends string>(
  setting: TableSetting<Name>,
  trader: TraderOrTable<Name>,
  options: PolicyTableOptions = {},
): PolicyTable {
  const action = "build policyTable";
  checkKeys<PolicyTableOptions>(action, options, { maxLots: maybe(number) });
  const { maxLots } = options;
  checkTableSetting(action, setting);
  const { grid, market: { flow } } = setting;
  const given = traderIn(action, setting, trader);
  if (!isMemoryless(flow)) {
    throw new TypeError(
      `Cannot build policyTable as the steps of ${flow.name} are not independent`,
    );
  }
  if (!("strategy" in given)) {
    const same = given.grid.horizon === grid.horizon && given.grid.steps === grid.steps;
    checkThat(action, "steps of the table", `the setting's ${grid.steps}`, given.grid.steps, same);
    const kept = maxLots === undefined || maxLots === given.maxLots;
    checkThat(action, "maxLots", `the table's ${given.maxLots}, or left out`, maxLots, kept);
    checkFills(action, given, flow);
    return given;
  }
  const { strategy, execution } = given;
  if (strategy.readsPrice) {
    throw new TypeError(`Cannot build policyTable as ${strategy.name} reads the mid-price`);
  }
  const lots = maxLots ?? tabulatedLots(grid, execution);
  checkWhole(action, "maxLots", lots);
  const width = 2 * lots + 1;
  const rows = strategy.readsTime ? grid.steps : 1;
  const column = () => new Float64Array(rows * width);
  const table: PolicyTable = {
    name: strategy.name,
    grid,
    execution,
    maxLots: lots,
    stride: strategy.readsTime ? width : 0,
    bidDepth: column(),
    askDepth: column(),
    bidFill: column(),
    askFill: column(),
    forced: new Int8Array(width),
  };
  // Called in place of standing in the loop: the engine would compile a loop with all of this in it while it
  // runs, and as well as it can, which takes longer than the table.
  const enter = (n: number, i: number, lowest: number) => {
    const inventory = (i - lots) * execution.orderSize;
    // A strategy that reckons with the price after all turns NaN into NaN depths, which are refused.
    const situation = situationAt(grid, n, NaN, inventory);
    const quote = strategy.quote(situation);
    if (n === 0 && isRecord(quote)) checkFlags(action, strategy, situation, quote);
    checkQuote(strategy.name, quote);
    const bidDepth = Math.max(quote.bidDepth, lowest);
    const askDepth = Math.max(quote.askDepth, lowest);
    const at = n * width + i;
    table.bidDepth[at] = bidDepth;
    table.askDepth[at] = askDepth;
    table.bidFill[at] = flow.fillProbability("bid", bidDepth, grid.dt);
    table.askFill[at] = flow.fillProbability("ask", askDepth, grid.dt);
  };
  for (let i = 0; i < width; i++) {
    const lowest = lowestDepth(i - lots, execution);
    table.forced[i] = forcedOrders(i - lots, execution);
    for (let n = 0; n < rows; n++) enter(n, i, lowest);
  }
  return table;
}

/** Refuses a table whose fills are those of another flow, by what it says of the first step. */
function checkFills(action: string, table: PolicyTable, flow: MemorylessFlow): void {
  const { bidDepth, askDepth, bidFill, askFill, grid: { dt }, maxLots, name } = table;
  for (let i = 0; i <= 2 * maxLots; i++) {
    const same = bidFill[i] === flow.fillProbability("bid", bidDepth[i], dt) &&
      askFill[i] === flow.fillProbability("ask", askDepth[i], dt);
    checkThat(action, "the table", "made in a market of the setting's order flow", name, same);
  }
}

/** Refuses what is no setting, or has no order flow: more a table does not ask for. */
function checkTableSetting(action: string, setting: TableSetting): void {
  const given: unknown = setting?.market;
  if (!isRecord(given) || "price" in given) return checkSetting(action, setting as Setting);
  shaped("flow")(action, "setting.market.flow", given.flow);
  checkGrid(action, "setting.grid", setting.grid);
}

/** The trader or table that is meant; a name is looked up, and the nearest right one told. */
function traderIn<Name extends string>(
  action: string,
  { traders }: Pick<Setting<Name>, "traders">,
  trader: TraderOrTable<Name>,
): Trader | PolicyTable {
  if (typeof trader === "string") {
    checkOneOf(action, "trader", trader, Object.keys(traders ?? {}) as Name[]);
    return traders![trader];
  }
  const record = isRecord(trader);
  if (record && "bidFill" in trader) shaped("policyTable")(action, "trader", trader);
  else if (record && "strategy" in trader) checkTrader(action, "trader", trader as Trader);
  else {
    const rule = "a name, a strategy with its execution, or a policy table";
    checkShape(action, "trader", rule, trader, false);
  }
  return trader;
}
