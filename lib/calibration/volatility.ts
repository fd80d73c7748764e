import { maybe, numbers, positive, share, wholeFrom, word } from "../kinds.ts";
import { checkFinite, checkKeys, checkPositive, checkThat } from "../check.ts";
import { type FittedParameter, positiveParameter } from "./parameter.ts";

/** How {@linkcode estimateVolatility} looks at prices. */
export interface VolatilityOptions {
  /** Time between two prices, in any unit; > 0. */
  readonly dt: number;
  /** `arithmetic`: σ of price changes, in currency/√time; `geometric`: of log prices, in 1/√time. @default {"arithmetic"} */
  readonly prices?: "arithmetic" | "geometric";
  /** Looks at changes over so many dt, all overlapping windows of them; a whole number >= 1. @default {1} */
  readonly lag?: number;
  /** Steps between prices that stand for gaps in a recording, rising: changes across them are left out. @default {none} */
  readonly gaps?: ArrayLike<number>;
  /** Probability that the interval covers σ. @default {0.95} */
  readonly confidence?: number;
}

/** An estimated volatility. */
export interface VolatilityEstimate extends FittedParameter {
  /** Number of price changes, overlapping ones counted each. */
  readonly changes: number;
  /** Kurtosis of the changes: 3 for normal ones, more where tails are heavy; NaN where the price never moved. */
  readonly kurtosis: number;
  /** Mean change per time: the drift, which short recordings cannot tell from zero. */
  readonly drift: number;
}

/**
 * Realised volatility: the standard deviation of price changes, by the square root of their time.
 *
 * $$\hat\sigma^2 = \frac1{n(1 - l/N)\,l\,dt}\sum_{i=1}^n (S_{i+l} - S_i - \bar\Delta)^2$$
 *
 * with N changes over one dt, lag l and n = N − l + 1 (changes and windows across gaps not counted). The standard error follows from the changes' own
 * kurtosis κ:
 * $$\operatorname{se}(\ln\hat\sigma) = \sqrt{\frac{\kappa - 1}{4N}\cdot\frac{2l^2 + 1}{3l}}$$
 * whose last factor is the price of overlapping; Zhang, Mykland and Aït-Sahalia, Journal of the American
 * Statistical Association 100 (2005), section 2. It holds for independent changes; where they are not (in
 * recorded data volatility comes in bursts), the true error is larger. A price that never moved has σ = 0,
 * with no error that could be told.
 *
 * @param midPrice At least lag + 3 prices, dt apart.
 * @param options Time step, kind of prices, lag, confidence.
 * @returns σ with its standard error and interval.
 * @throws {RangeError} Where there are too few prices, one is not finite (or not > 0 where geometric), or
 * an option is out of its range.
 *
 * @example
 * ```ts
 * import { drawTape, estimateVolatility, scenario, streams } from "@digital-market-maker/lab";
 * import { assert } from "@std/assert";
 *
 * const { market, grid } = scenario("readme", { horizon: 10_000, steps: 10_000 });
 * const { midPrice } = drawTape(market, grid, streams(1));
 * const { interval: [lower, upper] } = estimateVolatility(midPrice, { dt: 1 });
 * assert(lower < 1.5 && 1.5 < upper);
 * ```
 */
export function estimateVolatility(
  midPrice: ArrayLike<number>,
  options: VolatilityOptions,
): VolatilityEstimate {
  const action = "take estimateVolatility";
  numbers(action, "midPrice", midPrice);
  checkKeys<VolatilityOptions>(action, options, {
    dt: positive,
    prices: maybe(word("arithmetic", "geometric")),
    lag: maybe(wholeFrom(1)),
    gaps: maybe(numbers),
    confidence: maybe(share),
  });
  const { dt, prices = "arithmetic", lag = 1, gaps = [], confidence = 0.95 } = options;
  const count = midPrice.length;
  checkThat(action, "number of prices", `at least ${lag + 3}`, count, count >= lag + 3);
  const check = prices === "arithmetic" ? checkFinite : checkPositive;
  // Only a price that is broken has to be told by its place: a text for each of millions takes seconds.
  for (let i = 0; i < count; i++) {
    if (!(Math.abs(midPrice[i]) < Infinity && (prices === "arithmetic" || midPrice[i] > 0))) {
      check(action, `midPrice[${i}]`, midPrice[i]);
    }
  }
  const levelOf = prices === "arithmetic"
    ? (i: number) => midPrice[i]
    : (i: number) => Math.log(midPrice[i]);
  // Twice through the prices: columns of changes would cost as much memory as they do.
  const eachChange = (visit: (change: number) => void) =>
    changesOver(count, lag, gaps, levelOf, visit);
  let [n, sum] = [0, 0];
  eachChange((change) => {
    n++;
    sum += change;
  });
  const steps = count - 1 - gaps.length;
  checkThat(action, `changes over ${lag} steps between gaps`, "at least 3", n, n >= 3);
  const mean = sum / n;
  let [squares, fourths] = [0, 0];
  eachChange((change) => {
    const square = (change - mean) ** 2;
    squares += square;
    fourths += square * square;
  });
  const drift = mean / (lag * dt);
  if (squares === 0) {
    return { value: 0, standardError: 0, interval: [0, 0], changes: n, kurtosis: NaN, drift };
  }
  // As many independent changes as would tell as much; for normal ones the kurtosis is then 3 on average.
  const worth = steps * 3 * lag / (2 * lag * lag + 1);
  const kurtosis = n * fourths / (squares * squares) * (worth + 1) / Math.max(1, worth - 1);
  const volatility = Math.sqrt(squares / (n * (1 - lag / steps)) / (lag * dt));
  const logError = Math.sqrt((kurtosis - 1) / (4 * worth));
  return {
    ...positiveParameter(volatility, logError, confidence),
    changes: n,
    kurtosis,
    drift,
  };
}

/** Goes through the changes over so many steps: all windows of them that no gap lies in. */
function changesOver(
  count: number,
  lag: number,
  gaps: ArrayLike<number>,
  levelOf: (place: number) => number,
  visit: (change: number) => void,
): void {
  let gap = 0;
  for (let i = 0; i + lag < count; i++) {
    while (gap < gaps.length && gaps[gap] < i) gap++;
    if (gap < gaps.length && gaps[gap] < i + lag) continue;
    visit(levelOf(i + lag) - levelOf(i));
  }
}
