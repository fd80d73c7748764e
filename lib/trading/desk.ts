import type { Quote, Strategy } from "../strategy/strategy.ts";
import type { Execution } from "./execution.ts";

/** What stands in the book in one step, after the clamp and the limit have had their say. */
export interface Standing extends Quote {
  /** Orders that cross at the step's start, signed: −1 sells one, +1 buys one, 0 for none. */
  readonly forced: -1 | 0 | 1;
}

/** No bid and no ask. */
export const NOTHING: Quote = { bidDepth: Infinity, askDepth: Infinity };

/**
 * Whether an inventory is beyond the limit.
 *
 * Inventories are multiples of the order size, so a hair of slack hides no order, but keeps three orders
 * of 0.1 (0.30000000000000004) within a limit of 0.3.
 */
function isBeyond(inventory: number, { limit, orderSize }: Execution): boolean {
  return Math.abs(inventory) - limit > 1e-9 * orderSize;
}

/**
 * What stands in the book for a quote: the second and third event of a step.
 *
 * The one place that knows the safety clamp and the limit at a step's start; the trade loop, the policy
 * table and so every exact solver ask it.
 */
export function standing(
  quote: Quote,
  inventory: number,
  execution: Execution,
): Standing {
  const { breach, minimumDepth } = execution;
  const beyond = isBeyond(inventory, execution);
  if (beyond && breach === "cross-one") {
    return { ...NOTHING, forced: inventory > 0 ? -1 : 1 };
  }
  const { bidDepth, askDepth } = quote;
  return beyond ? { bidDepth, askDepth, forced: 0 } : {
    bidDepth: Math.max(bidDepth, minimumDepth),
    askDepth: Math.max(askDepth, minimumDepth),
    forced: 0,
  };
}

/** Whether the position is crossed after a step's fills: the `flatten` rule. */
export function flattens(inventory: number, execution: Execution): boolean {
  return execution.breach === "flatten" && isBeyond(inventory, execution);
}

/** Refuses depths that no book could hold. */
export function checkQuote({ name }: Strategy, { bidDepth, askDepth }: Quote): void {
  // Written so that NaN fails both comparisons.
  if (bidDepth > -Infinity && askDepth > -Infinity) return;
  throw new RangeError(
    `Cannot quote with ${name} as depths must be numbers above -Infinity: ` +
      `current values are ${bidDepth} and ${askDepth}`,
  );
}
