import { packedColumn } from "./packed_column.ts";

/** Market orders as columns, in order of time. */
export interface MarketOrders {
  /** The step each came in, 0 to N − 1. */
  readonly step: Int32Array<ArrayBuffer>;
  /** 1 for a buyer, −1 for a seller. */
  readonly aggressor: Int8Array<ArrayBuffer>;
  /** How far each reached beyond the mid at the start of its step, in currency. */
  readonly reach: Float64Array<ArrayBuffer>;
}

/** Collects market orders from prints. */
export interface OrderRecorder {
  /** Takes a print. */
  readonly add: (time: number, price: number, aggressor: number) => void;
  /** The orders of the steps that have a place on the tape, not below 0; none at all where there were too many. */
  readonly orders: (
    placeOf: (step: number) => number,
    midPrice: Float64Array,
  ) => MarketOrders | undefined;
}

/** The most market orders that are kept: with copies for fitting, some 100 MB. */
export const mostOrders = 2_000_000;

/**
 * Puts prints together that were one market order: prints of one aggressor, each at most `pause` after
 * the one before and none of the other side between them. An order's price is its worst print.
 *
 * @param pause Longest pause within one order, in microseconds.
 * @param step Length of a step, in microseconds.
 * @param most The most orders that are kept; beyond, all are let go.
 */
export function orderRecorder(
  pause: number,
  step: number,
  most: number = mostOrders,
): OrderRecorder {
  // A seller's price is kept negative, so that the worst print of either side is the largest.
  const blank = () => packedColumn(most + 1);
  let [steps, worst] = [blank(), blank()];
  let [lastTime, lastSide, tooMany] = [-Infinity, 0, false];
  return {
    add(time, price, aggressor) {
      if (tooMany) return;
      const count = steps.length();
      if (aggressor !== lastSide || time - lastTime > pause) {
        steps.push(Math.floor(time / step));
        worst.push(aggressor * price);
      } else {
        worst.set(count - 1, Math.max(worst.at(count - 1)!, aggressor * price));
      }
      [lastTime, lastSide] = [time, aggressor];
      tooMany = steps.length() > most;
      if (tooMany) [steps, worst] = [blank(), blank()];
    },
    orders(placeOf, midPrice) {
      if (tooMany) return undefined;
      const count = steps.length();
      const places = Int32Array.from({ length: count }, (_, i) => placeOf(steps.at(i)!));
      const kept = places.reduce((sum, place) => place < 0 ? sum : sum + 1, 0);
      const orders = {
        step: new Int32Array(kept),
        aggressor: new Int8Array(kept),
        reach: new Float64Array(kept),
      };
      let next = 0;
      places.forEach((place, i) => {
        if (place < 0) return;
        const price = worst.at(i)!;
        const side = price > 0 ? 1 : -1;
        orders.step[next] = place;
        orders.aggressor[next] = side;
        orders.reach[next++] = price - side * midPrice[place];
      });
      return orders;
    },
  };
}
