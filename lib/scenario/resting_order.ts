import type { Replay } from "../market/replay/recording.ts";
import type { Tape } from "../market/tape.ts";

/** Which prints fill a quote: those beyond its price, those after what stood there first, or those at it too. */
export type QueueRule = "through" | "queue" | "touch";

/** One side's order in a recorded book, step after step. */
export interface RestingOrder {
  /** Lets it stand at a price in a step: units printed within its reach, and whether the book ran over it. */
  readonly stand: (
    step: number,
    price: number,
  ) => { readonly printed: number; readonly ranOver: boolean };
  /** Takes it out of the book, and with it its place in the queue. */
  readonly leave: () => void;
}

/** Makes one side's order. Sides are signed: 1 for an ask, which buyers reach for, −1 for a bid. */
export function restingOrder(
  side: 1 | -1,
  tape: Tape,
  { tick, printReach, book, levels }: Pick<Replay, "tick" | "printReach" | "book" | "levels">,
  fills: QueueRule,
): RestingOrder {
  const [reaches, prints] = side === 1
    ? [tape.buyReach, printReach.buy]
    : [tape.sellReach, printReach.sell];
  const [best, quantity] = side === 1
    ? [book?.ask, book?.askQuantity]
    : [book?.bid, book?.bidQuantity];
  // Half a tick beside a price, a comparison of whole ticks is never one of their rounding.
  const half = tick / 2;
  // What must trade first at our price; our place is kept while the price stays.
  let [stood, ahead] = [NaN, 0];

  /** Units printed in a step at prices beyond a signed price, or at it. */
  function printedBeyond(step: number, signed: number): { beyond: number; at: number } {
    let [beyond, at] = [0, 0];
    if (levels === null) {
      const reach = prints[step] + side * tape.midPrice[step];
      if (reach > signed + half) beyond = Infinity;
      else if (tick > 0 && reach > signed - half) at = Infinity;
      return { beyond, at };
    }
    for (let i = levels.from[step]; i < levels.from[step + 1]; i++) {
      const { [i]: price } = levels.price;
      if (price > 0 !== side > 0) continue;
      if (price > signed + half) beyond += levels.quantity[i];
      else if (tick > 0 && price > signed - half) at += levels.quantity[i];
    }
    return { beyond, at };
  }

  return {
    stand(step, price) {
      const signed = side * price;
      const { beyond, at } = printedBeyond(step, signed);
      const run = reaches[step] > prints[step] &&
        reaches[step] + side * tape.midPrice[step] > signed - half;
      let printed = beyond;
      if (fills === "touch") printed += at;
      if (fills === "queue" && book && best && quantity) {
        const { [step]: row } = book.row;
        const inside = side * best[row] - signed;
        const kept = Math.abs(stood - price) <= half;
        if (inside > half) ahead = 0;
        else if (inside > -half) ahead = Math.min(kept ? ahead : Infinity, quantity[row]);
        else ahead = Infinity;
        // Where a print went beyond our price, all that stood at it has traded.
        printed = beyond > 0 ? beyond + Math.max(0, at - ahead) : Math.max(0, at - ahead);
        ahead = Math.max(0, ahead - at);
        stood = price;
      }
      return { printed, ranOver: run && printed === 0 };
    },
    leave() {
      stood = NaN;
    },
  };
}
