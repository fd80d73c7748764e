import { progressKind } from "../progress.ts";
import { maybe, shaped, wholeFrom } from "../kinds.ts";
import { checkKeys } from "../check.ts";
import type { Replay } from "../market/replay/recording.ts";
import type { RandomStream } from "../random/streams.ts";
import { bootstrapIntensity, type IntensityBootstrap } from "./bootstrap_intensity.ts";
import { comparedFits, sideSamples, type SidesComparison } from "./compare_fits.ts";
import { fitIntensity, type FitIntensityOptions, type IntensityFit } from "./fit_intensity.ts";
import { fitLogLinear, type LogLinearFit } from "./fit_log_linear.ts";
import { intensityCurve, type IntensityPoint } from "./intensity_curve.ts";
import { type ReachInfluence, reachInfluence, suspiciousReaches } from "./reach_influence.ts";
import { type FlowSide, orderReaches, type ReachSample, stepReaches } from "./reach_sample.ts";
import { signaturePlot, type SignaturePoint } from "./signature_plot.ts";
import { fewChanges } from "./few_changes.ts";
import { estimateVolatility, type VolatilityEstimate } from "./volatility.ts";

/** How {@linkcode calibrate} goes about it. */
export interface CalibrateOptions {
  /** Depth up to which reaches are censored, in currency. @default {0} */
  readonly threshold?: number;
  /** Length of the bootstrap's blocks, in steps. @default {1} */
  readonly block?: number;
  /** Number of bootstrap samples. @default {500} */
  readonly replications?: number;
  /** The stream that chooses the blocks. */
  readonly random: RandomStream;
  /** Is told how many bootstrap samples of how many are drawn. @default {nobody is told} */
  readonly progress?: (done: number, total: number) => void;
}

/** One side's fits, by likelihood; null where there is none, which {@linkcode Calibration.notes} explains. */
export interface SideFits {
  /** By the first-order rule. */
  readonly firstOrder: IntensityFit | null;
  /** By the exact rule. */
  readonly exact: IntensityFit | null;
  /** By the number of orders; null too where the replay kept none. */
  readonly counting: IntensityFit | null;
}

/** All that a recorded market tells of σ, A and k. */
export interface Calibration {
  /** Volatility from step to step. */
  readonly volatility: VolatilityEstimate;
  /** Volatility against the time between prices. */
  readonly signature: readonly SignaturePoint[];
  /** A and k of both sides pooled, of buyers, of sellers. */
  readonly intensity: Readonly<Record<FlowSide, SideFits>>;
  /** Whether buyers and sellers are alike, exact rule; null where one of them cannot be fitted. */
  readonly sides: SidesComparison | null;
  /**
   * Both sides pooled, exact rule, by prints alone: without what the best quotes ran over. Null where it
   * cannot be fitted, and where there were no quotes.
   */
  readonly byPrints: IntensityFit | null;
  /** Both sides pooled, exact rule, the recorded steps drawn again in blocks; null where that cannot be fitted. */
  readonly bootstrap: IntensityBootstrap | null;
  /** The intensity as it is, both sides pooled, exact rule. */
  readonly curve: readonly IntensityPoint[];
  /** The popular line through it; null where fewer than three depths had fills. */
  readonly logLinear: LogLinearFit | null;
  /** The same fit without the largest reaches; empty where there is no such fit. */
  readonly influence: readonly ReachInfluence[];
  /** What could not be estimated, and what is not to be trusted, a sentence each. */
  readonly notes: readonly string[];
}

/** Up to so many reaches the sides are exchanged as often as they may be; beyond, only where they differ. */
const FEW_REACHES = 400_000;

const NAMES: Readonly<Record<FlowSide, string>> = {
  both: "both sides",
  buy: "buyers",
  sell: "sellers",
};

