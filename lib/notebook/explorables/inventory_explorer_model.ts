import { arithmeticBrownian } from "../../market/arithmetic_brownian.ts";
import { drawTape } from "../../market/draw.ts";
import { poissonFlow } from "../../market/poisson_flow.ts";
import { streams } from "../../random/streams.ts";
import { naive } from "../../strategy/naive.ts";
import { exactMoments } from "../../theory/exact_moments.ts";
import { gridTimes, timeGrid } from "../../time_grid.ts";
import { execution } from "../../trading/execution.ts";
import type { Session } from "../../trading/session.ts";
import { trade } from "../../trading/trade.ts";

/** What the controls of the inventory explorer are set to. */
export interface InventoryExplorerValues {
  /** Half-spread that Naive quotes on both sides, in $; 0.1 to 3. @default {0.65} */
  readonly halfSpread: number;
  /** Scale A of the intensity, in orders a step; 0.1 to 0.9. @default {0.9} */
  readonly scale: number;
  /** Volatility σ, in $/√step; 0 to 4. @default {1.5} */
  readonly volatility: number;
  /** Steps of the day; 50 to 1000. @default {500} */
  readonly steps: number;
  /** Seed of the days; a whole number >= 0. @default {1} */
  readonly seed: number;
}

/** The numbers of the inventory explorer. */
export interface InventoryExplorerModel {
  readonly values: InventoryExplorerValues;
  readonly time: Float64Array;
  /** Inventory and wealth of a few days. */
  readonly days: readonly Session[];
  /** Standard deviations at every time, exact. */
  readonly inventorySd: Float64Array;
  readonly wealthMean: Float64Array;
  readonly wealthSd: Float64Array;
  /** Mean fills of a day, exact. */
  readonly fills: number;
  /** Variance of profit that the inventory makes, as a share of all. */
  readonly inventoryShare: number;
}

const DAYS = 6;

/** Days of Naive, and its exact moments. */
export function inventoryExplorerModel(values: InventoryExplorerValues): InventoryExplorerModel {
  const { halfSpread, scale, volatility, steps, seed } = values;
  const grid = timeGrid({ horizon: steps, steps });
  const market = {
    price: arithmeticBrownian({ initialPrice: 100, volatility }),
    flow: poissonFlow({ scale, decay: 1.5 }),
  };
  const trader = { strategy: naive({ halfSpread }), execution: execution() };
  const random = streams(seed);
  const { inventory, wealth, sd, expected } = exactMoments({ market, grid }, trader);
  const still = { ...market, price: arithmeticBrownian({ initialPrice: 100, volatility: 0 }) };
  const spreadSd = exactMoments({ market: still, grid }, trader).sd;
  return {
    values,
    time: gridTimes(grid),
    days: Array.from(
      { length: DAYS },
      (_, path) => trade(drawTape(market, grid, random, path), trader),
    ),
    inventorySd: Float64Array.from(inventory.sd),
    wealthMean: Float64Array.from(wealth.mean),
    wealthSd: Float64Array.from(wealth.sd),
    fills: expected.bought + expected.sold,
    inventoryShare: sd === 0 ? 0 : 1 - (spreadSd / sd) ** 2,
  };
}
