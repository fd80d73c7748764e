import { checkThat } from "../check.ts";
import type { BothSides } from "../sides.ts";
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

/** Inventory in orders; refuses one that is no whole number of them. */
export function lotsHeld(inventory: number, orderSize: number): number {
  const lots = Math.round(inventory / orderSize);
  checkThat(
    "quote",
    "inventory",
    `a multiple of the believed orderSize ${orderSize}`,
    inventory,
    Math.abs(lots * orderSize - inventory) <= 1e-9 * Math.max(orderSize, Math.abs(inventory)),
  );
  return lots;
}

/** Keeps the last answers of a pure function of one number. */
export function remembered<T>(compute: (key: number) => T, most = 100_000): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    let answer = known.get(key);
    if (answer === undefined) {
      if (known.size >= most) known.clear();
      known.set(key, answer = compute(key));
    }
    return answer;
  };
}
