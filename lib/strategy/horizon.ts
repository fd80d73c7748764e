import { maybe, number } from "../kinds.ts";
import { isRecord } from "../shown.ts";
import { checkKeys, checkPositive, checkThat } from "../check.ts";

/**
 * How much time a strategy believes is left.
 *
 * - `"clock"`: τ = T − t as it is, the paper's; the lean fades as the end comes near.
 * - `{ floor }`: max(τ, floor), the README's "time floor".
 * - `{ constant }`: always the same τ, the README's fix (τ = 1).
 * - `{ infinite: maxInventory }`: no end at all, Avellaneda and Stoikov (2008), section 2.3, with
 *   ω = ½γ²σ²(q_max + Δ)².
 * - `{ saturating: scale, endPenalty }`: τ̄·tanh(τ/τ̄), which believes that orders arrive on the scale A, in fills/time, and so
 *   that no lean is needed for longer than fills take to undo it: the clock near the end, the constant τ̄ far from it. With
 *   τ̄ = 1/√(2kηΔγσ²) and η = A(1 + γΔ/k)^{−(1 + k/(γΔ))}; Bergault, Evangelista, Guéant and Vieira (2021),
 *   arXiv 1810.04383. A penalty b·q² at the end (`endPenalty`, in currency/units², 0 unless given) keeps the lean from
 *   fading: for 2b = γσ²τ̄ the rule is the constant τ̄.
 */
export type HorizonRule =
  | "clock"
  | { readonly floor: number }
  | { readonly constant: number }
  | { readonly infinite: number }
  | { readonly saturating: number; readonly endPenalty?: number };

/** Refuses what is no horizon rule: a word that is none, or a record that is not of one rule. */
export function checkHorizonRule(action: string, rule: HorizonRule): void {
  if (rule === "clock") return;
  const words = '"clock", { floor }, { constant }, { saturating } or { infinite }';
  checkThat(action, "timeLeft", words, rule, isRecord(rule));
  const given: Readonly<Record<string, unknown>> = rule;
  const rules = { floor: true, constant: true, infinite: true, saturating: true };
  checkKeys<object>(action, rule, { ...rules, endPenalty: maybe(number) }, "timeLeft");
  const named = Object.keys(rules).filter((name) => name in given);
  checkThat(action, "timeLeft", words, rule, named.length === 1);
  const ends = !("endPenalty" in given) || named[0] === "saturating";
  checkThat(action, "timeLeft.endPenalty", "left out beside another rule", given.endPenalty, ends);
}

/**
 * Indifference prices of the infinite horizon, as distances from the mid.
 *
 * Avellaneda and Stoikov (2008), section 2.3:
 * $$r^{a,b} - S = \frac1{\gamma\Delta}\ln\Bigl(1
 * + \frac{(\pm\Delta^2 - 2q\Delta)\gamma^2\sigma^2}{2\omega - \gamma^2q^2\sigma^2}\Bigr)$$
 * With ω = ½γ²σ²(q_max + Δ)² and orders of Δ units (one, in the paper) the volatility cancels: the rule is deaf to it. An inventory beyond
 * ±q_max is treated as ±q_max, where the price on the growing side is infinitely far away. The paper's
 * two expressions are mirror images of each other to first order only: at −q_max the ask's would stay
 * finite, at (ln 2)/(γΔ), so there it is left out by rule.
 *
 * @param action What is built, for messages.
 * @param gamma Risk aversion γ, in 1/currency; > 0.
 * @param maxInventory Largest inventory q_max the rule allows, in units; > 0.
 * @param orderSize Order size Δ, in units.
 * @returns For an inventory, the distances of r^a and r^b from the mid, in currency.
 */
export function infiniteHorizonPrices(
  action: string,
  gamma: number,
  maxInventory: number,
  orderSize: number,
): (inventory: number) => { readonly ask: number; readonly bid: number } {
  checkPositive(action, "riskAversion", gamma);
  checkPositive(action, "timeLeft.infinite", maxInventory);
  const most = maxInventory / orderSize;
  return (inventory) => {
    const q = Math.max(-most, Math.min(most, inventory / orderSize));
    const room = (most + 1) ** 2 - q * q;
    // Units into orders and back is not exact: an inventory a rounding short of the largest is the largest.
    const full = most - Math.abs(q) <= 1e-9 * most;
    return {
      ask: full && q < 0 ? Infinity : Math.log1p((1 - 2 * q) / room) / (gamma * orderSize),
      bid: full && q > 0 ? -Infinity : Math.log1p((-1 - 2 * q) / room) / (gamma * orderSize),
    };
  };
}
