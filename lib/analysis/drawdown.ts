import { checkSample } from "./check_sample.ts";

/** The deepest fall of a wealth curve. */
export interface Drawdown {
  /** How far wealth fell from its highest value so far, in currency; 0 where it never fell. */
  readonly depth: number;
  /** Index of the high the fall began at: the last time wealth stood there. */
  readonly peak: number;
  /** Index of the low it ended at; equal to `peak` where wealth never fell. */
  readonly trough: number;
}

/**
 * The largest drawdown: the deepest fall of wealth from a high to a later low.
 *
 * @param wealth Wealth at the grid's times, in currency.
 * @returns Depth, and where the fall began and ended; the earliest of equally deep ones.
 * @throws {RangeError} Where the curve is empty or a value is not finite.
 *
 * @example From 3 down to −1
 * ```ts
 * import { maxDrawdown } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(maxDrawdown([0, 3, 1, -1, 4, 2]), { depth: 4, peak: 1, trough: 3 });
 * ```
 */
export function maxDrawdown(wealth: ArrayLike<number>): Drawdown {
  checkSample("take maxDrawdown", "wealth", wealth);
  let deepest: Drawdown = { depth: 0, peak: 0, trough: 0 };
  let peak = 0;
  for (let n = 0; n < wealth.length; n++) {
    if (wealth[n] >= wealth[peak]) peak = n;
    const depth = wealth[peak] - wealth[n];
    if (depth > deepest.depth) deepest = { depth, peak, trough: n };
  }
  return deepest;
}
