import { checkOneOf } from "../check.ts";
import type { Market } from "../market/draw.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { Trader } from "./execution.ts";
import type { PolicyTable } from "./policy_table.ts";

/** Where somebody trades: a market, a clock, and traders by name where there are names. A scenario is one. */
export interface Setting<Name extends string = string> {
  /** How the mid-price moves, and how market orders arrive. */
  readonly market: Market;
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** Traders by a short name. */
  readonly traders?: Readonly<Record<Name, Trader>>;
}

/** Somebody who trades in a setting: one of its traders by name, a trader of one's own, or a policy table. */
export type TraderOrTable<Name extends string = string> = NoInfer<Name> | Trader | PolicyTable;

/** The trader or table that is meant; a name is looked up, and the nearest right one told. */
export function traderIn<Name extends string>(
  action: string,
  { traders }: Pick<Setting<Name>, "traders">,
  trader: TraderOrTable<Name>,
): Trader | PolicyTable {
  if (typeof trader === "string") {
    checkOneOf(action, "trader", trader, Object.keys(traders ?? {}) as Name[]);
    return traders![trader];
  }
  const known = typeof trader === "object" && trader !== null &&
    ("strategy" in trader || "bidFill" in trader);
  if (known) return trader;
  throw new TypeError(
    `Cannot ${action} as trader must be a name, a strategy with its execution, or a policy table: ` +
      `current value is ${String(trader)}`,
  );
}
