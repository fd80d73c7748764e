import type { ScenarioName, ScenarioParameters } from "../../lib/scenario/parameters.ts";
import { type Scenario, scenario } from "../../lib/scenario/scenario.ts";

/** Steps of every path. */
export const STEPS = 200;

/** A setting that all competitors simulate: both strategies on shared draws. */
export interface Case {
  /** Name in the tables. */
  readonly name: string;
  /** The scenario. */
  readonly scenario: ScenarioName;
  /** What differs from it. */
  readonly changes: Partial<ScenarioParameters<number>>;
}

/** The four scenarios, at their own step length, and `paper` with a limit and fees. */
export const CASES: readonly Case[] = [
  { name: "gbm", scenario: "gbm", changes: { horizon: STEPS / 252, steps: STEPS } },
  {
    name: "paper limit=5 breach=flatten rebate=.0002 fee=.0005",
    scenario: "paper",
    changes: { steps: STEPS, limit: 5, breach: "flatten", rebate: 0.0002, fee: 0.0005 },
  },
  { name: "paper", scenario: "paper", changes: { steps: STEPS } },
  { name: "toxic", scenario: "toxic", changes: { horizon: STEPS, steps: STEPS } },
  { name: "readme", scenario: "readme", changes: { horizon: STEPS, steps: STEPS } },
];

/** A case's scenario. */
export function scenarioOf(
  { scenario: name, changes }: Pick<Case, "scenario" | "changes">,
): Scenario<number> {
  return scenario(name, changes);
}

/** A case as the peers take it: plain numbers, whose meaning `workload.py` tells. */
export function peerParameters(of: Case): Readonly<Record<string, number>> {
  const { parameters: p, grid, traders } = scenarioOf(of);
  const days = of.scenario === "gbm" ? 252 : 1;
  const geometric = p.price === "geometric";
  const quote = (inventory: number) =>
    traders.naive.strategy.quote({ time: 0, timeLeft: 1, midPrice: NaN, inventory });
  const finite = (limit: number) => Number.isFinite(limit) ? limit : 1e6;
  return {
    initialPrice: p.initialPrice,
    drift: p.drift,
    volatility: p.volatility,
    geometric: Number(geometric),
    dt: grid.dt,
    scale: p.scale,
    decay: p.decay,
    flowBias: p.flowBias,
    riskAversion: p.riskAversion,
    quotedVolatility: (geometric ? p.initialPrice : 1) * p.volatility / Math.sqrt(days),
    spreadShare: p.spread === "paper" ? 1 : 0.5,
    clock: Number(p.timeLeft === "clock"),
    timeLeft: 1,
    halfSpread: quote(0).bidDepth,
    limit: finite(p.limit),
    naiveLimit: finite(traders.naive.execution.limit),
    flatten: Number(p.breach === "flatten"),
    crossingCost: p.crossingCost,
    minimumDepth: Math.max(p.minimumDepth, -1e9),
    rebate: p.rebate,
    fee: p.fee,
  };
}
