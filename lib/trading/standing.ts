import { isRecord, shown } from "../shown.ts";
import type { Quote, Situation, Strategy } from "../strategy/strategy.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { Execution } from "./execution.ts";
import { forcedOrders, isBeyond } from "./step.ts";

/** No bid and no ask. */
export const NOTHING: Quote = { bidDepth: Infinity, askDepth: Infinity };

/**
 * What stands in the book for a quote: the second and third event of a step.
 *
 * The one place that knows the safety clamp, and that a forced order leaves no quote; the trade loop, the
 * policy table and so every exact solver ask it.
 */
export function standing(quote: Quote, lots: number, execution: Execution): Quote {
  if (forcedOrders(lots, execution) !== 0) return NOTHING;
  const { bidDepth, askDepth } = quote;
  const { minimumDepth, orderSize } = execution;
  return isBeyond(lots * orderSize, execution) ? { bidDepth, askDepth } : {
    bidDepth: Math.max(bidDepth, minimumDepth),
    askDepth: Math.max(askDepth, minimumDepth),
  };
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
