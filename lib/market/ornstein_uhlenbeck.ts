import { checkKeys } from "../check.ts";
import { finite, maybe, nonNegative } from "../kinds.ts";
import type { SteppedPrice } from "./price_process.ts";

/** Parameters of {@linkcode ornsteinUhlenbeck}. */
export interface OrnsteinUhlenbeckOptions {
  /** Mid-price S_0 at the start, in currency. */
  readonly initialPrice: number;
  /** Level m that the price is pulled to, in currency. @default {initialPrice} */
  readonly meanLevel?: number;
  /** Pull κ, in 1/time; >= 0. A distance from the level halves in ln(2)/κ; 0 is Brownian motion. */
  readonly pull: number;
  /** Volatility σ, in currency/√time; >= 0. */
  readonly volatility: number;
}

/**
 * The Ornstein–Uhlenbeck process (Physical Review 36, 1930), a price that is pulled to a level:
 *
 * $$dS_t = \kappa\,(m - S_t)\,dt + \sigma\,dW_t$$
 *
 * Stepped by its exact solution, with Z standard normal:
 * $$S' = e^{-\kappa\,dt} S + (1 - e^{-\kappa\,dt})\,m + \sigma\sqrt{\frac{1 - e^{-2\kappa\,dt}}{2\kappa}}\,Z$$
 * In the long run the price is normal about m with variance σ²/(2κ).
 *
 * @param options Initial price, level, pull and volatility.
 * @returns The price process.
 * @throws {RangeError} Where a parameter is not finite, or the pull or the volatility negative.
 *
 * @example Half the distance to the level in ln(2)/κ
 * ```ts
 * import { drawPrices, ornsteinUhlenbeck, streams, timeGrid } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const price = ornsteinUhlenbeck({ initialPrice: 100, meanLevel: 104, pull: 2, volatility: 0 });
 * const prices = new Float64Array(3);
 * drawPrices(price, timeGrid({ horizon: Math.LN2, steps: 2 }), streams(1)("price"), prices);
 * assertAlmostEquals(prices[1], 102, 1e-12);
 * assertAlmostEquals(prices[2], 103, 1e-12);
 * ```
 */
export function ornsteinUhlenbeck(
  options: OrnsteinUhlenbeckOptions,
): SteppedPrice {
  checkKeys<OrnsteinUhlenbeckOptions>("build ornsteinUhlenbeck", options, {
    initialPrice: finite,
    meanLevel: maybe(finite),
    pull: nonNegative,
    volatility: nonNegative,
  });
  const { initialPrice, meanLevel = initialPrice, pull, volatility } = options;
  return {
    name: "ornsteinUhlenbeck",
    parameters: { initialPrice, meanLevel, pull, volatility },
    initialPrice,
    step(dt) {
      const pulled = -Math.expm1(-pull * dt);
      // The time in which Brownian motion would spread as far.
      const spreading = pulled === 0 ? dt : -Math.expm1(-2 * pull * dt) / (2 * pull);
      return {
        of: "price",
        kept: 1 - pulled,
        shift: pulled * meanLevel,
        deviation: volatility * Math.sqrt(spreading),
      };
    },
  };
}
