import { checkKeys, checkNonNegative } from "../check.ts";
import { askedInWords } from "./asked_in_words.ts";
import { sharedBeliefKeys } from "./shared_beliefs.ts";
import { type GueantLehalleBeliefs, lotBeliefs } from "./gueant_lehalle_values.ts";
import { lotLimit, lotsHeld } from "./lots.ts";
import type { Strategy } from "./strategy.ts";
import { valuesInTime } from "./values_in_time.ts";

/** What {@linkcode liquidation} is told to believe. */
export interface LiquidationOptions extends Omit<GueantLehalleBeliefs, "impact"> {
  /** Largest position it is asked to close, in units, of either sign; a multiple of the order size. */
  readonly maxInventory: number;
  /** What a unit still held at the end is sold below the mid, b, in currency; >= 0. @default {0} */
  readonly endCost?: number;
}

/**
 * Closes a position with limit orders: the optimal depth of a seller who never buys.
 *
 * $$\delta^a_q = \frac1k\ln\frac{w_q}{w_{q-1}} + \frac1\gamma\ln\Bigl(1 + \frac\gamma k\Bigr),\qquad
 * \dot w_q = (\alpha q^2 - \beta q)w_q - \eta w_{q-1},\quad w_0 = 1,\quad w_q(T) = e^{-kqb}$$
 * with α = kγσ²/2, β = kμ and η of {@linkcode gueantLehalle}. Guéant, Lehalle, Fernandez-Tapia, "Optimal portfolio
 * liquidation with limit orders" (2012), arXiv 1106.3279. A short position is bought back by the mirror
 * image, with the bid's scale and decay. Depths far below the mid are answered as they are: a seller in a hurry asks for no better.
 *
 * @param options Beliefs, largest position, and what is lost on a unit left at the end.
 * @returns The strategy; nothing is quoted when flat.
 * @throws {RangeError} Where a belief is out of its range; when quoting, where more is held than was said.
 *
 * @example The paper's parameters: five minutes before the end, with six units to sell
 * ```ts
 * import { liquidation } from "@digital-market-maker/lab";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const { quote } = liquidation({
 *   riskAversion: 0.05, volatility: 0.3, scale: 0.1, decay: 0.3, maxInventory: 6, endCost: 3,
 * });
 * const { askDepth, bidDepth } = quote({ time: 0, timeLeft: 300, midPrice: 45, inventory: 6 });
 * assertAlmostEquals(askDepth, 2.807287, 1e-6);
 * assertEquals(bidDepth, Infinity);
 * ```
 */
export function liquidation(options: LiquidationOptions): Strategy {
  const action = "build liquidation";
  checkKeys<LiquidationOptions>(action, options, {
    ...sharedBeliefKeys,
    endCost: true,
    drift: true,
  });
  const { drift = 0, endCost = 0 } = options;
  const { gamma, sigma, decay, orderSize, fillTerm, flow: eta } = lotBeliefs(action, options);
  checkNonNegative(action, "endCost", endCost);
  const limit = lotLimit(action, options.maxInventory, orderSize);
  const solved = (side: "bid" | "ask", drift: number) => {
    const k = decay[side];
    const lots = Array.from({ length: limit + 1 }, (_, q) => q);
    const valuesAt = valuesInTime("Liquidation", {
      diagonal: lots.map((q) => k * (drift * orderSize * q - gamma * (sigma * q) ** 2 / 2)),
      offDiagonal: { lower: eta[side], upper: 0 },
      initialLog: lots.map((q) => -k * q * endCost * orderSize),
    });
    return (timeLeft: number, lots: number) => {
      const { logs } = valuesAt(timeLeft);
      return ((logs[lots] - logs[lots - 1]) / k + fillTerm[side]) / orderSize;
    };
  };
  const [askDepth, bidDepth] = [solved("ask", drift), solved("bid", -drift)];
  return askedInWords({
    name: "Liquidation",
    readsPrice: false,
    readsTime: true,
    quote({ timeLeft, inventory }) {
      const lots = Math.min(limit, Math.abs(lotsHeld(inventory, orderSize)));
      return {
        bidDepth: lots > 0 && inventory < 0 ? bidDepth(timeLeft, lots) : Infinity,
        askDepth: lots > 0 && inventory > 0 ? askDepth(timeLeft, lots) : Infinity,
      };
    },
  });
}
