import type { BothSides } from "../sides.ts";
import type { Execution } from "../trading/execution.ts";
import { lowestDepth } from "../trading/standing.ts";
import { forcedOrders, tradeStep } from "../trading/step.ts";
import type { SteppedSide } from "./stepped_depths.ts";

/** What stays the same from step to step. */
export interface SteppedTerms {
  /** Decay k, in 1/currency. */
  readonly decay: BothSides;
  /** Expected orders A·dt that reach the mid in a step. */
  readonly expected: BothSides;
  /** The terms of execution. */
  readonly terms: Execution;
  /** Mid-price at which rebates and fees are taken, in currency. */
  readonly midPrice: number;
}

/** What can be done with one inventory in one step. */
export interface SteppedSides {
  /** What is to come without a fill is worth, in currency. */
  readonly unfilled: number;
  /** The bid. */
  readonly bid: SteppedSide;
  /** The ask. */
  readonly ask: SteppedSide;
}

/**
 * Reads the terms of execution as what a step's two sides can do: all rules and all cash are the trade
 * loop's, at the initial mid-price.
 *
 * @param market Orders and terms.
 * @param limit Largest inventory, in lots.
 * @returns For an inventory's index and the worth of every inventory once the price has moved, the sides.
 */
export function steppedSides(
  { decay, expected, terms, midPrice }: SteppedTerms,
  limit: number,
): (i: number, moved: Float64Array) => SteppedSides {
  const { rebate, orderSize } = terms;
  const extra = rebate * midPrice * orderSize;
  const list = Array.from({ length: 2 * limit + 1 }, (_, i) => {
    const lots = i - limit;
    const landing = (fills: number) => landed(terms, midPrice, lots, fills);
    return {
      floor: lowestDepth(lots, terms),
      closed: forcedOrders(lots, terms) !== 0,
      none: landing(0),
      bought: landing(1),
      sold: landing(-1),
    };
  });
  return (i, moved) => {
    const { floor, closed, none, bought, sold } = list[i];
    const unfilled = moved[none.lots + limit] - none.cost;
    const side = (
      name: "bid" | "ask",
      share: number,
      { lots, held, cost }: Landing,
    ): SteppedSide => ({
      decay: decay[name],
      expected: expected[name],
      share: orderSize * share,
      extra,
      floor,
      change: closed || Math.abs(held) > limit ? -Infinity : moved[lots + limit] - cost - unfilled,
    });
    return {
      unfilled,
      bid: side("bid", 1 - rebate, bought),
      ask: side("ask", 1 + rebate, sold),
    };
  };
}

/** Where a fill leads, in lots, what was held before the limit's rule, and what crossing and impact cost. */
interface Landing {
  readonly lots: number;
  readonly held: number;
  readonly cost: number;
}

function landed(terms: Execution, midPrice: number, from: number, fills: number): Landing {
  const events = { lots: from, bids: fills > 0 ? 1 : 0, asks: fills < 0 ? 1 : 0, midPrice };
  const step = tradeStep({ ...events, bidDepth: 0, askDepth: 0 }, terms);
  const { lots, impact, booking: { fee, crossing } } = step;
  return { lots, held: from + fills, cost: fee + crossing - impact * lots * terms.orderSize };
}
