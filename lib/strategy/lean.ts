import { checkNonNegative, checkPositive } from "../check.ts";
import { fillRate } from "./fill_term.ts";
import type { HorizonRule } from "./horizon.ts";
import { saturatingLean } from "./saturating_lean.ts";
import { evenSides, type Sides } from "../sides.ts";

/** What the lean of {@linkcode leanOf} depends on; all but the rule checked by the caller. */
export interface LeanOptions {
  /** Risk aversion γ, in 1/currency. */
  readonly riskAversion: number;
  /** Volatility σ, in currency/√time or, where prices are geometric, 1/√time. */
  readonly volatility: number;
  /** Decay k, in 1/currency. */
  readonly decay: Sides;
  /** Order size Δ, in units. */
  readonly orderSize: number;
  /** The price process. */
  readonly prices: "arithmetic" | "geometric";
  /** How much time is believed to be left; one with an end. */
  readonly rule: Exclude<HorizonRule, { readonly infinite: number }>;
}

/**
 * How far the quotes lean for each unit held: γV, with V the variance of the price in the time believed left,
 * σ²τ or S²(e^{σ²τ} − 1). The saturating rule solves for the lean itself, with the variance of the moment, σ² or S²σ².
 *
 * @returns The lean at a time left and a mid-price, in currency/unit.
 */
export function leanOf(
  action: string,
  { riskAversion: gamma, volatility: sigma, decay, orderSize, prices, rule }: LeanOptions,
): (timeLeft: number, midPrice: number) => number {
  const variance = sigma * sigma;
  if (typeof rule === "object" && "saturating" in rule) {
    const scale = checkPositive(action, "timeLeft.saturating", rule.saturating);
    const endPenalty = checkNonNegative(action, "timeLeft.endPenalty", rule.endPenalty ?? 0);
    const instead = "gueantLehalle, or another horizon rule,";
    const even = evenSides(action, "decay", decay, instead);
    const relief = 2 * even * orderSize * fillRate(scale, gamma, even, orderSize);
    return (timeLeft, midPrice) => {
      const local = prices === "arithmetic" ? variance : midPrice * midPrice * variance;
      return saturatingLean({ risk: gamma * local, relief, endPenalty }, timeLeft);
    };
  }
  const believed = believedTimeLeft(action, rule);
  return prices === "arithmetic"
    ? (timeLeft) => gamma * (variance * believed(timeLeft))
    : (timeLeft, midPrice) =>
      gamma * (midPrice * midPrice * Math.expm1(variance * believed(timeLeft)));
}

/** The rules that say how much time is left, as a function of the time left; checked once. */
function believedTimeLeft(
  action: string,
  rule: "clock" | { readonly floor: number } | { readonly constant: number },
): (timeLeft: number) => number {
  if (rule === "clock") return (timeLeft) => timeLeft;
  if ("floor" in rule) {
    const floor = checkNonNegative(action, "timeLeft.floor", rule.floor);
    return (timeLeft) => Math.max(timeLeft, floor);
  }
  const constant = checkNonNegative(action, "timeLeft.constant", rule.constant);
  return () => constant;
}
