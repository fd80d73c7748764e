import type { MemorylessFlow } from "../market/order_flow.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { Execution, Trader } from "../trading/execution.ts";
import { type PolicyTable, policyTable } from "../trading/policy_table.ts";
import { lotsWithin, tradeStep } from "../trading/step.ts";
import { tabulatedLots } from "../trading/tabulated_lots.ts";
import { ALWAYS, fillThreshold } from "./fill_threshold.ts";

/*
 * The kernel's tables; `kernel/trade.as.ts` says what a row holds. Money in them is counted for a 32nd of
 * an order, since rows are 32 bytes apart. Forced trades are fills that never fail. The two rows beyond
 * the tabulated inventories fill nothing: a path that ends there has left the table, and is traded again by
 * the plain loop.
 */

/** Bytes of a row. */
export const ROW = 32;

/** Rows that one trader may take: 32 MB. Beyond, its paths go through the plain loop. */
const MOST_ROWS = 2 ** 20;

/** Steps of a path that the kernel holds: 512 MB. */
const MOST_STEPS = 2 ** 22;

/** More orders than anybody holds. */
const NO_LIMIT = 2 ** 25;

/** A trader as the kernel knows it; places and distances in bytes of the tables. */
export interface CompiledPolicy {
  /** Row of an inventory of zero in step 0. */
  readonly start: number;
  /** From a row to the same inventory's in the next step; 0 where one row serves all steps. */
  readonly leap: number;
  /** Distance from zero beyond which an order is forced. */
  readonly crossing: number;
  /** Distance from zero beyond which the position is flattened after the fills. */
  readonly flattening: number;
  /** Whether it flattens, or its fills move the mid. */
  readonly unusual: boolean;
  /** The taker's fee of flattening, as a share. */
  readonly fee: number;
  /** What a step with both fills earns beyond the sum of the two, for a 32nd of an order. */
  readonly both: number;
  /** Orders at which a path has left the table. */
  readonly edge: number;
  /** Units in one order. */
  readonly orderSize: number;
}

/** Several traders' tables in one piece of memory. */
export interface CompiledPolicies {
  /** The rows. */
  readonly tables: Uint8Array;
  /** The traders, in the order given. */
  readonly policies: readonly CompiledPolicy[];
}

/** Largest inventory to tabulate for a trader, in orders, or undefined where no table can serve. */
function lotsOf({ strategy, execution }: Trader, grid: TimeGrid): number | undefined {
  const { impact, limit, breach } = execution;
  // Forced trades leave no impact, so with them the mid is no function of the inventory.
  const shifted = impact !== 0 && breach !== "none" && limit !== Infinity;
  if (strategy.readsPrice || shifted || grid.steps > MOST_STEPS) return undefined;
  if (!strategy.readsTime) return tabulatedLots(grid, execution);
  // Four standard deviations of a fair coin a step and side: of 20,000 such paths one leaves, and is traded
  // again, which costs less than rows that nobody meets.
  const lots = Math.min(tabulatedLots(grid, execution), Math.ceil(3 * Math.sqrt(grid.steps)));
  return grid.steps * (2 * lots + 3) <= MOST_ROWS ? lots : undefined;
}

/** Whether the kernel can trade for a trader. */
export function isCompilable(trader: Trader, grid: TimeGrid): boolean {
  return lotsOf(trader, grid) !== undefined;
}

/** Compiles traders, each of them compilable. */
export function compilePolicies(
  traders: readonly Trader[],
  flow: MemorylessFlow,
  grid: TimeGrid,
): CompiledPolicies {
  const compiled = traders.map((trader) => {
    const table = policyTable({ market: { flow }, grid }, trader, {
      maxLots: lotsOf(trader, grid),
    });
    return { table, rows: rowsOf(table, flow) };
  });
  const bytes = compiled.reduce((sum, { rows }) => sum + rows.byteLength, 0);
  const tables = new Uint8Array(bytes);
  let first = 0;
  const policies = compiled.map(({ table, rows }) => {
    tables.set(new Uint8Array(rows), first);
    const policy = policyOf(table, first);
    first += rows.byteLength;
    return policy;
  });
  return { tables, policies };
}

