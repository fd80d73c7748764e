import { checkKeys, checkNonNegative, checkOneOf, checkPositive } from "../check.ts";
import { askedInWords } from "./asked_in_words.ts";
import { sharedBeliefKeys } from "./shared_beliefs.ts";
import { fillTerm } from "./fill_term.ts";
import { checkHorizonRule, type HorizonRule, infiniteHorizonPrices } from "./horizon.ts";
import { leanOf } from "./lean.ts";
import { eachSide, positiveSides, type Sides } from "../sides.ts";
import type { Strategy } from "./strategy.ts";

/**
 * Which total spread is quoted: the paper's γσ²τ + (2/γ)ln(1+γ/k), or the README's γσ²τ/2 + (2/γ)ln(1+γ/k),
 * half of the first term and all of the second.
 */
export type SpreadRule = "paper" | "readme";

/** What {@linkcode avellanedaStoikov} is told to believe. */
export interface AvellanedaStoikovOptions {
  /** Risk aversion γ, in 1/currency; >= 0, and > 0 with an infinite horizon. */
  readonly riskAversion: number;
  /** Believed volatility σ: in currency/√time where prices are arithmetic, in 1/√time where geometric; >= 0. */
  readonly volatility: number;
  /**
   * Believed decay k of the intensity with depth, in 1/currency; > 0, or one each for `bid` and `ask`, which gives each
   * side a fill term of its own; the saturating horizon takes one number alone.
   */
  readonly decay: Sides;
  /** Which total spread is quoted. @default {"paper"} */
  readonly spread?: SpreadRule;
  /** How much time the strategy believes is left. @default {"clock"} */
  readonly timeLeft?: HorizonRule;
  /** The believed price process; `geometric` takes the variance S²(e^{σ²τ} − 1) of the paper's appendix. @default {"arithmetic"} */
  readonly prices?: "arithmetic" | "geometric";
  /** Order size Δ, in units; > 0. @default {1} */
  readonly orderSize?: number;
}

/**
 * The Avellaneda–Stoikov market maker: quotes around a reservation price that leans against its inventory.
 *
 * With V the variance left, σ²τ for arithmetic prices and S²(e^{σ²τ} − 1) for geometric ones, by orders of Δ
 * units:
 * $$r = S - q\gamma V, \qquad \delta^a + \delta^b = \gamma V\Delta
 * + \frac2{\gamma\Delta}\ln\Bigl(1 + \frac{\gamma\Delta}k\Bigr)$$
 * Avellaneda and Stoikov (2008), equations (29) and (30), and the appendix, where Δ = 1: another unit of
 * quantity is another unit of γ, k and q alike. Without risk aversion the spread is 2/k. The saturating rule puts
 * its own lean in the place of γV: see {@linkcode HorizonRule}.
 *
 * @param options Beliefs and rules.
 * @returns The strategy.
 * @throws {RangeError} Where a belief is out of its range.
 *
 * @example At the paper's parameters and the session's start, flat
 * ```ts
 * import { avellanedaStoikov } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { quote } = avellanedaStoikov({ riskAversion: 0.1, volatility: 2, decay: 1.5 });
 * const { bidDepth, askDepth } = quote({ time: 0, timeLeft: 1, midPrice: 100, inventory: 0 });
 * assertAlmostEquals(bidDepth + askDepth, 0.1 * 4 + 20 * Math.log(1 + 0.1 / 1.5), 1e-12);
 * ```
 *
 * @example A lean that saturates: early in the day the clock leans nearly eight times as far
 * ```ts
 * import { avellanedaStoikov } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const beliefs = { riskAversion: 0.1, volatility: 2, decay: 1.5 };
 * const lean = (timeLeft: "clock" | { saturating: number }, left: number) => {
 *   const { quote } = avellanedaStoikov({ ...beliefs, timeLeft });
 *   const { bidDepth, askDepth } = quote({ time: 1 - left, timeLeft: left, midPrice: 100, inventory: 1 });
 *   return (bidDepth - askDepth) / 2;
 * };
 * assertAlmostEquals(lean("clock", 1), 0.4, 1e-12);
 * assertAlmostEquals(lean({ saturating: 140 }, 1), 0.051717, 1e-6);
 * assertAlmostEquals(lean({ saturating: 140 }, 0.01) / lean("clock", 0.01), 1, 0.01);
 * ```
 */
export function avellanedaStoikov(
  options: AvellanedaStoikovOptions,
): Strategy {
  const action = "build avellanedaStoikov";
  checkKeys<AvellanedaStoikovOptions>(action, options, {
    ...sharedBeliefKeys,
    spread: true,
    timeLeft: true,
    prices: true,
  });
  const {
    riskAversion: gamma,
    volatility: sigma,
    decay,
    spread = "paper",
    timeLeft: rule = "clock",
    prices = "arithmetic",
    orderSize = 1,
  } = options;
  checkNonNegative(action, "riskAversion", gamma);
  checkNonNegative(action, "volatility", sigma);
  const sides = positiveSides(action, "decay", decay);
  checkOneOf(action, "spread", spread, ["paper", "readme"]);
  checkOneOf(action, "prices", prices, ["arithmetic", "geometric"]);
  checkPositive(action, "orderSize", orderSize);
  checkHorizonRule(action, rule);
  const m = eachSide((side) => fillTerm(gamma, sides[side], orderSize));

  if (typeof rule === "object" && "infinite" in rule) {
    const distances = infiniteHorizonPrices(action, gamma, rule.infinite, orderSize);
    return askedInWords({
      name: "Avellaneda–Stoikov",
      family: "as",
      readsPrice: false,
      readsTime: false,
      quote({ inventory }) {
        const { ask, bid } = distances(inventory);
        return { bidDepth: m.bid - bid, askDepth: m.ask + ask };
      },
    });
  }

  const leanAt = leanOf(action, {
    riskAversion: gamma,
    volatility: sigma,
    ...{ decay, orderSize, prices, rule },
  });
  const share = spread === "paper" ? 1 / 2 : 1 / 4;
  return askedInWords({
    name: "Avellaneda–Stoikov",
    family: "as",
    readsPrice: prices === "geometric",
    readsTime: !(typeof rule === "object" && "constant" in rule),
    quote({ timeLeft, midPrice, inventory }) {
      const lean = leanAt(timeLeft, midPrice);
      const half = share * lean * orderSize;
      const leaning = inventory * lean;
      return { bidDepth: half + m.bid + leaning, askDepth: half + m.ask - leaning };
    },
  });
}
