import { maybe, shaped } from "../kinds.ts";
import { checkKeys, checkWhole } from "../check.ts";
import { checkTape, type Tape } from "../market/tape.ts";
import { type RandomStream, streams } from "../random/streams.ts";
import { fitIntensity, type IntensityFit } from "./fit_intensity.ts";
import { type ReachSample, stepReaches } from "./reach_sample.ts";

/** How {@linkcode compareSides} goes about it. */
export interface CompareSidesOptions {
  /** Depth up to which reaches are censored, in currency. @default {0} */
  readonly threshold?: number;
  /** Steps in a block whose sides are exchanged together: as long as orders depend on each other. @default {1} */
  readonly block?: number;
  /** How often sides are exchanged; 0 for not at all. @default {199} */
  readonly exchanges?: number;
  /** The stream that tosses the coins. @default {one of its own, always the same} */
  readonly random?: RandomStream;
}

/** Whether sell and buy orders follow one intensity, both fitted with exact fill probabilities. */
export interface SidesComparison {
  /** Fit of sell orders, which hit our bid. */
  readonly bid: IntensityFit;
  /** Fit of buy orders, which hit our ask. */
  readonly ask: IntensityFit;
  /** Twice the log-likelihood that fits of their own gain over one for both. */
  readonly statistic: number;
  /** Probability of that much by chance were sides alike and steps independent, e^{−statistic/2}. */
  readonly pValue: number;
  /**
   * The same by exchanging the sides of blocks at random, which needs no independence within a block; null
   * where nothing was exchanged.
   */
  readonly exchangedPValue: number | null;
}

/**
 * Asks whether orders that hit the bid and orders that hit the ask have one A and k: the likelihood-ratio test.
 *
 * Two parameters more gain a χ² of two degrees of freedom by chance, whose tail is e^{−x/2}. Recorded steps are
 * not independent, and that makes this p-value too small. So blocks of steps have their sides exchanged at random
 * as well: were the sides alike, the recorded gain would be one like any other.
 *
 * @param tape The tape.
 * @param options Threshold, blocks, exchanges.
 * @returns Both fits, and the p-values of their equality.
 * @throws {RangeError} Where a side cannot be fitted, or an option is out of its range.
 *
 * @example Buyers reach half as far as sellers, and the test finds it
 * ```ts
 * import {
 *   arithmeticBrownian,
 *   compareSides,
 *   drawTape,
 *   poissonFlow,
 *   streams,
 *   timeGrid,
 * } from "@digital-market-maker/lab";
 * import { assert } from "@std/assert";
 *
 * const price = arithmeticBrownian({ initialPrice: 100, volatility: 1 });
 * const flow = poissonFlow({ scale: 0.9, decay: { bid: 1.5, ask: 3 }, fills: "exact" });
 * const tape = drawTape({ price, flow }, timeGrid({ horizon: 1000, steps: 1000 }), streams(1));
 * const { bid, ask, pValue, exchangedPValue } = compareSides(tape);
 * assert(pValue < 1e-6 && exchangedPValue! <= 0.005);
 * assert(Math.abs(ask.decay.value / bid.decay.value - 2) < 0.4);
 * ```
 */
export function compareSides(tape: Tape, options: CompareSidesOptions = {}): SidesComparison {
  const action = "take compareSides";
  checkKeys<CompareSidesOptions>(action, options, {
    threshold: true,
    block: true,
    exchanges: true,
    random: maybe(shaped("stream")),
  });
  checkTape(action, "tape", tape);
  const { threshold = 0, block = 1, exchanges = 199 } = options;
  checkWhole(action, "block", block);
  checkWhole(action, "exchanges", exchanges, 0);
  const law = { likelihood: "exact", threshold } as const;
  const [sell, buy] = [stepReaches(tape, "sell"), stepReaches(tape, "buy")];
  const both = fitIntensity(stepReaches(tape), law).logLikelihood;
  const gainOf = (bid: IntensityFit, ask: IntensityFit) =>
    Math.max(0, 2 * (bid.logLikelihood + ask.logLikelihood - both));
  const [bid, ask] = [fitIntensity(sell, law), fitIntensity(buy, law)];
  const statistic = gainOf(bid, ask);
  const random = options.random ?? streams("compareSides")("exchanges");

  let [done, asLarge] = [0, 0];
  const exchange = exchanger(sell, buy, block, random);
  for (let i = 0; i < exchanges; i++) {
    const [one, other] = exchange();
    try {
      if (gainOf(fitIntensity(one, law), fitIntensity(other, law)) >= statistic) asLarge++;
      done++;
    } catch (error) {
      // A side that got next to no orders has no fit, and says nothing.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return {
    bid,
    ask,
    statistic,
    pValue: Math.exp(-statistic / 2),
    exchangedPValue: done === 0 ? null : (asLarge + 1) / (done + 1),
  };
}

/** Exchanges both sides' reaches in every block that a coin says; the samples' columns are used again. */
function exchanger(sell: ReachSample, buy: ReachSample, block: number, random: RandomStream) {
  const known = sell.steps - (sell.gaps?.length ?? 0);
  const blocks = Math.ceil(known / block);
  const [sells, buys] = [blockStarts(sell, block, blocks), blockStarts(buy, block, blocks)];
  const column = () => new Float64Array(sell.reaches.length + buy.reaches.length);
  const [one, other] = [column(), column()];
  return (): readonly [ReachSample, ReachSample] => {
    let [ones, others] = [0, 0];
    for (let i = 0; i < blocks; i++) {
      if (random.uniform() < 0.5) {
        ones = copied(sell.reaches, sells[i], sells[i + 1], one, ones);
        others = copied(buy.reaches, buys[i], buys[i + 1], other, others);
      } else {
        others = copied(sell.reaches, sells[i], sells[i + 1], other, others);
        ones = copied(buy.reaches, buys[i], buys[i + 1], one, ones);
      }
    }
    const sampleOf = (sample: ReachSample, reaches: Float64Array<ArrayBuffer>) => ({
      ...sample,
      reaches,
      silent: known - reaches.length,
    });
    return [sampleOf(sell, one.subarray(0, ones)), sampleOf(buy, other.subarray(0, others))];
  };
}

/** Copies a stretch of reaches into a column from a place on; answers the place behind. */
function copied(
  reaches: Float64Array,
  from: number,
  to: number,
  column: Float64Array,
  at: number,
): number {
  for (let i = from; i < to; i++) column[at++] = reaches[i];
  return at;
}

/** Where the reaches of each block of known steps start, and where those of the last end. */
function blockStarts(
  { step, gaps = new Int32Array(0) }: ReachSample,
  block: number,
  blocks: number,
) {
  const starts = new Int32Array(blocks + 1);
  let missing = 0;
  for (const n of step) {
    while (gaps[missing] < n) missing++;
    starts[Math.floor((n - missing) / block) + 1]++;
  }
  for (let i = 1; i <= blocks; i++) starts[i] += starts[i - 1];
  return starts;
}
