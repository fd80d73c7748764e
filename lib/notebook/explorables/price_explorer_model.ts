import { arithmeticBrownian } from "../../market/arithmetic_brownian.ts";
import { geometricBrownian } from "../../market/geometric_brownian.ts";
import { drawPrices } from "../../market/price_process.ts";
import { crossing } from "../../numeric/crossing.ts";
import { normalQuantile } from "../../numeric/normal_quantile.ts";
import { streams } from "../../random/streams.ts";
import { gridTimes, timeGrid } from "../../time_grid.ts";

/** What the controls of the price explorer are set to. */
export interface PriceExplorerValues {
  /** Volatility σ as a share of the price a year; 0 to 1.5. @default {0.4} */
  readonly volatility: number;
  /** Drift μ as a share of the price a year; −1 to 1. @default {0} */
  readonly drift: number;
  /** Steps in the year; 1 to 1000. @default {252} */
  readonly steps: number;
  /** Paths of each process; 1 to 10. @default {4} */
  readonly paths: number;
  /** Seed of the paths; a whole number >= 0. @default {1} */
  readonly seed: number;
}

/** The processes that are compared. */
export type PriceName = "arithmetic" | "geometric";

/** One process: some paths of it, and its exact law. */
export interface ExploredPrice {
  readonly paths: readonly Float64Array[];
  /** Edges of what holds 19 prices in 20, at every time. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Mean and standard deviation after a year, in $. */
  readonly mean: number;
  readonly sd: number;
  /** The price that one in twenty ends below, in $. */
  readonly low: number;
  /** Probability of a price below zero after a year. */
  readonly belowZero: number;
}

/** The numbers of the price explorer. */
export interface PriceExplorerModel {
  readonly time: Float64Array;
  readonly processes: Readonly<Record<PriceName, ExploredPrice>>;
}

const PRICE = 100;

/** Paths of both processes from the same normal numbers, beside their laws. */
export function priceExplorerModel(values: PriceExplorerValues): PriceExplorerModel {
  const { volatility: sigma, drift: mu, steps, paths, seed } = values;
  const grid = timeGrid({ horizon: 1, steps });
  const time = gridTimes(grid);
  const random = streams(seed);
  const processes = {
    arithmetic: arithmeticBrownian({
      initialPrice: PRICE,
      volatility: PRICE * sigma,
      drift: PRICE * mu,
    }),
    geometric: geometricBrownian({ initialPrice: PRICE, volatility: sigma, drift: mu }),
  };
  const drawn = (name: PriceName) =>
    Array.from({ length: paths }, (_, path) => {
      const prices = new Float64Array(steps + 1);
      drawPrices(processes[name], grid, random("price", path), prices);
      return prices;
    });
  const arithmetic = (t: number, z: number) => PRICE * (1 + mu * t + sigma * Math.sqrt(t) * z);
  const geometric = (t: number, z: number) =>
    PRICE * Math.exp((mu - sigma * sigma / 2) * t + sigma * Math.sqrt(t) * z);
  const reach = normalQuantile(0.975);
  const edges = (at: (t: number, z: number) => number) => ({
    lower: time.map((t) => at(t, -reach)),
    upper: time.map((t) => at(t, reach)),
    low: at(1, normalQuantile(0.05)),
  });
  const mean = PRICE * Math.exp(mu);
  return {
    time,
    processes: {
      arithmetic: {
        paths: drawn("arithmetic"),
        ...edges(arithmetic),
        mean: PRICE * (1 + mu),
        sd: PRICE * sigma,
        belowZero: sigma === 0 ? Number(mu < -1) : normalProbability(-(1 + mu) / sigma),
      },
      geometric: {
        paths: drawn("geometric"),
        ...edges(geometric),
        mean,
        sd: mean * Math.sqrt(Math.expm1(sigma * sigma)),
        belowZero: 0,
      },
    },
  };
}

/** Probability of a standard normal number below z: the level whose quantile it is. */
function normalProbability(z: number): number {
  const least = 1e-16;
  if (z <= normalQuantile(least)) return 0;
  return crossing(least, 1, (level) => normalQuantile(level) < z);
}
