/** A session short enough to list every sequence of fills. */
import { poissonFlow } from "../../lib/market/poisson_flow.ts";
import type { Strategy } from "../../lib/strategy/strategy.ts";
import { timeGrid } from "../../lib/time_grid.ts";
import { execution } from "../../lib/trading/execution.ts";
import { type PolicyTable, policyTable } from "../../lib/trading/policy_table.ts";

/** Leans, and buys for certain in the first step, so that no session ends without risk. */
export const early: Strategy = {
  name: "early",
  readsPrice: false,
  readsTime: true,
  quote: ({ time, inventory }) => ({
    bidDepth: time === 0 ? -9 : 0.4 + 0.1 * inventory,
    askDepth: time === 0 ? Infinity : 0.3 - 0.2 * inventory,
  }),
};
/** Its price. */
export const parameters = { initialPrice: 50, drift: 0.3, volatility: 1.1 };
/** Five steps of it. */
export const short: PolicyTable = policyTable({
  trader: { strategy: early, execution: execution({ rebate: 0.01 }) },
  flow: poissonFlow({ scale: 0.7, decay: 1.2 }),
  grid: timeGrid({ horizon: 5, steps: 5 }),
});
