import type { ScenarioParameters } from "../../lib/scenario/parameters.ts";
import { type Scenario, scenario } from "../../lib/scenario/scenario.ts";
import { avellanedaStoikov } from "../../lib/strategy/avellaneda_stoikov.ts";
import { gueantLehalle } from "../../lib/strategy/gueant_lehalle.ts";
import type { Strategy } from "../../lib/strategy/strategy.ts";
import { certaintyEquivalent } from "../../lib/theory/certainty_equivalent.ts";
import { exactMoments } from "../../lib/theory/exact_moments.ts";
import type { Trader } from "../../lib/trading/execution.ts";
import { type Paper, toDigits } from "./paper.ts";

/** The optimum of continuous time, on the terms of a scenario's AS. */
function optimum(day: Scenario, maxInventory: number, endPenalty = 0): Trader {
  const { riskAversion, volatility, scale, decay } = day.parameters;
  const strategy = gueantLehalle({
    ...{ riskAversion, volatility, scale, decay, maxInventory },
    terminalPenalty: (q) => endPenalty * q * q,
  });
  return { strategy, execution: day.traders.as.execution };
}

/** A trader's certainty equivalent in a scenario, to the scenario's own risk aversion. */
function worth(day: Scenario, trader: Trader = day.traders.as): number {
  return certaintyEquivalent(day, trader, { riskAversion: day.parameters.riskAversion }).value;
}

const paper = (changes: Partial<ScenarioParameters> = {}) => scenario("paper", changes);
const sdOfFinalInventory = (day: Scenario, trader: Trader = day.traders.as) =>
  exactMoments(day, trader).finalInventory.sd;

/** τ̄, read off the lean for a unit far from the end. */
function constant(riskAversion: number, volatility: number, scale: number): number {
  const { quote }: Strategy = avellanedaStoikov({
    ...{ riskAversion, volatility, decay: 1.5, timeLeft: { saturating: scale } },
  });
  const { bidDepth, askDepth } = quote({ time: 0, timeLeft: 1e9, midPrice: NaN, inventory: 1 });
  return (bidDepth - askDepth) / 2 / (riskAversion * volatility ** 2);
}

/** The saturating horizon beside the clock and the optimum, in the engine's steps. */
export const bergault2021: Paper = {
  name: "BEGV 2021",
  reference:
    "Bergault, Evangelista, Guéant, Vieira: Closed-form approximations in multi-asset market making. arXiv 1810.04383",
  numbers() {
    const risky = { riskAversion: 1 };
    const saturating = { timeLeft: "saturating" } as const;
    const penalised = paper({ ...saturating, endPenalty: 0.5 });
    const readme = scenario("readme");
    return [
      ...toDigits("formula", "paper, γ 0.1", [
        ["worth, saturating", "65.2371", worth(paper(saturating))],
        ["worth, clock", "62.7871", worth(paper())],
        ["worth, GLFT", "65.2365", worth(paper(), optimum(paper(), 30))],
        ["sd of final q, saturating", "3.10", sdOfFinalInventory(paper(saturating))],
        ["sd of final q, clock", "2.93", sdOfFinalInventory(paper())],
        ["constant τ of the far end", "0.129293", constant(0.1, 2, 140)],
      ]),
      ...toDigits("formula", "paper, γ 1", [
        ["worth, saturating", "49.917", worth(paper({ ...risky, ...saturating }))],
        ["worth, clock", "22.427", worth(paper(risky))],
        ["worth, GLFT", "49.86", worth(paper(risky), optimum(paper(risky), 30))],
        ["constant τ of the far end", "0.046202", constant(1, 2, 140)],
      ]),
      ...toDigits("formula", "paper, γ 0.1, b 0.5", [
        ["worth, saturating", "64.774", worth(penalised)],
        ["worth, GLFT", "64.748", worth(paper(), optimum(paper(), 30, 0.5))],
        ["sd of final q, saturating", "0.790", sdOfFinalInventory(penalised)],
        ["sd of final q, GLFT", "0.751", sdOfFinalInventory(paper(), optimum(paper(), 30, 0.5))],
      ]),
      ...toDigits("formula", "readme", [
        [
          "worth, saturating, paper's spread",
          "208.777",
          worth(scenario("readme", { ...saturating, spread: "paper" })),
        ],
        [
          "worth, saturating, README's spread",
          "209.586",
          worth(scenario("readme", saturating)),
        ],
        ["worth, constant τ 1", "183.26", worth(readme)],
        ["worth, GLFT, Q 10", "208.72", worth(readme, optimum(readme, 10))],
        ["constant τ of the far end", "6.70", constant(0.01, 1.5, 0.9)],
      ]),
    ];
  },
};
