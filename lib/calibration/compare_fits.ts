import type { Tape } from "../market/tape.ts";
import { type RandomStream, streams } from "../random/streams.ts";
import { fitOrNothing, type IntensityFit } from "./fit_intensity.ts";
import { type FlowSide, type ReachSample, stepReaches } from "./reach_sample.ts";
import { placesIn, tallied, type TalliedSample } from "./reach_tally.ts";

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

/** What both sides of a tape show, together and each. */
export type SideSamples = Readonly<Record<FlowSide, ReachSample>>;

/** Collects them. */
export function sideSamples(tape: Tape): SideSamples {
  return {
    both: stepReaches(tape),
    buy: stepReaches(tape, "buy"),
    sell: stepReaches(tape, "sell"),
  };
}

/** How sides that are fitted are compared. */
export interface ComparedFitsOptions {
  /** Steps in a block whose sides are exchanged together. */
  readonly block: number;
  /** How often sides are exchanged, by the p-value of the likelihood alone. */
  readonly exchanges: (pValue: number) => number;
  /** The stream that tosses the coins. @default {one of its own, always the same} */
  readonly random?: RandomStream;
}

/** Compares sides by their fits of the exact law. */
export function comparedFits(
  { both, sell, buy }: SideSamples,
  { bid, ask, both: pooled }: Readonly<Record<"bid" | "ask" | "both", IntensityFit>>,
  { block, exchanges, random = streams("compareSides")("exchanges") }: ComparedFitsOptions,
): SidesComparison {
  const gainOf = (...fits: readonly IntensityFit[]) =>
    Math.max(0, 2 * fits.reduce((sum, fit) => sum + fit.logLikelihood, -pooled.logLikelihood));
  const statistic = gainOf(bid, ask);
  const pValue = Math.exp(-statistic / 2);
  const law = { likelihood: "exact", threshold: pooled.threshold } as const;
  const times = exchanges(pValue);
  const found = { bid, ask, statistic, pValue };
  if (times === 0) return { ...found, exchangedPValue: null };
  const exchange = exchanger(both, [sell, buy], block, random);
  let [done, asLarge] = [0, 0];
  for (let i = 0; i < times; i++) {
    const fits = exchange().map((sample) => fitOrNothing(sample, law, pooled.decay.value));
    // A side that got next to no orders has no fit, and says nothing.
    if (!fits.every((fit) => fit !== undefined)) continue;
    if (gainOf(...fits) >= statistic) asLarge++;
    done++;
  }
  return { ...found, exchangedPValue: done === 0 ? null : (asLarge + 1) / (done + 1) };
}

/** Exchanges both sides' reaches in every block that a coin says; the tallies are used again. */
function exchanger(
  both: ReachSample,
  sides: readonly ReachSample[],
  block: number,
  random: RandomStream,
) {
  const { tally: { values } } = tallied(both);
  const { steps, gaps, dt } = both;
  const known = steps - (gaps?.length ?? 0);
  const blocks = Math.ceil(known / block);
  const recorded = sides.map((side) => ({
    starts: blockStarts(side, block, blocks),
    places: placesIn({ values, times: values }, side.reaches),
  }));
  const drawn = sides.map(() => ({ times: new Float64Array(values.length), listed: 0 }));
  return (): readonly TalliedSample[] => {
    for (const side of drawn) {
      side.times.fill(0);
      side.listed = 0;
    }
    for (let i = 0; i < blocks; i++) {
      const exchanged = random.uniform() < 0.5 ? 0 : 1;
      recorded.forEach(({ starts, places }, side) => {
        const to = drawn[side ^ exchanged];
        for (let reach = starts[i]; reach < starts[i + 1]; reach++) to.times[places[reach]]++;
        to.listed += starts[i + 1] - starts[i];
      });
    }
    return drawn.map(({ times, listed }) => ({
      ...{ per: "steps", dt, time: known * dt } as const,
      ...{ tally: { values, times }, silent: known - listed },
    }));
  };
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
