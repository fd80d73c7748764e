import type { MemorylessFlow } from "../market/order_flow.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { Trader } from "../trading/execution.ts";
import { type PolicyTable, policyTable } from "../trading/policy_table.ts";
import { tabulatedLots } from "../trading/tabulated_lots.ts";
import { ALWAYS, fillThreshold } from "./fill_threshold.ts";
import { outcomeOf } from "./policy_outcome.ts";

/*
 * The kernel's tables. Every inventory (of every step, where the policy reads time) has a row of 16
 * integers and 16 numbers, four of each for every outcome of a step; outcome 2·(ask filled) +
 * (bid filled) begins at the row + 4·outcome:
 *
 *   integers   0, 1  fill thresholds of ask and bid; in outcome 0 alone
 *              2     the row that comes next
 *              3     orders crossed as a taker
 *   reals      0, 1  cash taken in, as slope · S + constant
 *              2     inventory afterwards, in units
 *
 * Forced trades are fills that never fail, and flattening is part of the outcome that brings it about, so
 * the loop needs no branch for either. The two rows beyond the tabulated inventories fill nothing and lead
 * to themselves: a path that ends there has left the table, and is traded again by the plain loop.
 */

/** Size of a row; outcomes are 4 apart. */
export const ROW = 16;

/** Rows that one trader may take: 200 MB. Beyond, its paths go through the plain loop. */
const MOST_ROWS = 2 ** 20;

/** Where a trader's rows are. */
export interface CompiledPolicy {
  /** Row of an inventory of zero in step 0. */
  readonly start: number;
  /** Row of an inventory of zero after the last step. */
  readonly end: number;
  /** From a row to the same inventory's in the next step; 0 where one row serves all steps. */
  readonly leap: number;
  /** Whether positions are flattened, so that the next row is not always a neighbour. */
  readonly flattens: boolean;
  /** Whether every row, tabulated or not, has the same thresholds and the same cash. */
  readonly steady: boolean;
  /** Orders at which a path has left the table. */
  readonly edge: number;
  /** Units in one order. */
  readonly orderSize: number;
}

/** Several traders' tables in one pair of arrays. */
export interface CompiledPolicies {
  /** Thresholds, next rows and taken orders. */
  readonly integers: Int32Array;
  /** Cash and inventory. */
  readonly reals: Float64Array;
  /** Where the traders' rows are, in the order given. */
  readonly policies: readonly CompiledPolicy[];
}

/** Largest inventory to tabulate for a trader, in orders, or undefined where no table can serve. */
function lotsOf({ strategy, execution }: Trader, grid: TimeGrid): number | undefined {
  const { impact, limit, breach } = execution;
  // Forced trades leave no impact, so with them the mid is no function of the inventory.
  const shifted = impact !== 0 && breach !== "none" && limit !== Infinity;
  if (strategy.readsPrice || shifted) return undefined;
  if (!strategy.readsTime) return tabulatedLots(grid, execution);
  // Five standard deviations and more of a fair coin a step and side: tables of every step grow large.
  const lots = Math.min(tabulatedLots(grid, execution), Math.ceil(4 * Math.sqrt(grid.steps)));
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
  const tables = traders.map((trader) =>
    policyTable({ trader, flow, grid, maxLots: lotsOf(trader, grid) })
  );
  const sizes = tables.map(({ bidDepth, stride }) =>
    bidDepth.length + 2 * (stride === 0 ? 1 : grid.steps)
  );
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const integers = new Int32Array(rows * ROW);
  const reals = new Float64Array(rows * ROW);
  let first = 0;
  const policies = tables.map((table, i) => {
    const policy = placeOf(table, traders[i], first);
    writeRows(table, flow, policy, integers, reals);
    first += sizes[i];
    return policy;
  });
  return { integers, reals, policies };
}

function placeOf(
  { maxLots, stride, grid, execution }: PolicyTable,
  { strategy: { readsInventory = true } }: Trader,
  first: number,
): CompiledPolicy {
  const { breach, limit, orderSize, impact } = execution;
  const edge = maxLots + 1;
  const start = (first + edge) * ROW;
  const leap = stride === 0 ? 0 : (2 * edge + 1) * ROW;
  const limited = limit !== Infinity;
  return {
    start,
    end: start + grid.steps * leap,
    leap,
    flattens: limited && breach === "flatten",
    steady: !readsInventory && stride === 0 && !limited && impact === 0,
    edge,
    orderSize,
  };
}

function writeRows(
  table: PolicyTable,
  flow: MemorylessFlow,
  { start, leap, edge }: CompiledPolicy,
  integers: Int32Array,
  reals: Float64Array,
): void {
  const { maxLots, stride, grid: { steps, dt }, bidDepth, askDepth, forced } = table;
  const rows = leap === 0 ? 1 : steps;
  for (const lots of [-edge, edge]) {
    for (let n = 0; n < rows; n++) {
      const row = start + n * leap + lots * ROW;
      integers[row + 2] = row + leap;
    }
  }
  for (let lots = -maxLots; lots <= maxLots; lots++) {
    const must = forced[lots + maxLots];
    const outcomes = [0, 1, 2, 3].map((outcome) => outcomeOf(table, lots, outcome));
    for (let n = 0; n < rows; n++) {
      const row = start + n * leap + lots * ROW;
      const at = n * stride + lots + maxLots;
      const ask = fillThreshold(flow, "ask", askDepth[at], dt);
      const bid = fillThreshold(flow, "bid", bidDepth[at], dt);
      integers[row] = must < 0 ? ALWAYS : ask;
      integers[row + 1] = must > 0 ? ALWAYS : bid;
      for (let outcome = 0; outcome < 4; outcome++) {
        const { next, taken, slope, cashOf } = outcomes[outcome];
        const place = row + 4 * outcome;
        integers[place + 2] = row + leap + (next - lots) * ROW;
        integers[place + 3] = taken;
        reals[place] = slope;
        reals[place + 1] = outcome === 0 ? 0 : cashOf(bidDepth[at], askDepth[at]);
        reals[place + 2] = next * table.execution.orderSize;
      }
    }
  }
}
