import type { Progress } from "../progress.ts";
import type { BlockBootstrapOptions } from "../analysis/block_bootstrap.ts";
import {
  comparedFits,
  type SideSamples,
  sideSamples,
  type SidesComparison,
} from "../calibration/compare_fits.ts";
import { fitIntensity, fitOrNothing, type IntensityFit } from "../calibration/fit_intensity.ts";
import { type ReachInfluence, reachInfluence } from "../calibration/reach_influence.ts";
import { tallied } from "../calibration/reach_tally.ts";
import { estimateVolatility, type VolatilityEstimate } from "../calibration/volatility.ts";
import { eachValue } from "../each_value.ts";
import type { BothSides } from "../sides.ts";
import { sliceTape } from "../market/slice_tape.ts";
import type { Tape } from "../market/tape.ts";
import { logRatio } from "../numeric/log_ratio.ts";
import type { Session } from "../trading/session.ts";
import { trade } from "../trading/trade.ts";
import { backtestTraders, tradersOn } from "./backtest_traders.ts";
import type { TraderName } from "./named_traders.ts";
import type { FillCauses } from "./fill_causes.ts";
import { type RecordedMarket, type ReplayRules, tradeRecorded } from "./trade_recorded.ts";

/** How a walk-forward backtest goes about it. */
export interface WalkForwardOptions {
  /** Who trades, by the names of `tradersOf`, `naive` among them, which the rest are measured against. @default {["naive", "as", "glft"]} */
  readonly traders?: readonly TraderName[];
  /** Share of the tape that is only calibrated on, above 0 and below 1. @default {0.5} */
  readonly train?: number;
  /** Number of windows the rest is traded in, each calibrated on all that came before it; a gap in the recording ends one early and begins another. @default {1} */
  readonly windows?: number;
  /** Depth up to which reaches are not fitted, in currency. @default {0} */
  readonly threshold?: number;
  /**
   * Whether AS and GLFT believe one A and k of both sides, those of each side, or those of each where
   * {@linkcode compareSides} finds them different (p below 1 % both ways, sides exchanged in the bootstrap's
   * blocks). @default {"tested"}
   */
  readonly sides?: "pooled" | "own" | "tested";
  /** Risk aversion γ of AS and GLFT, in 1/currency; > 0. @default {a hundredth of the fitted decay k, an order} */
  readonly riskAversion?: number;
  /** Inventory limit of AS and GLFT, in orders; a whole number. Naive has none. @default {5} */
  readonly limit?: number;
  /** Units in one order; > 0. @default {1} */
  readonly orderSize?: number;
  /** Maker rebate, as a share of notional; negative for a maker's fee. @default {0.0002} */
  readonly rebate?: number;
  /** Taker fee, as a share of notional. @default {0.0005} */
  readonly fee?: number;
  /** What a forced trade pays beyond the mid, in currency. @default {0} */
  readonly crossingCost?: number;
  /** What was recorded beside the tape: with it, prices are ticks and fills follow the rules; without, the tape alone decides. @default {none} */
  readonly market?: RecordedMarket;
  /** What is assumed of a recorded market. @default {{}} */
  readonly rules?: ReplayRules;
  /** Horizons of the markouts, in steps. @default {[1, 5, 10, 30]} */
  readonly horizons?: readonly number[];
  /** The block bootstrap of profits. */
  readonly bootstrap: BlockBootstrapOptions;
  /** Is told how many windows are traded, before each. @default {nobody} */
  readonly progress?: Progress;
}

