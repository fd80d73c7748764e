import type { MemorylessFlow, Side } from "../market/order_flow.ts";

/** The threshold of a certain fill: as many words as a flow tells apart by their upper 31 bits. */
export const ALWAYS = 2 ** 31;

/**
 * How many of the 2³¹ words fill a quote: with the words in order, exactly the first so many.
 *
 * Reach falls as the word rises, so `depth < reach` is one integer comparison, `word < threshold`. The
 * fill probability says where to look; the flow's own reaches decide, so that the comparison never
 * differs from the trade loop's, not even by a rounding error.
 */
export function fillThreshold(
  flow: MemorylessFlow,
  side: Side,
  depth: number,
  dt: number,
  probability = flow.fillProbability(side, depth, dt),
): number {
  const fills = (word: number) => depth < flow.reachOf(side, 2 * word, dt);
  let filled = Math.ceil(probability * ALWAYS - 0.5);
  filled = Math.min(Math.max(filled, 0), ALWAYS);
  let unfilled = filled;
  for (let step = 1; filled > 0 && !fills(filled - 1); step *= 2) {
    unfilled = filled - 1;
    filled = Math.max(0, filled - step);
  }
  for (let step = 1; unfilled < ALWAYS && fills(unfilled); step *= 2) {
    filled = unfilled + 1;
    unfilled = Math.min(ALWAYS, unfilled + step);
  }
  while (filled < unfilled) {
    const middle = Math.floor((filled + unfilled) / 2);
    if (fills(middle)) filled = middle + 1;
    else unfilled = middle;
  }
  return filled;
}
