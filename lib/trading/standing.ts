import { isRecord, shown } from "../shown.ts";
import type { Quote, Situation, Strategy } from "../strategy/strategy.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { Execution } from "./execution.ts";
import { forcedOrders, isBeyond } from "./step.ts";

/** What stands in the book for a quote: the second and third event of a step. */
export function standing(quote: Quote, lots: number, execution: Execution): Quote {
  const lowest = lowestDepth(lots, execution);
  return {
    bidDepth: Math.max(quote.bidDepth, lowest),
    askDepth: Math.max(quote.askDepth, lowest),
  };
}

/**
 * The lowest depth that stands in the book for a trader who holds so many orders: lower ones are raised to it.
 *
 * The one place that knows the safety clamp, and that a forced order leaves no quote; the trade loop, the
 * policy table and so every exact solver ask it.
 */
export function lowestDepth(lots: number, execution: Execution): number {
  if (forcedOrders(lots, execution) !== 0) return Infinity;
  const { minimumDepth, orderSize } = execution;
  return isBeyond(lots * orderSize, execution) ? -Infinity : minimumDepth;
}

/** What a strategy sees at the n-th time of a grid. */
export function situationAt(
  { dt, horizon }: TimeGrid,
  n: number,
  midPrice: number,
  inventory: number,
): Situation {
  const time = n * dt;
  return { time, timeLeft: horizon - time, midPrice, inventory };
}

/** What a strategy answers to a situation, refused where no book could hold it. */
export function quoteIn({ name, quote }: Strategy, situation: Situation): Quote {
  const asked = quote(situation);
  checkQuote(name, asked);
  return asked;
}

/** Refuses depths that no book could hold. */
export function checkQuote(name: string, quote: Quote): void {
  const { bidDepth, askDepth } = quote ?? {};
  // Written so that NaN fails both comparisons.
  const numbers = typeof bidDepth === "number" && typeof askDepth === "number";
  if (numbers && bidDepth > -Infinity && askDepth > -Infinity) return;
  if (numbers) {
    throw new RangeError(
      `Cannot quote with ${name} as depths must be numbers above -Infinity: ` +
        `current values are ${bidDepth} and ${askDepth}`,
    );
  }
  const named = isRecord(quote) && "bidDepth" in quote && "askDepth" in quote;
  const given = named ? `bidDepth ${shown(bidDepth)}, askDepth ${shown(askDepth)}` : shown(quote);
  throw new TypeError(
    `Cannot quote with ${name} as its answer must be { bidDepth, askDepth }, two distances from the ` +
      `mid-price: current value is ${given}`,
  );
}
