import { checkFinite, checkNonNegative, checkPositive, checkThat } from "../check.ts";

/**
 * How much time a strategy believes is left.
 *
 * - `"clock"`: τ = T − t as it is, the paper's; the skew fades as the end comes near.
 * - `{ floor }`: max(τ, floor), the README's "time floor".
 * - `{ constant }`: always the same τ, the README's fix (τ = 1).
 * - `{ infinite: maxInventory }`: no end at all, Avellaneda and Stoikov (2008), section 2.3, with
 *   ω = ½γ²σ²(q_max + 1)².
 */
export type HorizonRule =
  | "clock"
  | { readonly floor: number }
  | { readonly constant: number }
  | { readonly infinite: number };

/** The finite rules as a function of the time left; checked once. */
export function believedTimeLeft(
  action: string,
  rule: Exclude<HorizonRule, { readonly infinite: number }>,
): (timeLeft: number) => number {
  if (rule === "clock") return (timeLeft) => timeLeft;
  checkThat(
    action,
    "timeLeft",
    '"clock", { floor }, { constant } or { infinite }',
    rule,
    typeof rule === "object" && rule !== null && ("floor" in rule || "constant" in rule),
  );
  if ("floor" in rule) {
    const floor = checkNonNegative(action, "timeLeft.floor", rule.floor);
    return (timeLeft) => Math.max(timeLeft, floor);
  }
  const constant = checkNonNegative(action, "timeLeft.constant", rule.constant);
  return () => constant;
}

/** What the skew of {@linkcode infiniteHorizonSkew} depends on. */
export interface InfiniteHorizonOptions {
  /** Risk aversion γ, in 1/currency; > 0. */
  readonly riskAversion: number;
  /** Largest inventory q_max the rule allows, in units; > 0. */
  readonly maxInventory: number;
}

/**
 * Indifference prices of the infinite horizon, as distances from the mid.
 *
 * Avellaneda and Stoikov (2008), section 2.3:
 * $$r^{a,b} - S = \frac1\gamma\ln\Bigl(1 + \frac{(\pm1 - 2q)\gamma^2\sigma^2}{2\omega - \gamma^2q^2\sigma^2}\Bigr)$$
 * With ω = ½γ²σ²(q_max + 1)² the volatility cancels: the rule is deaf to it. An inventory beyond
 * ±q_max is treated as ±q_max, where the price on the growing side is infinitely far away. The paper's
 * two expressions are mirror images of each other to first order only: at −q_max the ask's would stay
 * finite, at (ln 2)/γ, so there it is left out by rule.
 *
 * @param options Risk aversion and largest inventory.
 * @returns For an inventory, the distances of r^a and r^b from the mid, in currency.
 * @throws {RangeError} Where an option is not > 0.
 */
export function infiniteHorizonSkew(
  { riskAversion: gamma, maxInventory }: InfiniteHorizonOptions,
): (inventory: number) => { readonly ask: number; readonly bid: number } {
  const action = "build infiniteHorizonSkew";
  checkPositive(action, "riskAversion", gamma);
  checkPositive(action, "maxInventory", maxInventory);
  return (inventory) => {
    checkFinite("quote", "inventory", inventory);
    const q = Math.max(-maxInventory, Math.min(maxInventory, inventory));
    const room = (maxInventory + 1) ** 2 - q * q;
    return {
      ask: q === -maxInventory ? Infinity : Math.log1p((1 - 2 * q) / room) / gamma,
      bid: q === maxInventory ? -Infinity : Math.log1p((-1 - 2 * q) / room) / gamma,
    };
  };
}
