import { checkKeys } from "../check.ts";
import { askedInWords } from "./asked_in_words.ts";
import { sharedBeliefKeys } from "./shared_beliefs.ts";
import { principalEigenvector } from "../numeric/principal_eigenvector.ts";
import { gueantLehalleSystem } from "./gueant_lehalle_system.ts";
import { gueantLehalleKeys, type GueantLehalleOptions } from "./gueant_lehalle_values.ts";
import { quoteFromValues } from "./quotes_from_values.ts";
import type { Strategy } from "./strategy.ts";

/**
 * The optimal market maker far from the end: quotes from the principal eigenvector f⁰ of −M.
 *
 * $$\delta^b = \frac1k\ln\frac{f^0_q}{f^0_{q+1}} + \frac1\gamma\ln\Bigl(1 + \frac\gamma k\Bigr) + \frac\xi2$$
 * and δ^a with f⁰_{q−1}. Guéant, Lehalle, Fernandez-Tapia (2013), theorem 2. The end, and so the terminal
 * penalty, is out of sight. Where bid and ask differ in decay, θ settles likewise, and is solved for as it is.
 *
 * @param options Beliefs and largest inventory; a terminal penalty changes nothing.
 * @returns The strategy, which does not read the time.
 * @throws {RangeError} Where a belief is out of its range.
 *
 * @example Long before the end, the exact quotes have become these
 * ```ts
 * import { gueantLehalle, gueantLehalleAsymptotic } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const beliefs = { riskAversion: 0.01, volatility: 0.3, scale: 0.9, decay: 0.3, maxInventory: 30 };
 * const situation = { time: 0, timeLeft: 2000, midPrice: 100, inventory: 5 };
 * const { askDepth } = gueantLehalleAsymptotic(beliefs).quote(situation);
 * assertAlmostEquals(askDepth, gueantLehalle(beliefs).quote(situation).askDepth, 1e-12);
 * ```
 */
export function gueantLehalleAsymptotic(options: GueantLehalleOptions): Strategy {
  const action = "build gueantLehalleAsymptotic";
  checkKeys<GueantLehalleOptions>(action, options, { ...sharedBeliefKeys, ...gueantLehalleKeys });
  const system = gueantLehalleSystem(options, action);
  const { logs } = principalEigenvector(system);
  return askedInWords({
    name: "Guéant–Lehalle, asymptotic",
    family: "gueantLehalle",
    readsPrice: false,
    readsTime: false,
    quote: ({ inventory }) => quoteFromValues(system.quotes, logs, inventory),
  });
}
