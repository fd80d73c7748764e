/** A session short enough to list every sequence of fills. */
import { arithmeticBrownian } from "../../lib/market/arithmetic_brownian.ts";
import { poissonFlow } from "../../lib/market/poisson_flow.ts";
import type { Strategy } from "../../lib/strategy/strategy.ts";
import { timeGrid } from "../../lib/time_grid.ts";
import { execution, type Trader } from "../../lib/trading/execution.ts";

/** Leans, and buys for certain in the first step, so that no session ends without risk. */
export const leaning: Strategy = {
  name: "early",
  readsPrice: false,
  readsTime: true,
  quote: ({ time, inventory }) => ({
    bidDepth: time === 0 ? -9 : 0.4 + 0.1 * inventory,
    askDepth: time === 0 ? Infinity : 0.3 - 0.2 * inventory,
  }),
};
/** The trader. */
export const early: Trader = { strategy: leaning, execution: execution({ rebate: 0.01 }) };
/** Its price. */
export const parameters = { initialPrice: 50, drift: 0.3, volatility: 1.1 };
/** Five steps of it. */
export const short = {
  market: {
    price: arithmeticBrownian(parameters),
    flow: poissonFlow({ scale: 0.7, decay: 1.2 }),
  },
  grid: timeGrid({ horizon: 5, steps: 5 }),
};
