import { checkKeys } from "../check.ts";
import { finite, maybe, nonNegative } from "../kinds.ts";
import type { SteppedPrice } from "./price_process.ts";

/** Parameters of {@linkcode arithmeticBrownian}. */
export interface ArithmeticBrownianOptions {
  /** Mid-price S_0 at the start, in currency. */
  readonly initialPrice: number;
  /** Volatility σ, in currency/√time; >= 0. */
  readonly volatility: number;
  /** Drift μ, in currency/time. @default {0} */
  readonly drift?: number;
}

/**
 * Arithmetic Brownian motion, the mid-price of Avellaneda and Stoikov (2008), equation (1):
 *
 * $$dS_t = \mu\,dt + \sigma\,dW_t$$
 *
 * Stepped exactly: S + μ·dt + σ·√dt·Z. The price can fall below zero.
 *
 * @param options Initial price, volatility and drift.
 * @returns The price process.
 * @throws {RangeError} Where a parameter is not finite, or the volatility is negative.
 *
 * @example Without volatility, only the drift is left
 * ```ts
 * import { arithmeticBrownian, drawPrices, streams, timeGrid } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const process = arithmeticBrownian({ initialPrice: 100, volatility: 0, drift: 2 });
 * const prices = new Float64Array(3);
 * drawPrices(process, timeGrid({ horizon: 1, steps: 2 }), streams(1)("price"), prices);
 * assertEquals([...prices], [100, 101, 102]);
 * ```
 */
export function arithmeticBrownian(
  options: ArithmeticBrownianOptions,
): SteppedPrice {
  checkKeys<ArithmeticBrownianOptions>("build arithmeticBrownian", options, {
    initialPrice: finite,
    volatility: nonNegative,
    drift: maybe(finite),
  });
  const { initialPrice, volatility, drift = 0 } = options;
  return {
    name: "arithmeticBrownian",
    parameters: { initialPrice, volatility, drift },
    initialPrice,
    step: (dt) => ({
      of: "price",
      kept: 1,
      shift: drift * dt,
      deviation: volatility * Math.sqrt(dt),
    }),
  };
}
