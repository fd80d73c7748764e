import type { Execution } from "./execution.ts";
import { book, type Booking, type Executions } from "./ledger.ts";

/** What meets a trader in one step. */
export interface StepEvents extends Pick<Executions, "midPrice" | "bidDepth" | "askDepth"> {
  /** Orders held at the step's start, signed. */
  readonly lots: number;
  /** Orders that our bid bought. */
  readonly bids: number;
  /** Orders that our ask sold. */
  readonly asks: number;
}

/** What a step comes to, before the price moves. */
export interface StepResult {
  /** Orders held afterwards, signed. */
  readonly lots: number;
  /** Units bought by the bid. */
  readonly bought: number;
  /** Units sold by the ask. */
  readonly sold: number;
  /** Units crossed as a taker, signed: positive bought, negative sold. */
  readonly crossed: number;
  /** What the executions did to the books. */
  readonly booking: Booking;
  /** How far our fills move the mid for good, in currency. */
  readonly impact: number;
}

/** The terms that say what is too much. */
type Limit = Pick<Execution, "limit" | "orderSize">;

/**
 * A hair of slack, in orders. Inventories are multiples of the order size, so it hides no order, but keeps
 * three orders of 0.1 (0.30000000000000004) within a limit of 0.3.
 */
const SLACK = 1e-9;

/** Whether an inventory, in units, is beyond the limit. */
export function isBeyond(inventory: number, { limit, orderSize }: Limit): boolean {
  return Math.abs(inventory) - limit > SLACK * orderSize;
}

/** The most orders that are within the limit. */
export function lotsWithin({ limit, orderSize }: Limit): number {
  return Math.floor(limit / orderSize + SLACK);
}

/** Orders that cross for certain at a step's start, signed: the `cross-one` rule. */
export function forcedOrders(lots: number, execution: Execution): -1 | 0 | 1 {
  const { breach, orderSize } = execution;
  if (breach !== "cross-one" || !isBeyond(lots * orderSize, execution)) return 0;
  return lots > 0 ? -1 : 1;
}

/**
 * The order of events within a step, in one place: the fills, then what the limit makes the trader cross,
 * then the cash of it all, then the impact of the fills. What trades tapes, what simulates from tables and
 * every exact solver ask it.
 *
 * `cross-one` crosses the order forced at the step's start at the crossing cost; `flatten` crosses all that
 * is held after the fills, at the mid.
 */
export function tradeStep(events: StepEvents, execution: Execution): StepResult {
  const { lots, bids, asks, midPrice, bidDepth, askDepth } = events;
  const { orderSize, breach } = execution;
  const held = lots + bids - asks;
  const flattens = breach === "flatten" && isBeyond(held * orderSize, execution);
  const crossedLots = flattens ? -held : forcedOrders(lots, execution);
  const bought = bids * orderSize, sold = asks * orderSize, crossed = crossedLots * orderSize;
  const crossingCost = flattens ? 0 : execution.crossingCost;
  const booking = book(
    { midPrice, bought, sold, bidDepth, askDepth, crossed, crossingCost },
    execution,
  );
  const impact = execution.impact * (asks - bids);
  return { lots: held + crossedLots, bought, sold, crossed, booking, impact };
}
