import type { MemorylessFlow, Side } from "../market/order_flow.ts";

/** The threshold of a certain fill: as many words as a flow tells apart by their upper 31 bits. */
export const ALWAYS = 2 ** 31;

/**
 * Tells how many of the 2³¹ words fill a quote of a depth on a side: with the words in order, exactly the first so many.
 *
 * Reach falls as the word rises, so `depth < reach` is one integer comparison, `word < threshold`. The
 * fill probability says where to look; the flow's own reaches decide, so that the comparison never
 * differs from the trade loop's, not even by a rounding error.
 */
export function fillThresholds(
  flow: MemorylessFlow,
  side: Side,
  dt: number,
): (depth: number, probability: number) => number {
  // Shifted, a word is as it is drawn: a signed integer.
  const fills = (depth: number, word: number) => depth < flow.reachOf(side, word << 1, dt);
  return (depth, probability) => {
    const guess = Math.min(Math.max(Math.ceil(probability * ALWAYS - 0.5), 0), ALWAYS);
    let filled = guess, unfilled = guess;
    for (let step = 1; filled > 0 && !fills(depth, filled - 1); step *= 2) {
      unfilled = filled - 1;
      filled = Math.max(0, filled - step);
    }
    for (let step = 1; unfilled < ALWAYS && fills(depth, unfilled); step *= 2) {
      filled = unfilled + 1;
      unfilled = Math.min(ALWAYS, unfilled + step);
    }
    while (filled < unfilled) {
      const middle = Math.floor((filled + unfilled) / 2);
      if (fills(depth, middle)) filled = middle + 1;
      else unfilled = middle;
    }
    return filled;
  };
}
