import type { BothSides } from "../sides.ts";
import { lotsHeld } from "./lots.ts";
import type { Quote } from "./strategy.ts";

/** What turns a game's values into depths. */
export interface ValueQuotes {
  /** Largest inventory Q, in lots. */
  readonly limit: number;
  /** Size of one order, in units. */
  readonly orderSize: number;
  /** How many of the solution's units are one of currency: decay k per lot where the solution is ln v, 1 where it is θ. */
  readonly decay: number;
  /** Depth that does not depend on inventory, per lot, in currency. */
  readonly fillTerm: BothSides;
}

/**
 * Depths from θ = ln v/k: δ^b = θ_q − θ_{q+1} + fill term, δ^a with θ_{q−1}, per unit.
 *
 * Nothing is bid at Q and nothing asked at −Q; an inventory beyond is treated as the nearest of the two.
 */
export function quoteFromValues(
  { limit, orderSize, decay, fillTerm }: ValueQuotes,
  logs: Float64Array,
  inventory: number,
): Quote {
  const lots = lotsHeld(inventory, orderSize);
  const here = Math.max(-limit, Math.min(limit, lots)) + limit;
  const depth = (there: number, term: number) =>
    there < 0 || there > 2 * limit
      ? Infinity
      : ((logs[here] - logs[there]) / decay + term) / orderSize;
  return { bidDepth: depth(here + 1, fillTerm.bid), askDepth: depth(here - 1, fillTerm.ask) };
}