function policyOf(
  { maxLots, stride, execution }: PolicyTable,
  first: number,
): CompiledPolicy {
  const { breach, orderSize, fee, impact } = execution;
  const edge = maxLots + 1;
  const limit = ROW * Math.min(NO_LIMIT, lotsWithin(execution));
  return {
    start: first + edge * ROW,
    leap: stride === 0 ? 0 : (2 * edge + 1) * ROW,
    crossing: breach === "cross-one" ? limit : ROW * NO_LIMIT,
    flattening: breach === "flatten" ? limit : ROW * NO_LIMIT,
    unusual: breach === "flatten" || impact !== 0,
    fee,
    both: 2 * ROW * impact,
    edge,
    orderSize,
  };
}

function rowsOf(table: PolicyTable, flow: MemorylessFlow): ArrayBuffer {
  const { maxLots, stride, grid: { steps, dt }, bidDepth, askDepth, forced, execution } = table;
  const width = 2 * maxLots + 3, times = stride === 0 ? 1 : steps;
  const rows = new ArrayBuffer(times * width * ROW);
  const integers = new Int32Array(rows), reals = new Float64Array(rows);
  for (let lots = -maxLots; lots <= maxLots; lots++) {
    const must = forced[lots + maxLots], quoted = must === 0 ? 1 : 0;
    const sold = earnings(execution, lots, { bids: 0, asks: quoted });
    const bought = earnings(execution, lots, { bids: quoted, asks: 0 });
    // By step n nobody holds more than n orders; where one row serves all steps, it is met later.
    for (let n = times === 1 ? 0 : Math.abs(lots); n < times; n++) {
      const row = n * width + lots + maxLots + 1, at = n * stride + lots + maxLots;
      const ask = must < 0 ? ALWAYS : fillThreshold(flow, "ask", askDepth[at], dt);
      const bid = must > 0 ? ALWAYS : fillThreshold(flow, "bid", bidDepth[at], dt);
      integers[8 * row] = ask;
      integers[8 * row + 1] = bid;
      reals[4 * row + 1] = sold.ofMid;
      // Where nothing is ever filled there may be no quote: a depth without end.
      if (ask > 0) reals[4 * row + 2] = sold.fixed + (must < 0 ? 0 : sold.ofDepth * askDepth[at]);
      if (bid > 0) {
        reals[4 * row + 3] = bought.fixed + (must > 0 ? 0 : bought.ofDepth * bidDepth[at]);
      }
    }
  }
  return rows;
}

/** What a step earns beyond the mid: ofMid · S + ofDepth · depth + fixed. */
interface Earnings {
  readonly ofMid: number;
  readonly ofDepth: number;
  readonly fixed: number;
}

/**
 * What a step with these fills earns for a 32nd of an order, flattening left out. The trade loop's own step
 * says so: it is linear in the mid-price and in the depth.
 */
function earnings(
  execution: Execution,
  lots: number,
  fills: { readonly bids: number; readonly asks: number },
): Earnings {
  const { orderSize, impact, breach } = execution;
  const terms: Execution = { ...execution, breach: breach === "flatten" ? "none" : breach };
  const earned = (midPrice: number, depth: number, crossingCost = 0) => {
    const events = { lots, ...fills, midPrice, bidDepth: depth, askDepth: depth };
    const { booking, lots: next } = tradeStep(events, { ...terms, crossingCost });
    const { spread, rebate, fee, crossing } = booking;
    return { money: (spread + rebate - fee - crossing) * ROW / orderSize, next };
  };
  const ofMid = earned(1, 0).money, ofDepth = earned(0, 1).money;
  const { money, next } = earned(0, 0, terms.crossingCost);
  // Impact moves the session's mid away from the tape's by −ξ·lots: the trader earns its shares there, and
  // what it holds afterwards moves with the mid.
  const moved = impact * (ofMid * lots + ROW * next * (next - lots));
  return { ofMid, ofDepth, fixed: money - moved };
}
