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
  /** Takes the next trades; `step` is a step's length in microseconds. */
  readonly add: (batch: TradeBatch, step: number) => void;
  /** The orders of the steps from `first` on that have a mid in `midPrice`; none at all where there were too many. */
  readonly orders: (first: number, midPrice: Float64Array) => MarketOrders | undefined;
}

/**
 * The most market orders that are kept: with copies for fitting, some 100 MB.
 *
 * @internal
 */
export const mostOrders = 2_000_000;

const CHUNK = 65_536;

/**
 * Puts prints together that were one market order: prints of one aggressor, each at most `pause` after
 * the one before and none of the other side between them. An order's price is its worst print.
 *
 * @param pause Longest pause within one order, in microseconds.
 * @param most The most orders that are kept; beyond, all are let go.
 *
 * @internal
 */
export function orderRecorder(pause: number, most: number = mostOrders): OrderRecorder {
  // Chunks, since a growing array would need twice the memory while it is copied. A seller's price is
  // kept negative, so that the worst print of either side is the largest.
  const steps: Int32Array[] = [];
  const worst: Float64Array[] = [];
  let [count, origin] = [0, 0];
  let [lastTime, lastSide] = [-Infinity, 0];
  return {
    add({ time, price, aggressor }, step) {
      if (count > most) return;
      for (let i = 0; i < time.length; i++) {
        const side = aggressor[i];
        if (side !== lastSide || time[i] - lastTime > pause) {
          if (count === 0) origin = Math.floor(time[i] / step);
          if (count % CHUNK === 0) {
            steps.push(new Int32Array(CHUNK));
            worst.push(new Float64Array(CHUNK));
          }
          steps[steps.length - 1][count % CHUNK] = Math.floor(time[i] / step) - origin;
          worst[worst.length - 1][count % CHUNK] = side * price[i];
          count++;
        } else {
          const last = worst[worst.length - 1];
          const place = (count - 1) % CHUNK;
          last[place] = Math.max(last[place], side * price[i]);
        }
        [lastTime, lastSide] = [time[i], side];
      }
      if (count > most) steps.length = worst.length = 0;
    },
    orders(first, midPrice) {
      if (count > most) return undefined;
      const stepOf = (i: number) => steps[Math.floor(i / CHUNK)][i % CHUNK] + origin - first;
      let [from, to] = [0, count];
      while (from < to && stepOf(from) < 0) from++;
      while (to > from && stepOf(to - 1) >= midPrice.length - 1) to--;
      const step = new Int32Array(to - from);
      const aggressor = new Int8Array(to - from);
      const reach = new Float64Array(to - from);
      for (let i = from; i < to; i++) {
        const price = worst[Math.floor(i / CHUNK)][i % CHUNK];
        const side = price > 0 ? 1 : -1;
        step[i - from] = stepOf(i);
        aggressor[i - from] = side;
        reach[i - from] = price - side * midPrice[stepOf(i)];
      }
      return { step, aggressor, reach };
    },
  };
}
