import type { TradeBatch } from "./batch.ts";

/** So many prints on the wrong side of the one before are no chance. */
const ENOUGH = 30;

/**
 * Looks at trades alone for buyers and sellers that have changed names. A buyer who comes after a seller pays
 * the spread more than the seller got, unless the price has moved by more than the spread in between; where
 * three such pairs in four are the other way round, it is the names that are wrong.
 */
export function sideChecker() {
  let [lastPrice, lastSide, right, wrong] = [NaN, 0, 0, 0];
  return {
    /** Takes the next trades, in order of time. */
    add({ price, aggressor }: TradeBatch, from: number, to: number): void {
      for (let i = from; i < to; i++) {
        if (aggressor[i] !== lastSide && lastSide !== 0) {
          const paid = aggressor[i] * (price[i] - lastPrice);
          if (paid > 0) right++;
          else if (paid < 0) wrong++;
        }
        [lastPrice, lastSide] = [price[i], aggressor[i]];
      }
    },
    /** Whether the names have been exchanged, as far as trades alone can tell. */
    exchanged: (): boolean => wrong >= ENOUGH && wrong > 3 * right,
  };
}
