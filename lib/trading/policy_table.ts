import { checkWhole } from "../check.ts";
import type { MemorylessFlow } from "../market/order_flow.ts";
import type { TimeGrid } from "../time_grid.ts";
import { checkQuote, standing } from "./standing.ts";
import type { Execution, Trader } from "./execution.ts";
import { forcedOrders } from "./step.ts";
import { tabulatedLots } from "./tabulated_lots.ts";

/** What {@linkcode policyTable} tabulates. */
export interface PolicyTableOptions {
  /** Strategy and terms of execution; the strategy must not read the price. */
  readonly trader: Trader;
  /** The order flow that fills the quotes; its steps are independent. */
  readonly flow: MemorylessFlow;
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** Largest inventory tabulated, in orders. @default {what a limit allows, else 12·√steps, never more than steps} */
  readonly maxLots?: number;
}

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

/**
 * Tabulates a policy over steps and inventories.
 *
 * @param options Trader, order flow, clock and range.
 * @returns The table.
 * @throws {TypeError} Where the strategy reads the price, so that no table can hold it.
 * @throws {RangeError} Where a depth is NaN or −Infinity.
 *
 * @example The naive market maker is one row
 * ```ts
 * import { execution, naive, poissonFlow, policyTable, timeGrid } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const table = policyTable({
 *   trader: { strategy: naive({ halfSpread: 0.65 }), execution: execution() },
 *   flow: poissonFlow({ scale: 0.9, decay: 1.5 }),
 *   grid: timeGrid({ horizon: 10, steps: 10 }),
 * });
 * assertEquals(table.stride, 0);
 * assertEquals(table.bidDepth.length, 2 * table.maxLots + 1);
 * ```
 */
export function policyTable({ trader, flow, grid, maxLots }: PolicyTableOptions): PolicyTable {
  const { strategy, execution } = trader;
  if (strategy.readsPrice) {
    throw new TypeError(`Cannot build policyTable as ${strategy.name} reads the mid-price`);
  }
  const lots = maxLots ?? tabulatedLots(grid, execution);
  checkWhole("build policyTable", "maxLots", lots);
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
  for (let i = 0; i < width; i++) {
    const inventory = (i - lots) * execution.orderSize;
    table.forced[i] = forcedOrders(i - lots, execution);
    for (let n = 0; n < rows; n++) {
      const time = n * grid.dt;
      const quote = strategy.quote({
        time,
        timeLeft: grid.horizon - time,
        // A strategy that reads the price after all turns this into NaN depths, which are refused.
        midPrice: NaN,
        inventory,
      });
      checkQuote(strategy.name, quote);
      const { bidDepth, askDepth } = standing(quote, i - lots, execution);
      const at = n * width + i;
      table.bidDepth[at] = bidDepth;
      table.askDepth[at] = askDepth;
      table.bidFill[at] = flow.fillProbability("bid", bidDepth, grid.dt);
      table.askFill[at] = flow.fillProbability("ask", askDepth, grid.dt);
    }
  }
  return table;
}
