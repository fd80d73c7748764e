import { type Scenario, scenario } from "../../scenario/scenario.ts";
import { gueantLehalle } from "../../strategy/gueant_lehalle.ts";
import { exactLaw } from "../../theory/exact_law.ts";
import type { Trader } from "../../trading/execution.ts";

/** What the controls of the distribution explorer are set to. */
export interface DistributionValues {
  /** Risk aversion γ of AS and GLFT, in 1/$; 0.001 to 1. @default {0.1} */
  readonly riskAversion: number;
  /** Volatility σ, in $/√day; 0.5 to 5. @default {2} */
  readonly volatility: number;
  /** Scale A of the intensity, in orders a day; 40 to 160. @default {140} */
  readonly scale: number;
  /** Decay k of the intensity with depth, in 1/$; 0.5 to 5. @default {1.5} */
  readonly decay: number;
  /** Steps a day: "200", the paper’s, or "100". @default {"200"} */
  readonly steps: "100" | "200";
}

/** The exact law of one strategy's profit. */
export interface ProfitLaw {
  readonly name: string;
  readonly mean: number;
  readonly sd: number;
  /** Deviation of the final inventory, in units. */
  readonly inventorySd: number;
  /** Profit that one day in twenty stays below, in currency. */
  readonly low: number;
  /** Probability of a loss. */
  readonly loss: number;
  /** Density at the model's `profits`. */
  readonly density: readonly number[];
  /** Probability of an inventory beyond those tabulated. */
  readonly lost: number;
}

/** The numbers of the distribution explorer. */
export interface DistributionModel {
  /** Profits, rising, in currency. */
  readonly profits: readonly number[];
  readonly laws: { readonly naive: ProfitLaw; readonly as: ProfitLaw; readonly glft: ProfitLaw };
}

const POINTS = 181;
/** The largest inventory GLFT allows itself, in units. */
const LIMIT = 15;

/**
 * Exact laws of profit in the paper's market: the inventory strategy, the symmetric one with the same
 * average spread, and the optimum. A chart's precision, so that three laws take a few hundredths of a
 * second.
 */
export function distributionModel(values: DistributionValues): DistributionModel {
  const { steps, ...changes } = values;
  const paper = scenario("paper", { ...changes, steps: Number(steps) });
  const { traders, parameters: { riskAversion, volatility, scale, decay } } = paper;
  const glft: Trader = {
    ...traders.as,
    strategy: gueantLehalle({ riskAversion, volatility, scale, decay, maxInventory: LIMIT }),
  };
  const law = (trader: Trader, maxLots: number) =>
    exactLaw(paper, trader, { maxLots, deviations: 5, tolerance: 1e-3 });
  const wide = widest(paper);
  const laws = {
    naive: law(traders.naive, wide),
    as: law(traders.as, wide),
    glft: law(glft, LIMIT),
  };
  const all = Object.values(laws);
  const low = Math.min(...all.map(({ quantile }) => quantile(0.002)));
  const high = Math.max(...all.map(({ quantile }) => quantile(0.998)));
  const profits = Array.from({ length: POINTS }, (_, i) => low + (high - low) * i / (POINTS - 1));
  const shown = (name: string, { moments, density, distribution, quantile }: typeof all[0]) => ({
    name,
    mean: moments.mean,
    sd: moments.sd,
    inventorySd: moments.finalInventory.sd,
    low: quantile(0.05),
    loss: Math.max(0, distribution(0)),
    density: profits.map((profit) => Math.max(0, density(profit))),
    lost: moments.truncation.lostProbability,
  });
  return {
    profits,
    laws: {
      naive: shown("Naive", laws.naive),
      as: shown("AS", laws.as),
      glft: shown("GLFT", laws.glft),
    },
  };
}

/** Seven deviations of Naive's inventory, which nothing holds back, in orders. */
function widest({ grid: { dt, steps }, market, traders }: Scenario): number {
  const { quote } = traders.naive.strategy;
  const { bidDepth } = quote({ time: 0, timeLeft: 1, midPrice: NaN, inventory: 0 });
  const p = market.flow.fillProbability("bid", bidDepth, dt);
  return Math.min(steps, Math.ceil(7 * Math.sqrt(2 * steps * p * (1 - p))) + 2);
}
