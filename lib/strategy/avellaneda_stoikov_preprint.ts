import { checkKeys, checkNonNegative, checkPositive } from "../check.ts";
import { askedInWords } from "./asked_in_words.ts";
import { sharedBeliefKeys } from "./shared_beliefs.ts";
import { fillTerm } from "./fill_term.ts";
import type { GueantLehalleBeliefs } from "./gueant_lehalle_values.ts";
import type { Strategy } from "./strategy.ts";

/** What {@linkcode avellanedaStoikovPreprint} is told to believe. */
export interface AvellanedaStoikovPreprintOptions
  extends Pick<GueantLehalleBeliefs, "riskAversion" | "volatility" | "orderSize"> {
  /** Believed decay k of the intensity with depth, in 1/currency; > 0. */
  readonly decay: number;
}

/**
 * The rule that the tables of the 2006 preprint were made with: a spread that does not change in time.
 *
 * $$\delta^{a,b} = \mp q\gamma\sigma^2\tau + \frac1{\gamma\Delta}\ln\Bigl(1 + \frac{\gamma\Delta}k\Bigr)$$
 * by orders of Δ units. The term γσ²τ of the published spread is missing, so it narrows where risk aversion grows. Avellaneda
 * and Stoikov, preprint of 24 April 2006, section 3.3; its text has the published spread, its tables this one.
 *
 * @param options Beliefs.
 * @returns The strategy.
 * @throws {RangeError} Where a belief is out of its range.
 *
 * @example The spread of its first table
 * ```ts
 * import { avellanedaStoikovPreprint } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { quote } = avellanedaStoikovPreprint({ riskAversion: 0.1, volatility: 2, decay: 1.5 });
 * const { bidDepth, askDepth } = quote({ time: 0, timeLeft: 1, midPrice: 100, inventory: 3 });
 * assertAlmostEquals(bidDepth + askDepth, 1.29, 0.005);
 * ```
 */
export function avellanedaStoikovPreprint(
  options: AvellanedaStoikovPreprintOptions,
): Strategy {
  const action = "build avellanedaStoikovPreprint";
  checkKeys<AvellanedaStoikovPreprintOptions>(action, options, sharedBeliefKeys);
  const { riskAversion: gamma, volatility: sigma, decay, orderSize = 1 } = options;
  checkNonNegative(action, "riskAversion", gamma);
  checkNonNegative(action, "volatility", sigma);
  checkPositive(action, "decay", decay);
  checkPositive(action, "orderSize", orderSize);
  const m = fillTerm(gamma, decay, orderSize);
  return askedInWords({
    name: "Avellaneda–Stoikov, preprint",
    family: "as",
    readsPrice: false,
    readsTime: true,
    quote({ timeLeft, inventory }) {
      const leaning = inventory * gamma * sigma * sigma * timeLeft;
      return { bidDepth: m + leaning, askDepth: m - leaning };
    },
  });
}
