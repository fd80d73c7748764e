import { wilsonInterval } from "../calibration/score_interval.ts";
import { maxDrawdown } from "../analysis/drawdown.ts";
import { quantileOfSorted } from "../analysis/quantiles.ts";
import { checkKeys, checkPositive, checkThat, checkWhole } from "../check.ts";
import { drawTape } from "../market/draw.ts";
import { normalQuantile } from "../numeric/normal_quantile.ts";
import { streams } from "../random/streams.ts";
import { exactLaw } from "../theory/exact_law.ts";
import { exactMoments } from "../theory/exact_moments.ts";
import type { Trader } from "../trading/execution.ts";
import { trade } from "../trading/trade.ts";
import type { Scenario } from "./scenario.ts";

/** A risk that a trader will not exceed; one of the three. */
export type RiskBound =
  | {
    /** Largest standard deviation of final inventory, in units; > 0. */
    readonly inventorySd: number;
  }
  | {
    /** Largest loss of a session, in currency, but for rare sessions; below zero for a profit that must be made. */
    readonly loss: number;
    /** How rare: the share of sessions that may lose more, above 0 and below 1. */
    readonly probability: number;
  }
  | {
    /** Deepest fall of wealth below its high within a session, in currency, but for rare sessions; > 0. */
    readonly drawdown: number;
    /** The share of sessions that may fall deeper, above 0 and below 1. */
    readonly probability: number;
  };

/** Which tapes a drawdown is measured on; what is exact needs none. */
export interface SimulatedTapes {
  /** Number of tapes, a whole number >= 100. */
  readonly paths: number;
  /** Their seed. */
  readonly seed: string | number;
}

/** A risk measured. */
export interface MeasuredRisk {
  /** The risk, in the bound's unit. */
  readonly value: number;
  /** Its 95 % interval where it was simulated; null where it is exact. */
  readonly interval: readonly [number, number] | null;
}

/** A bound, ready to be held against traders. */
export interface RiskMeasure {
  /** What is measured, in words. */
  readonly words: string;
  /** Unit of the measure. */
  readonly unit: "units" | "currency";
  /** The most allowed. */
  readonly bound: number;
  /** Whether the measure is exact, not simulated. */
  readonly exact: boolean;
  /** Measures a trader in a scenario. */
  readonly of: (scenario: Scenario, trader: Trader) => MeasuredRisk;
}

/** Reads a bound: what is measured, and how. */
export function riskMeasure(
  action: string,
  bound: RiskBound,
  tapes: SimulatedTapes,
): RiskMeasure {
  const known = { inventorySd: true, loss: true, drawdown: true, probability: true } as const;
  checkKeys<Record<keyof typeof known, number>>(action, bound as Record<string, number>, known);
  const given = ["inventorySd", "loss", "drawdown"].filter((name) => Object.hasOwn(bound, name));
  const rule = "one of inventorySd, loss and drawdown";
  checkThat(action, "the bound", rule, given.join(", ") || "none", given.length === 1);
  if ("inventorySd" in bound) {
    const alone = !("probability" in bound);
    checkThat(action, "probability", "left out beside inventorySd", bound, alone);
    return {
      words: "standard deviation of final inventory",
      unit: "units",
      bound: checkPositive(action, "inventorySd", bound.inventorySd),
      exact: true,
      of: (scenario, trader) => ({
        value: exactMoments(scenario, trader).finalInventory.sd,
        interval: null,
      }),
    };
  }
  const { probability: p } = bound;
  checkThat(action, "probability", "above 0 and below 1", p, p > 0 && p < 1);
  const rare = `${+(100 * p).toPrecision(12)} % of sessions`;
  if ("loss" in bound) {
    checkThat(action, "loss", "a finite number", bound.loss, Number.isFinite(bound.loss));
    return {
      words: `loss that ${rare} exceed`,
      unit: "currency",
      bound: bound.loss,
      exact: true,
      of: (scenario, trader) => ({
        value: lossBeyond(action, scenario, trader, p),
        interval: null,
      }),
    };
  }
  const { paths, seed } = tapes;
  checkWhole(action, "paths", paths, 100);
  const seen = `from 1/${paths} to 1 − 1/${paths}, as ${paths} tapes show nothing rarer`;
  checkThat(action, "probability", seen, p, Math.min(p, 1 - p) * paths >= 1 - 1e-9);
  return {
    words: `drawdown that ${rare} exceed`,
    unit: "currency",
    bound: checkPositive(action, "drawdown", bound.drawdown),
    exact: false,
    of: (scenario, trader) => drawdownBeyond(scenario, trader, p, { paths, seed }),
  };
}

/** Half widths of the range on which a law is resolved, in deviations: the widest reach the rarest sessions. */
const WIDTHS = [20, 40, 80] as const;

/** The loss that a share p of sessions exceeds, as finely as the law of profit can be known. */
function lossBeyond(action: string, scenario: Scenario, trader: Trader, p: number): number {
  const tolerance = Math.max(1e-13, Math.min(1e-10, Math.min(p, 1 - p) / 100));
  let known: readonly [number, number] = [NaN, NaN];
  for (const deviations of WIDTHS) {
    const maxFrequencies = 4096 * deviations / WIDTHS[0];
    const law = exactLaw(scenario, trader, { tolerance, deviations, maxFrequencies });
    known = law.known;
    if (p >= known[0] && p <= known[1]) return -law.quantile(p);
    // A wider range helps no sum that has not died away.
    if (law.unresolved >= tolerance) break;
  }
  const { riskAversion } = scenario.parameters;
  const [least, most] = [+known[0].toPrecision(3), +(1 - known[1]).toPrecision(3)];
  const rule = `at least ${least} and ${most} below 1, as the law of profit at risk aversion ` +
    `${+riskAversion.toPrecision(3)} is known no finer: ${known[0] > 1e-11 ? ATOMS : ROUNDING}`;
  checkThat(action, "probability", rule, p, false);
  return NaN;
}

/** Why a law is known no finer. */
const [ATOMS, ROUNDING] = [
  "sessions that hold nothing give it steps, and those ripple",
  "what is rarer is lost in rounding",
];

/** The drawdown that a share p of sessions exceeds, with an interval of order statistics. */
function drawdownBeyond(
  { market, grid }: Scenario,
  trader: Trader,
  p: number,
  { paths, seed }: SimulatedTapes,
): MeasuredRisk {
  const random = streams(seed);
  const depths = Float64Array.from(
    { length: paths },
    (_, path) => maxDrawdown(trade(drawTape(market, grid, random, path), trader).wealth).depth,
  ).sort();
  const at = (share: number) => quantileOfSorted(depths, share);
  const [low, high] = wilsonInterval((1 - p) * paths, paths, normalQuantile(0.975));
  return { value: at(1 - p), interval: [at(low), at(high)] };
}
