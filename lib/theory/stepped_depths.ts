import { logRatio } from "../numeric/log_ratio.ts";
import { crowdedDepth } from "./crowded_depth.ts";
import { lottery } from "./lottery.ts";

/** What both sides of a step share. */
export interface SteppedMarket {
  /** Risk aversion γ, in 1/currency; >= 0. */
  readonly gamma: number;
  /** Whether a fill has probability min(1, λ·dt); else 1 − e^{−λ·dt}. */
  readonly saturates: boolean;
}

/** One side of a step. */
export interface SteppedSide {
  /** Decay k, in 1/currency. */
  readonly decay: number;
  /** Expected orders A·dt that reach the mid in a step; >= 0. */
  readonly expected: number;
  /** Earned by a fill per depth, in units: the order size, less or more a rebate's share of it; > 0. */
  readonly share: number;
  /** Earned by a fill beside its depth, in currency. */
  readonly extra: number;
  /** Smallest depth allowed, in currency; −Infinity for any. */
  readonly floor: number;
  /** What its fill makes of all that is to come, in currency; −Infinity forbids it. */
  readonly change: number;
}

/** The best depths of one step. */
export interface SteppedDepths {
  /** Bid depth, in currency; Infinity for no bid. */
  readonly bidDepth: number;
  /** Ask depth, in currency; Infinity for no ask. */
  readonly askDepth: number;
  /** The sure amount that the step is worth beside no fill at all, in currency: the most there is. */
  readonly worth: number;
}

/** One side's quote and what it does. */
interface Fill {
  readonly depth: number;
  readonly chance: number;
  /** 1 − chance, to all digits. */
  readonly miss: number;
  /** Earned by the fill, in currency. */
  readonly earned: number;
}

const NO_FILL: Fill = { depth: Infinity, chance: 0, miss: 1, earned: 0 };

/**
 * The depths that are worth most over one step in which both sides can be filled.
 *
 * Given one side, the other's best depth follows from a first-order condition. Answering each other in turn,
 * two sides settle where neither alone can do better, but there may be several such places: where many orders
 * come in a step, two certain fills leave no inventory behind, and neither side finds that alone. So they
 * settle twice, once from no ask and once from an ask as close as is of use, the two ends of the chain on
 * which all such places lie, and the better is taken.
 *
 * @param market What the sides share.
 * @param bid The bid's side.
 * @param ask The ask's side.
 */
export function bestDepths(
  market: SteppedMarket,
  bid: SteppedSide,
  ask: SteppedSide,
): SteppedDepths {
  const settled = (start: Fill) => {
    let [b, a] = [NO_FILL, start];
    for (let turn = 0; turn < 200; turn++) {
      const [lastBid, lastAsk] = [b.depth, a.depth];
      b = answer(market, bid, ask, a);
      a = answer(market, ask, bid, b);
      if (close(b.depth, lastBid) && close(a.depth, lastAsk)) break;
    }
    const [without, withBid] = byBid(market, bid, ask, a);
    const worth = lottery(market.gamma, b.miss, without, b.chance, b.earned + withBid);
    return { bidDepth: b.depth, askDepth: a.depth, worth };
  };
  const apart = settled(NO_FILL);
  if (!isOpen(ask) || !isOpen(bid)) return apart;
  const together = settled(fill(market, ask, closest(market, ask)));
  return together.worth > apart.worth ? together : apart;
}

function close(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-14 * (1 + Math.abs(a));
}

function isOpen({ change, expected }: SteppedSide): boolean {
  return change > -Infinity && expected > 0;
}

/** The best quote on `side`, given what stands on the other. */
function answer(market: SteppedMarket, side: SteppedSide, other: SteppedSide, o: Fill): Fill {
  if (!isOpen(side)) return NO_FILL;
  const [without, withOne] = byBid(market, side, other, o);
  return fill(market, side, bestDepth(market, side, withOne - without));
}

/** What is to come without and with a fill of one side, the other side's quote given: both leave us as we were. */
function byBid({ gamma }: SteppedMarket, side: SteppedSide, other: SteppedSide, o: Fill) {
  return [
    lottery(gamma, o.miss, 0, o.chance, other.change + o.earned),
    lottery(gamma, o.miss, side.change, o.chance, o.earned),
  ] as const;
}

function fill({ saturates }: SteppedMarket, side: SteppedSide, depth: number): Fill {
  const orders = side.expected * Math.exp(-side.decay * depth);
  const chance = saturates ? Math.min(1, orders) : -Math.expm1(-orders);
  const miss = saturates ? 1 - chance : Math.exp(-orders);
  return { depth, chance, miss, earned: chance === 0 ? 0 : side.share * depth + side.extra };
}

/**
 * As close to the mid as is of use: where a fill is certain, or all but. A hair closer than it is on paper, so
 * that no rounding leaves a chance of 1e-16 to be ruined by.
 */
function closest({ saturates }: SteppedMarket, { decay, expected, floor }: SteppedSide): number {
  const log = Math.log(expected / (saturates ? 1 : 40));
  return Math.max(floor, (log - 4e-15 * (1 + Math.abs(log))) / decay);
}

/**
 * The depth that makes most of one side, `change` being what its fill makes of all that is to come.
 *
 * In the first-order rule, with s the share of the depth δ that is earned, s·δ + extra + change =
 * (1/γ)·ln(1 + γs/k), but where the chance is at most 1. Closer to the mid less is made, so a floor is kept.
 */
function bestDepth(market: SteppedMarket, side: SteppedSide, change: number): number {
  const { gamma, saturates } = market;
  const { decay, share, extra, floor } = side;
  const least = (logRatio(gamma, decay / share) - change - extra) / share;
  if (saturates || least === Infinity) return Math.max(least, closest(market, side));
  return Math.max(floor, crowdedDepth(gamma, side, change, least));
}
