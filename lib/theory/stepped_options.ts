import type { GueantLehalleBeliefs } from "../strategy/gueant_lehalle_values.ts";
import type { TimeGridOptions } from "../time_grid.ts";
import type { ExecutionOptions } from "../trading/execution.ts";

/** What `steppedOptimum` is told to believe: the market, the clock, and the terms it trades on. */
export interface SteppedOptimumOptions
  extends GueantLehalleBeliefs, TimeGridOptions, Omit<ExecutionOptions, "orderSize" | "impact"> {
  /** How a step's fill probability follows from the intensity. @default {"first-order"} */
  readonly fills?: "first-order" | "exact";
  /** Believed surplus b of buy orders over sell orders: A·(1 ± b); −1 to 1. @default {0} */
  readonly flowBias?: number;
  /** Mid-price S_0, at which rebates and fees are taken; needed where there are any. */
  readonly initialPrice?: number;
  /**
   * Largest inventory Q it lets itself reach, in units; a multiple of the order size.
   * @default {all that an enforced limit allows; without one, so much that more would be worth no more}
   */
  readonly maxInventory?: number;
  /** Cost b(|q|) of the inventory at the end, in currency; >= 0 and finite. @default {no cost} */
  readonly terminalPenalty?: (inventory: number) => number;
}
