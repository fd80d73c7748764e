/** What a strategy sees when it quotes. It never sees the next price. */
export interface Situation {
  /** Time t since the session's start. */
  readonly time: number;
  /** Time left τ = T − t until the session's end. */
  readonly timeLeft: number;
  /** Mid-price S, in currency. */
  readonly midPrice: number;
  /** Inventory q, in units; negative when short. */
  readonly inventory: number;
}

/** A strategy's answer: two distances from the mid. */
export interface Quote {
  /** Bid depth δ^b, in currency below the mid; negative through it; Infinity for no bid. */
  readonly bidDepth: number;
  /** Ask depth δ^a, in currency above the mid; negative through it; Infinity for no ask. */
  readonly askDepth: number;
}

/** Which rule a strategy is, among those that charts have a colour for. */
export type StrategyFamily = "naive" | "as" | "gueantLehalle" | "carteaJaimungal";

/**
 * A rule that turns a situation into a quote: the seam for every strategy.
 *
 * A strategy is a pure function of what it sees. It knows what it was told to believe of the market,
 * never the market itself, so it can be wrong.
 */
export interface Strategy {
  /** The strategy's name, for tables and charts. */
  readonly name: string;
  /** The rule that it is, whatever its name: charts colour it so. @default {a rule of one's own} */
  readonly family?: StrategyFamily;
  /** Whether the depths depend on the mid-price; where they do not, the policy can be tabulated. */
  readonly readsPrice: boolean;
  /** Whether the depths depend on time or time left. */
  readonly readsTime: boolean;
  /** The depths in a situation. */
  readonly quote: (situation: Situation) => Quote;
}

/**
 * The reservation price r that a quote is centred on: S + (δ^a − δ^b)/2.
 *
 * @param midPrice Mid-price S, in currency.
 * @param quote The two depths.
 * @returns The quote's centre, in currency; NaN where a side is not quoted, as there is no centre then.
 */
export function quoteCentre(midPrice: number, { bidDepth, askDepth }: Quote): number {
  const centre = midPrice + (askDepth - bidDepth) / 2;
  return Number.isFinite(centre) ? centre : NaN;
}
