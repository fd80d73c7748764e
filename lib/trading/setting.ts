import type { Market } from "../market/draw.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { Trader } from "./execution.ts";

/** Where somebody trades: a market, a clock, and traders by name where there are names. A scenario is one. */
export interface Setting<Name extends string = string> {
  /** How the mid-price moves, and how market orders arrive. */
  readonly market: Market;
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** Traders by a short name. */
  readonly traders?: Readonly<Record<Name, Trader>>;
}
