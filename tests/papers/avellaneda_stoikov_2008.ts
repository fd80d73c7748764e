import { scenario } from "../../lib/scenario/scenario.ts";
import { exactMoments } from "../../lib/theory/exact_moments.ts";
import { type Paper, toDigits } from "./paper.ts";
import { printedSpreads, simulatedTables } from "./simulated_tables.ts";

/** The spread of equation (30), averaged over the session: it is linear in time, so half-way through. */
function averageSpread({ riskAversion }: { readonly riskAversion: number }): number {
  const { traders, grid } = scenario("paper", { riskAversion });
  const middle = {
    time: grid.horizon / 2,
    timeLeft: grid.horizon / 2,
    midPrice: NaN,
    inventory: 0,
  };
  const { bidDepth, askDepth } = traders.as.strategy.quote(middle);
  return bidDepth + askDepth;
}

/** The journal's tables, the spreads they are printed with, and what endlessly many sessions would give. */
export const avellanedaStoikov2008: Paper = {
  name: "AS 2008",
  reference:
    "Avellaneda, Stoikov: High-frequency trading in a limit order book. Quantitative Finance 8(3)",
  numbers() {
    const { mean, sd, finalInventory } = exactMoments(scenario("paper"), "as");
    const symmetric = exactMoments(scenario("paper"), "naive");
    return [
      ...printedSpreads("2008", "average spread", averageSpread),
      ...simulatedTables("2008"),
      ...toDigits("formula", "table 1, exact", [
        ["mean profit, inventory, γ 0.1", "64.8925", mean],
        ["sd of profit, inventory, γ 0.1", "6.5432", sd],
        ["sd of final q, inventory, γ 0.1", "2.9268", finalInventory.sd],
        ["mean profit, symmetric, γ 0.1", "68.2228", symmetric.mean],
        ["sd of profit, symmetric, γ 0.1", "13.4558", symmetric.sd],
        ["sd of final q, symmetric, γ 0.1", "8.3994", symmetric.finalInventory.sd],
      ]),
    ];
  },
};
