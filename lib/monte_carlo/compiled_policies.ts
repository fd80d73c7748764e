import type { MemorylessFlow } from "../market/order_flow.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { Trader } from "../trading/execution.ts";
import { type PolicyTable, policyTable } from "../trading/policy_table.ts";
import { lotsWithin } from "../trading/step.ts";
import { tabulatedLots } from "../trading/tabulated_lots.ts";
import { ROW } from "./kernel/layout.ts";
import { policyRows } from "./policy_rows.ts";

/** Rows that one trader may take: 32 MB. Beyond, its paths go through the plain loop. */
const MOST_ROWS = 2 ** 20;

/** Steps of a path that the kernel holds: 128 MB, and as much a trader where every grid time is recorded. */
const MOST_STEPS = 2 ** 20;

/** Probability that a path leaves a table, below which it is wide enough: the plain loop trades it again. */
const RARE = 1e-6;

/** More orders than anybody holds. */
const NO_LIMIT = 2 ** 25;

/** A trader as the kernel knows it; places and distances in bytes of its table. */
export interface CompiledPolicy {
  /** Its table: {@linkcode policyRows}. */
  readonly rows: Uint8Array;
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

/** Largest inventory to tabulate for a trader, in orders, or undefined where no table can serve. */
function lotsOf({ strategy, execution }: Trader, grid: TimeGrid): number | undefined {
  const { impact, limit, breach } = execution;
  // Forced trades leave no impact, so with them the mid is no function of the inventory.
  const shifted = impact !== 0 && breach !== "none" && limit !== Infinity;
  if (strategy.readsPrice || shifted || grid.steps > MOST_STEPS) return undefined;
  // Six standard deviations of a fair coin a step and side, or what there is room for.
  const lots = Math.min(tabulatedLots(grid, execution), Math.ceil(4 * Math.sqrt(grid.steps)));
  if (!strategy.readsTime) return lots;
  const room = Math.floor((MOST_ROWS / grid.steps - 3) / 2);
  return room < Math.sqrt(grid.steps) && room < lots ? undefined : Math.min(lots, room);
}

/** Whether the kernel can trade for a trader. */
export function isCompilable(trader: Trader, grid: TimeGrid): boolean {
  return lotsOf(trader, grid) !== undefined;
}

/** Compiles a trader, who must be compilable. */
export function compilePolicy(
  trader: Trader,
  flow: MemorylessFlow,
  grid: TimeGrid,
): CompiledPolicy {
  const table = tableFor(trader, flow, grid), { maxLots, stride, execution } = table;
  const { breach, orderSize, fee, impact } = execution;
  const edge = maxLots + 1;
  const limit = ROW * Math.min(NO_LIMIT, lotsWithin(execution));
  return {
    rows: new Uint8Array(policyRows(table, flow)),
    start: edge * ROW,
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

/** A trader's table, where it has a row for every step no wider than it needs to be. */
function tableFor(trader: Trader, flow: MemorylessFlow, grid: TimeGrid): PolicyTable {
  const most = lotsOf(trader, grid)!, setting = { market: { flow }, grid };
  let maxLots = trader.strategy.readsTime ? Math.min(most, Math.ceil(Math.sqrt(grid.steps))) : most;
  for (;;) {
    const table = policyTable(setting, trader, { maxLots });
    if (maxLots === most || leaving(table) < RARE) return table;
    maxLots = Math.min(most, 2 * maxLots);
  }
}

/** Probability that a path leaves a table; forced trades only keep it in. */
function leaving({ grid: { steps }, maxLots, stride, bidFill, askFill }: PolicyTable): number {
  const beyond = 2 * maxLots + 2;
  let now = new Float64Array(beyond + 1), next = now.slice();
  now[maxLots + 1] = 1;
  let left = 0;
  // A function of its own, as in `policyTable`: a first run waits for no compiler.
  const step = (n: number) => {
    next.fill(0);
    for (let i = 1; i < beyond; i++) {
      const at = n * stride + i - 1;
      const up = now[i] * bidFill[at] * (1 - askFill[at]);
      const down = now[i] * askFill[at] * (1 - bidFill[at]);
      next[i - 1] += down;
      next[i] += now[i] - up - down;
      next[i + 1] += up;
    }
    left += next[0] + next[beyond];
    [now, next] = [next, now];
  };
  for (let n = 0; n < steps; n++) step(n);
  return left;
}
