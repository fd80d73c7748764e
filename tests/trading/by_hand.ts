/** Tapes and strategies small enough to trade by hand. */
import {
  execution,
  type ExecutionOptions,
  naive,
  type Quote,
  type Session,
  type Situation,
  type Strategy,
  type Tape,
  tapeOf,
  trade,
} from "@digital-market-maker/lab";

/** No order came. */
export const none = -Infinity;

/** A tape of steps of length 1: the price at each time, and how far buyers and sellers reached. */
export function tape(
  midPrice: readonly number[],
  buyReach: readonly number[],
  sellReach: readonly number[],
): Tape {
  return tapeOf({ horizon: midPrice.length - 1, midPrice, buyReach, sellReach });
}

/** A strategy that does what a function says; it may read everything. */
export function strategy(quote: (situation: Situation) => Quote): Strategy {
  return { name: "by hand", readsPrice: true, readsTime: true, quote };
}

/** Half a point on both sides. */
export const half = naive({ halfSpread: 0.5 });

/** Trades a tape with a strategy on the given terms. */
export function session(
  market: Tape,
  maker: Strategy = half,
  terms: ExecutionOptions = {},
): Session {
  return trade(market, { strategy: maker, execution: execution(terms) });
}
