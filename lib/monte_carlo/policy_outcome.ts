import { book } from "../trading/ledger.ts";
import type { PolicyTable } from "../trading/policy_table.ts";

/** What a step does to a trader who holds so many orders, given which of its quotes are filled. */
export interface PolicyOutcome {
  /** Orders held afterwards. */
  readonly next: number;
  /** Orders crossed as a taker. */
  readonly taken: number;
  /** Cash taken in for each unit of currency of the mid-price. */
  readonly slope: number;
  /** Cash taken in at a mid-price of zero, for the two depths; the mark of our impact included. */
  readonly cashOf: (bidDepth: number, askDepth: number) => number;
}

/**
 * The outcome of a step; `outcome` is 2·(ask filled) + (bid filled).
 *
 * Where an order is forced, its side counts as filled. The ledger does the arithmetic here as in the trade
 * loop: it is linear in the price.
 */
export function outcomeOf(table: PolicyTable, lots: number, outcome: number): PolicyOutcome {
  const { execution, maxLots, forced, flattened } = table;
  const { orderSize, impact } = execution;
  const must = forced[lots + maxLots];
  const asks = must === 0 ? outcome >> 1 : 0;
  const bids = must === 0 ? outcome & 1 : 0;
  const held = lots + bids - asks;
  const flat = flattened[held + maxLots] === 1;
  const crossedLots = flat ? -held : must;
  const next = held + crossedLots;
  const trades = {
    bought: bids * orderSize,
    sold: asks * orderSize,
    crossed: crossedLots * orderSize,
  };
  const { cash: slope } = book(
    { ...trades, midPrice: 1, bidDepth: 0, askDepth: 0, crossingCost: 0 },
    execution,
  );
  const crossingCost = flat ? 0 : execution.crossingCost;
  // Impact moves the session's mid away from the tape's by −ξ·lots. The kernel trades and marks at the
  // tape's, so what the difference is worth is booked as cash.
  const moved = -slope * impact * lots - impact * orderSize * (next * next - lots * lots);
  return {
    next,
    taken: Math.abs(crossedLots),
    slope,
    cashOf: (bidDepth, askDepth) =>
      book({ ...trades, midPrice: 0, bidDepth, askDepth, crossingCost }, execution).cash + moved,
  };
}