/**
 * Calibrates σ, A and k on a recorded market: everything at once, for a table or a chart.
 *
 * What can be estimated is: a price that never moved has σ = 0, a side without orders has no fits, and
 * `notes` say so.
 *
 * @param replay The market, from {@linkcode replay}; with `orders: true` for the counting likelihood.
 * @param options Threshold and bootstrap.
 * @returns Estimates with their uncertainty, and what to hold them against.
 * @throws {RangeError} Where the recording is too short, or an option out of its range.
 *
 * @example On a market that the engine wrote
 * ```ts
 * import { drawTape, scenario, streams } from "@digital-market-maker/lab";
 * import { calibrate, marketCsv, readMarket, replay } from "@digital-market-maker/lab/data";
 * import { assert } from "@std/assert";
 *
 * const random = streams(7);
 * const { market, grid } = scenario("readme", { fills: "exact", volatility: 0.5 });
 * const { trades, quotes } = marketCsv(drawTape(market, grid, random));
 * const recorded = await replay([readMarket(trades), readMarket(quotes)], { dt: 1 });
 * const { intensity } = calibrate(recorded, { random: random("bootstrap") });
 * const [lower, upper] = intensity.both.exact!.decay.interval;
 * assert(lower < 1.5 && 1.5 < upper);
 * ```
 */
export function calibrate(
  replay: Replay,
  options: CalibrateOptions,
): Calibration {
  checkKeys<CalibrateOptions>("take calibrate", options, {
    threshold: true,
    block: maybe(wholeFrom(1)),
    replications: maybe(wholeFrom(1)),
    random: shaped("stream"),
    progress: progressKind,
  });
  shaped("replay")("take calibrate", "replay", replay);
  const { threshold = 0, block = 1, replications = 500, random, progress } = options;
  const { tape, orders } = replay;
  const { grid: { dt }, midPrice, gaps } = tape;
  const notes: string[] = [];
  const fit = (name: string, sample: ReachSample, options: FitIntensityOptions) => {
    try {
      return fitIntensity(sample, options);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      notes.push(unfitted(name, sample, error));
      return null;
    }
  };
  const samples = sideSamples(tape);
  const fits = (side: FlowSide): SideFits => {
    const [name, steps] = [NAMES[side], samples[side]];
    return {
      firstOrder: fit(name, steps, { likelihood: "first-order", threshold }),
      exact: fit(name, steps, { likelihood: "exact", threshold }),
      counting: orders ? fit(name, orderReaches(replay, side), { threshold }) : null,
    };
  };
  const intensity = { both: fits("both"), buy: fits("buy"), sell: fits("sell") };
  const { midFrom, printReach } = replay;
  const printed = { ...tape, buyReach: printReach.buy, sellReach: printReach.sell };
  const byPrints = midFrom === "quotes"
    ? fit("prints alone", stepReaches(printed), { likelihood: "exact", threshold })
    : null;
  const curve = intensityCurve(samples.both);
  const filled = curve.filter((point) => point.intensity > 0 && point.intensity < Infinity);
  const volatility = estimateVolatility(midPrice, { dt, gaps });
  if (volatility.value === 0) {
    notes.push("The price never moved: σ is 0, and nothing tells its error.");
  }
  notes.push(...fewChanges(volatility));
  const [exact, bid, ask] = [intensity.both.exact, intensity.sell.exact, intensity.buy.exact];
  const influence = exact ? reachInfluence(samples.both, { likelihood: "exact", threshold }) : [];
  notes.push(...suspiciousReaches(influence));
  const few = samples.both.reaches.length <= FEW_REACHES;
  const exchanges = (pValue: number) => few ? 199 : pValue < 0.05 ? 39 : 0;
  return {
    volatility,
    signature: signaturePlot(midPrice, { dt, gaps }),
    intensity,
    sides: exact && bid && ask
      ? comparedFits(samples, { both: exact, bid, ask }, { block, exchanges })
      : null,
    byPrints,
    bootstrap: exact
      ? bootstrapIntensity(samples.both, { threshold, block, replications, random, progress })
      : null,
    curve,
    logLinear: filled.length < 3 ? null : fitLogLinear(curve),
    influence,
    notes: [...new Set(notes)],
  };
}

function unfitted(name: string, { reaches }: ReachSample, { message }: RangeError): string {
  if (reaches.every((reach) => reach === -Infinity)) return `No orders of ${name}: no fit.`;
  return `No fit of ${name}: ${message.replace(/^Cannot take fitIntensity as /, "")}.`;
}
