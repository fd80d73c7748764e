import type { Sides } from "../sides.ts";
import type { PriceName } from "../market/price_processes.ts";
import type { FillRule } from "../market/poisson_flow.ts";
import type { SpreadRule } from "../strategy/avellaneda_stoikov.ts";
import type { HorizonRule } from "../strategy/horizon.ts";
import type { BreachRule } from "../trading/execution.ts";

/** The names of the scenarios. */
export type ScenarioName = "paper" | "readme" | "toxic" | "gbm";

/**
 * Everything that can be set in a scenario. Units: currency, and the scenario's own unit of time.
 *
 * Scale and decay are of the type `Flow`: numbers where both sides are alike.
 */
export interface ScenarioParameters<Flow extends Sides = Sides> {
  /** The price process: arithmetic or geometric Brownian motion, or Ornstein–Uhlenbeck. */
  readonly price: PriceName;
  /** Mid-price S_0 at the start, in currency. */
  readonly initialPrice: number;
  /** Volatility σ of the market, which strategies believe too; in currency/√time, or 1/√time where geometric. */
  readonly volatility: number;
  /** Drift μ of the market alone; in currency/time, or 1/time where geometric. */
  readonly drift: number;
  /** Level that an Ornstein–Uhlenbeck price is pulled to, in currency; null for its initial price. */
  readonly meanLevel: number | null;
  /** Pull κ of an Ornstein–Uhlenbeck price, in 1/time; 0 for none. */
  readonly pull: number;
  /** Length T of the session. */
  readonly horizon: number;
  /** Number N of steps. */
  readonly steps: number;
  /** Scale A of the intensity, in fills per time, or one each for `bid` and `ask`; strategies believe it too. */
  readonly scale: Flow;
  /** Decay k of the intensity, in 1/currency, or one each for `bid` and `ask`; strategies believe it too. */
  readonly decay: Flow;
  /** How a step's fill probability follows from the intensity. */
  readonly fills: FillRule;
  /** Surplus of buy orders over sell orders, of the market alone. */
  readonly flowBias: number;
  /** Risk aversion γ of AS, in 1/currency. */
  readonly riskAversion: number;
  /** Total spread of AS. */
  readonly spread: SpreadRule;
  /**
   * Horizon rule of AS, in its own unit of time; `"infinite"` takes q_max from the limit, or 10 orders without one,
   * `"saturating"` the market's scale and `endPenalty`, and sides that are alike.
   */
  readonly timeLeft: HorizonRule | "infinite" | "saturating";
  /** Penalty b on final inventory squared that AS expects where `timeLeft` is `"saturating"`, in currency/units². */
  readonly endPenalty: number;
  /** Half-spread of Naive, in currency; null for half of AS's average spread, flat, over the quoting times. */
  readonly halfSpread: number | null;
  /** Inventory limit, in units; Infinity for none. */
  readonly limit: number;
  /** What happens beyond the limit. */
  readonly breach: BreachRule;
  /** What a marketable order pays beyond the mid, in currency. */
  readonly crossingCost: number;
  /** Depths below it are raised to it, in currency; −Infinity for no clamp. */
  readonly minimumDepth: number;
  /** Maker rebate, as a share of notional. */
  readonly rebate: number;
  /** Taker fee, as a share of notional. */
  readonly fee: number;
  /** Units in one order. */
  readonly orderSize: number;
}

/** A scenario's parameters together with what its words alone decide. */
export interface Preset {
  /** The parameters, each open to change. */
  readonly parameters: ScenarioParameters<number>;
  /** Strategies' units of time in one of the market's: 252 where AS counts days and the market years. */
  readonly quotingUnits: number;
  /** Whether limit, breach, crossing cost and clamp hold for Naive as well. */
  readonly limitsNaive: boolean;
}

const readme: ScenarioParameters<number> = {
  price: "arithmetic",
  initialPrice: 100,
  volatility: 1.5,
  drift: 0,
  meanLevel: null,
  pull: 0,
  horizon: 500,
  steps: 500,
  scale: 0.9,
  decay: 1.5,
  fills: "first-order",
  flowBias: 0,
  riskAversion: 0.01,
  spread: "readme",
  timeLeft: { constant: 1 },
  endPenalty: 0,
  halfSpread: 0.65,
  limit: 5,
  breach: "cross-one",
  crossingCost: 0.05,
  minimumDepth: 0,
  rebate: 0.0002,
  fee: 0.0005,
  orderSize: 1,
};

const paper: ScenarioParameters<number> = {
  ...readme,
  volatility: 2,
  horizon: 1,
  steps: 200,
  scale: 140,
  riskAversion: 0.1,
  spread: "paper",
  timeLeft: "clock",
  halfSpread: null,
  limit: Infinity,
  breach: "none",
  crossingCost: 0,
  minimumDepth: -Infinity,
  rebate: 0,
  fee: 0,
};

const gbm: ScenarioParameters<number> = {
  ...readme,
  price: "geometric",
  volatility: 0.4,
  horizon: 1,
  steps: 252,
  scale: 226.8,
  decay: 0.8,
  riskAversion: 0.005,
  halfSpread: 1.25,
};

/** The scenarios' parameters; `toxic` is `readme` with a trend and buyers in the majority. */
export const presets: Readonly<Record<ScenarioName, Preset>> = {
  paper: { parameters: paper, quotingUnits: 1, limitsNaive: true },
  readme: { parameters: readme, quotingUnits: 1, limitsNaive: false },
  toxic: {
    parameters: { ...readme, drift: 0.03, flowBias: 0.05 },
    quotingUnits: 1,
    limitsNaive: false,
  },
  gbm: { parameters: gbm, quotingUnits: 252, limitsNaive: false },
};
