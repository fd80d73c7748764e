import type { PolicyTable } from "../trading/policy_table.ts";
import { tradeStep } from "../trading/step.ts";

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
 * Where an order is forced, its side counts as filled. The step is the trade loop's: its cash is linear in
 * the price.
 */
export function outcomeOf(table: PolicyTable, lots: number, outcome: number): PolicyOutcome {
  const { execution, maxLots, forced } = table;
  const { orderSize, impact } = execution;
  const quoted = forced[lots + maxLots] === 0;
  const asks = quoted ? outcome >> 1 : 0;
  const bids = quoted ? outcome & 1 : 0;
  const at = (midPrice: number, bidDepth: number, askDepth: number, terms = execution) =>
    tradeStep({ lots, bids, asks, midPrice, bidDepth, askDepth }, terms);
  const { lots: next, booking: { cash: slope } } = at(1, 0, 0, {
    ...execution,
    crossingCost: 0,
  });
  // Impact moves the session's mid away from the tape's by −ξ·lots. The kernel trades and marks at the
  // tape's, so what the difference is worth is booked as cash.
  const moved = -slope * impact * lots - impact * orderSize * (next * next - lots * lots);
  return {
    next,
    taken: Math.abs(next - (lots + bids - asks)),
    slope,
    cashOf: (bidDepth, askDepth) => at(0, bidDepth, askDepth).booking.cash + moved,
  };
}
