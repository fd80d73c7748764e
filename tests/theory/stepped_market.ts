import { arithmeticBrownian } from "../../lib/market/arithmetic_brownian.ts";
import { poissonFlow } from "../../lib/market/poisson_flow.ts";
import type { GueantLehalleOptions } from "../../lib/strategy/gueant_lehalle_values.ts";
import type { Strategy } from "../../lib/strategy/strategy.ts";
import { certaintyEquivalent } from "../../lib/theory/certainty_equivalent.ts";
import type { SteppedOptimumOptions } from "../../lib/theory/stepped_optimum.ts";
import { timeGrid } from "../../lib/time_grid.ts";
import { execution } from "../../lib/trading/execution.ts";

/** Beliefs with a largest inventory. */
export type Options = SteppedOptimumOptions & {
  readonly maxInventory: number;
  readonly scale: number;
  readonly decay: number;
};

/** A market of eight steps, small enough to search. */
export const beliefs: Options = {
  riskAversion: 0.2,
  volatility: 2,
  scale: 5,
  decay: 1.5,
  maxInventory: 4,
  horizon: 2,
  steps: 8,
};

/** The beliefs alone, without the terms of the steps. */
export function believed(
  { riskAversion, volatility, scale, decay, drift, impact, maxInventory }: Options,
): GueantLehalleOptions {
  return { riskAversion, volatility, scale, decay, drift, impact, maxInventory };
}

/** What a strategy is worth in the market that the beliefs describe. */
export function worth(strategy: Strategy, options: Options): number {
  const { volatility, drift, scale, decay, fills, impact, riskAversion } = options;
  const market = {
    price: arithmeticBrownian({ initialPrice: 0, volatility, drift }),
    flow: poissonFlow({ scale, decay, fills }),
  };
  const trader = { strategy, execution: execution({ impact }) };
  const setting = { market, grid: timeGrid({ horizon: options.horizon, steps: options.steps }) };
  return certaintyEquivalent(setting, trader, { riskAversion, maxLots: 5 }).value;
}
