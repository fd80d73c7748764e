import type { TradeBatch } from "./batch.ts";

/** Market orders as columns, in order of time. */
export interface MarketOrders {
  /** The step each came in, 0 to N − 1. */
  readonly step: Int32Array<ArrayBuffer>;
  /** 1 for a buyer, −1 for a seller. */
  readonly aggressor: Int8Array<ArrayBuffer>;
  /** How far each reached beyond the mid at the start of its step, in currency. */
  readonly reach: Float64Array<ArrayBuffer>;
}

/**
 * Collects market orders from prints.
 *
 * @internal
 */
export interface OrderRecorder {
  /** Takes the next trades; `step` counts from the clock's origin. */
  readonly add: (batch: TradeBatch, step: number) => void;
  /** The orders of the steps from `first` on that have a mid in `midPrice`. */
  readonly orders: (first: number, midPrice: Float64Array) => MarketOrders;
}

/**
 * Puts prints together that were one market order: prints of one aggressor, each at most `pause` after
 * the one before and none of the other side between them. An order's price is its worst print.
 *
 * @param pause Longest pause within one order, in microseconds.
 *
 * @internal
 */
export function orderRecorder(pause: number): OrderRecorder {
  const steps: number[] = [];
  const sides: number[] = [];
  const worst: number[] = [];
  let [lastTime, lastSide] = [-Infinity, 0];
  return {
    add({ time, price, aggressor }, step) {
      for (let i = 0; i < time.length; i++) {
        const side = aggressor[i];
        const open = worst.length - 1;
        if (side !== lastSide || time[i] - lastTime > pause) {
          steps.push(Math.floor(time[i] / step));
          sides.push(side);
          worst.push(price[i]);
        } else if (side * (price[i] - worst[open]) > 0) {
          worst[open] = price[i];
        }
        [lastTime, lastSide] = [time[i], side];
      }
    },
    orders(first, midPrice) {
      const end = first + midPrice.length - 1;
      const kept = Array.from(steps.keys()).filter((i) => steps[i] >= first && steps[i] < end);
      return {
        step: Int32Array.from(kept, (i) => steps[i] - first),
        aggressor: Int8Array.from(kept, (i) => sides[i]),
        reach: Float64Array.from(kept, (i) => sides[i] * (worst[i] - midPrice[steps[i] - first])),
      };
    },
  };
}