/** What was believed in one window, and where the window lies. */
export interface BacktestWindow {
  /** The window's first step on the tape; everything before it was calibrated on. */
  readonly from: number;
  /** The step after its last. */
  readonly to: number;
  /** Volatility of the steps before. */
  readonly volatility: VolatilityEstimate;
  /** Intensity of the steps before, exact rule, both sides pooled. */
  readonly intensity: IntensityFit;
  /** Whether the sides of the steps before are alike; null where nobody asked, or a side cannot be fitted. */
  readonly comparison: SidesComparison | null;
  /** A that AS and GLFT believed, by side, in orders/time. */
  readonly scale: BothSides;
  /** k that they believed, by side, in 1/currency. */
  readonly decay: BothSides;
  /** The intensity without the largest reaches of the steps before. */
  readonly influence: readonly ReachInfluence[];
  /** Risk aversion used, in 1/currency. */
  readonly riskAversion: number;
  /** Naive's half-spread, AS's without inventory: ln(1 + γΔ/k)/(γΔ) with orders of Δ units, in currency. */
  readonly halfSpread: number;
  /** The sessions, by trader. */
  readonly sessions: Readonly<Record<string, Session>>;
  /** Why quotes were filled, by trader; null without a recorded market. */
  readonly causes: Readonly<Record<string, FillCauses>> | null;
}

/** Calibrates on all steps before a window, and trades the window. */
export function backtestWindow(
  tape: Tape,
  from: number,
  to: number,
  options: WalkForwardOptions,
): BacktestWindow {
  const { threshold = 0, limit = 5, rebate = 0.0002, fee = 0.0005, crossingCost = 0 } = options;
  const { orderSize = 1 } = options;
  const past = sliceTape(tape, 0, from);
  const volatility = estimateVolatility(past.midPrice, { dt: tape.grid.dt, gaps: past.gaps });
  const [samples, law] = [sideSamples(past), { likelihood: "exact", threshold } as const];
  const intensity = fitIntensity(samples.both, law);
  const influence = reachInfluence(samples.both, law);
  const pooled = intensity.decay.value;
  const riskAversion = options.riskAversion ?? pooled / (100 * orderSize);
  const halfSpread = logRatio(riskAversion * orderSize, pooled);
  const comparison = comparedSides(samples, intensity, options);
  const own = comparison !== null && (options.sides === "own" || differ(comparison));
  const [bid, ask] = own ? [comparison.bid, comparison.ask] : [intensity, intensity];
  const scale = { bid: bid.scale.value, ask: ask.scale.value };
  const decay = { bid: bid.decay.value, ask: ask.decay.value };
  const beliefs = { riskAversion, volatility: volatility.value, scale, decay, orderSize };
  const terms = { rebate, fee, crossingCost, limit };
  const traders = tradersOn(options.traders ?? backtestTraders, {
    ...{ beliefs, halfSpread, terms, initialPrice: tape.midPrice[from] },
    pooled: { scale: intensity.scale.value, decay: pooled },
    grid: { steps: to - from, dt: tape.grid.dt },
  });
  const fits = { volatility, intensity, comparison, scale, decay, influence };
  const believed = { from, to, ...fits, riskAversion, halfSpread };
  const { market, rules } = options;
  if (market === undefined) {
    const future = sliceTape(tape, from, to);
    const sessions = eachValue(traders, (trader) => trade(future, trader));
    return { ...believed, sessions, causes: null };
  }
  const recorded = eachValue(
    traders,
    (trader) => tradeRecorded(tape, market, [from, to], trader, rules),
  );
  return {
    ...believed,
    sessions: eachValue(recorded, ({ session }) => session),
    causes: eachValue(recorded, ({ causes }) => causes),
  };
}

/** A p-value below it says that sides differ. */
const LEVEL = 0.01;

const differ = ({ pValue, exchangedPValue }: SidesComparison) =>
  pValue < LEVEL && (exchangedPValue ?? 1) < LEVEL;

/** Compares the sides as far as somebody asks; null too where one of them has no fit. */
function comparedSides(
  samples: SideSamples,
  both: IntensityFit,
  { sides = "tested", threshold, bootstrap: { block } }: WalkForwardOptions,
): SidesComparison | null {
  if (sides === "pooled") return null;
  const [bid, ask] = [samples.sell, samples.buy]
    .map((sample) => fitOrNothing(tallied(sample), { threshold }));
  // Dependent steps only make the p-value smaller: where it is large, nothing need be exchanged.
  const exchanges = (pValue: number) => pValue < LEVEL ? 199 : 0;
  return bid && ask ? comparedFits(samples, { both, bid, ask }, { block, exchanges }) : null;
}
