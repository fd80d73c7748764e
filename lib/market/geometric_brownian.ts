import { checkKeys } from "../check.ts";
import { finite, maybe, nonNegative, positive } from "../kinds.ts";
import type { SteppedPrice } from "./price_process.ts";

/** Parameters of {@linkcode geometricBrownian}. */
export interface GeometricBrownianOptions {
  /** Mid-price S_0 at the start, in currency; > 0. */
  readonly initialPrice: number;
  /** Relative volatility σ, in 1/√time; >= 0. An annual 40 % is 0.4 where time is in years. */
  readonly volatility: number;
  /** Relative drift μ, in 1/time. @default {0} */
  readonly drift?: number;
}

/**
 * Geometric Brownian motion, whose returns do not depend on the price level:
 *
 * $$dS_t = \mu S_t\,dt + \sigma S_t\,dW_t$$
 *
 * Stepped by its exact solution S·exp((μ − σ²/2)·dt + σ·√dt·Z), never by Euler's rule: the price stays
 * positive and two steps of dt have the law of one of 2dt.
 *
 * @param options Initial price, relative volatility and relative drift.
 * @returns The price process.
 * @throws {RangeError} Where a parameter is not finite, the price not > 0, or the volatility negative.
 *
 * @example Without volatility, the price grows at a constant rate
 * ```ts
 * import { drawPrices, geometricBrownian, streams, timeGrid } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const process = geometricBrownian({ initialPrice: 100, volatility: 0, drift: Math.log(1.21) });
 * const prices = new Float64Array(3);
 * drawPrices(process, timeGrid({ horizon: 1, steps: 2 }), streams(1)("price"), prices);
 * assertAlmostEquals(prices[1], 110, 1e-9);
 * assertAlmostEquals(prices[2], 121, 1e-9);
 * ```
 */
export function geometricBrownian(
  options: GeometricBrownianOptions,
): SteppedPrice {
  checkKeys<GeometricBrownianOptions>("build geometricBrownian", options, {
    initialPrice: positive,
    volatility: nonNegative,
    drift: maybe(finite),
  });
  const { initialPrice, volatility, drift = 0 } = options;
  return {
    name: "geometricBrownian",
    parameters: { initialPrice, volatility, drift },
    initialPrice,
    step: (dt) => ({
      of: "logPrice",
      kept: 1,
      shift: (drift - volatility * volatility / 2) * dt,
      deviation: volatility * Math.sqrt(dt),
    }),
  };
}
