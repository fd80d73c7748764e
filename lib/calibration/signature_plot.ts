import { maybe, numbers, share } from "../kinds.ts";
import { checkKeys, checkThat } from "../check.ts";
import {
  estimateVolatility,
  type VolatilityEstimate,
  type VolatilityOptions,
} from "./volatility.ts";

/** Which lags {@linkcode signaturePlot} looks at. */
export interface SignatureOptions extends Omit<VolatilityOptions, "lag"> {
  /** Lags in steps of dt. @default {1, 2, 5, 10, 20, 50 … up to a tenth of the steps without a gap} */
  readonly lags?: readonly number[];
}

/** One point of a signature plot. */
export interface SignaturePoint extends VolatilityEstimate {
  /** Number of steps between the prices that are compared. */
  readonly lag: number;
  /** The time between them, lag × dt. */
  readonly time: number;
}

/**
 * Volatility against the time between the prices it is taken from.
 *
 * For Brownian motion it is flat. Prices that bounce or come back show more volatility on short times,
 * prices that trend or are seen late show less, and a σ calibrated on one time is wrong on another.
 * Andersen, Bollerslev, Diebold and Labys, Risk 13 (2000).
 *
 * @param midPrice Prices, dt apart.
 * @param options Time step, lags, kind of prices, confidence.
 * @returns One estimate for each lag.
 * @throws {RangeError} As {@linkcode estimateVolatility}.
 *
 * @example A price that bounces looks calmer over three steps than over one
 * ```ts
 * import { signaturePlot } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const prices = [0, 1, 0, 1, 0, 1, 0, 1, 0];
 * const [one, three] = signaturePlot(prices, { dt: 1, lags: [1, 3] });
 * assertAlmostEquals(one.value ** 2, 1 / (1 - 1 / 8), 1e-12);
 * assertAlmostEquals(three.value ** 2, 1 / (1 - 3 / 8) / 3, 1e-12);
 * ```
 */
export function signaturePlot(
  midPrice: ArrayLike<number>,
  options: SignatureOptions,
): SignaturePoint[] {
  numbers("take signaturePlot", "midPrice", midPrice);
  checkKeys<SignatureOptions>("take signaturePlot", options, {
    lags: maybe(numbers),
    dt: true,
    prices: true,
    gaps: maybe(numbers),
    confidence: maybe(share),
  });
  const { lags, ...one } = options;
  const chosen = lags ?? usualLags(longestStretch(midPrice.length - 1, options.gaps) / 10);
  checkThat("take signaturePlot", "lags", "at least one", [...chosen], chosen.length > 0);
  return chosen.map((lag) => ({
    ...estimateVolatility(midPrice, { ...one, lag }),
    lag,
    time: lag * options.dt,
  }));
}

/** The longest run of steps without a gap. */
function longestStretch(steps: number, gaps: ArrayLike<number> = []): number {
  const edges = [-1, ...Array.from(gaps), steps];
  return edges.slice(1).reduce((most, edge, i) => Math.max(most, edge - edges[i] - 1), 0);
}

function usualLags(most: number): number[] {
  const lags = [1];
  for (let power = 1; power <= most; power *= 10) {
    lags.push(...[power, 2 * power, 5 * power].filter((lag) => lag > 1 && lag <= most));
  }
  return lags;
}
