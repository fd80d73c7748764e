import type { Replay } from "../market/replay/recording.ts";
import type { RandomStream } from "../random/streams.ts";
import { bootstrapIntensity, type IntensityBootstrap } from "./bootstrap_intensity.ts";
import { fitIntensity, type IntensityFit } from "./fit_intensity.ts";
import { fitLogLinear, type LogLinearFit } from "./fit_log_linear.ts";
import { intensityCurve, type IntensityPoint } from "./intensity_curve.ts";
import { type FlowSide, orderReaches, stepReaches } from "./reach_sample.ts";
import { signaturePlot, type SignaturePoint } from "./signature_plot.ts";
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
}

/** One side's fits, by likelihood. */
export interface SideFits {
  /** By the first-order rule. */
  readonly firstOrder: IntensityFit;
  /** By the exact rule. */
  readonly exact: IntensityFit;
  /** By the number of orders; null where the replay kept none. */
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
  /** Both sides pooled, exact rule, the recorded steps drawn again in blocks. */
  readonly bootstrap: IntensityBootstrap;
  /** The intensity as it is, both sides pooled, exact rule. */
  readonly curve: readonly IntensityPoint[];
  /** The popular line through it; null where fewer than three depths had fills. */
  readonly logLinear: LogLinearFit | null;
}

/**
 * Calibrates σ, A and k on a recorded market: everything at once, for a table or a chart.
 *
 * @param replay The market, from {@linkcode replay}; with `orders: true` for the counting likelihood.
 * @param options Threshold and bootstrap.
 * @returns Estimates with their uncertainty, and what to hold them against.
 * @throws {RangeError} Where the recording is too short or too quiet, or an option out of its range.
 *
 * @example On a market that the engine wrote
 * ```ts
 * import {
 *   arithmeticBrownian,
 *   calibrate,
 *   drawTape,
 *   marketCsv,
 *   poissonFlow,
 *   readMarket,
 *   replay,
 *   streams,
 *   timeGrid,
 * } from "@digital-market-maker/lab";
 * import { assert } from "@std/assert";
 *
 * const random = streams(7);
 * const price = arithmeticBrownian({ initialPrice: 100, volatility: 0.5 });
 * const flow = poissonFlow({ scale: 0.9, decay: 1.5, fills: "exact" });
 * const tape = drawTape({ price, flow }, timeGrid({ horizon: 600, steps: 600 }), random);
 * const { trades, quotes } = marketCsv(tape);
 * const recorded = await replay([readMarket(trades), readMarket(quotes)], { dt: 1 });
 * const { intensity } = calibrate(recorded, { random: random("bootstrap") });
 * const [lower, upper] = intensity.both.exact.decay.interval;
 * assert(lower < 1.5 && 1.5 < upper);
 * ```
 */
export function calibrate(
  replay: Replay,
  { threshold = 0, block = 1, replications = 500, random }: CalibrateOptions,
): Calibration {
  const { tape, orders } = replay;
  const { dt } = tape.grid;
  const fits = (side: FlowSide): SideFits => ({
    firstOrder: fitIntensity(stepReaches(tape, side), { likelihood: "first-order", threshold }),
    exact: fitIntensity(stepReaches(tape, side), { likelihood: "exact", threshold }),
    counting: orders ? fitIntensity(orderReaches(replay, side), { threshold }) : null,
  });
  const pooled = stepReaches(tape);
  const curve = intensityCurve(pooled);
  const filled = curve.filter(({ intensity }) => intensity > 0 && intensity < Infinity);
  return {
    volatility: estimateVolatility(tape.midPrice, { dt }),
    signature: signaturePlot(tape.midPrice, { dt }),
    intensity: { both: fits("both"), buy: fits("buy"), sell: fits("sell") },
    bootstrap: bootstrapIntensity(pooled, { threshold, block, replications, random }),
    curve,
    logLinear: filled.length < 3 ? null : fitLogLinear(curve),
  };
}
