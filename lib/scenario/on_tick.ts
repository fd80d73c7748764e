import type { Quote } from "../strategy/strategy.ts";

/** Prices this close to a whole tick, as a share of it, are on it. */
const ON_IT = 1e-4;

/**
 * A quote whose prices are whole ticks: the bid rounded down, the ask up.
 *
 * @param midPrice The mid that depths are counted from.
 * @param quote The depths.
 * @param tick The tick; 0 leaves the quote as it is.
 */
export function onTick(midPrice: number, { bidDepth, askDepth }: Quote, tick: number): Quote {
  if (tick === 0) return { bidDepth, askDepth };
  const bid = tick * Math.floor((midPrice - bidDepth) / tick + ON_IT);
  const ask = tick * Math.ceil((midPrice + askDepth) / tick - ON_IT);
  return {
    bidDepth: Number.isFinite(bidDepth) ? midPrice - bid : bidDepth,
    askDepth: Number.isFinite(askDepth) ? ask - midPrice : askDepth,
  };
}
