import { isMemoryless } from "../../market/order_flow.ts";
import { priceProcessOf } from "../../market/price_process_of.ts";
import type { PriceProcess } from "../../market/price_process.ts";
import { streams } from "../../random/streams.ts";
import { timeGrid } from "../../time_grid.ts";
import { isCompilable } from "../compiled_policies.ts";
import type { MonteCarloJob } from "../job.ts";

/** Float32 counts no further, one by one. */
const MOST_STEPS = 2 ** 24;

/** Why a job is nothing for the shader, in words that follow "as"; undefined where it can trade it. */
export function whyNotOnGpu({ market, grid, traders, record = {} }: MonteCarloJob):
  | string
  | undefined {
  const { perStep = false, quantiles = [] } = record;
  if (perStep || quantiles.length > 0) return "the GPU keeps nothing for single steps";
  if (!isMemoryless(market.flow)) return `the GPU does not draw ${market.flow.name}`;
  if (!isKnown(market.price)) return `the GPU does not draw ${market.price.name}`;
  if (grid.steps >= MOST_STEPS) return `the GPU trades fewer than ${MOST_STEPS} steps`;
  const without = Object.values(traders).find((trader) => !isCompilable(trader, grid));
  return without && `no table can hold what ${without.strategy.name} quotes`;
}

/** Whether a process draws what its name and parameters say: names can be borrowed. */
function isKnown(price: PriceProcess): boolean {
  const again = priceProcessOf(price);
  if (again === undefined) return false;
  const [first, second] = [price, again].map((process) => {
    const column = new Float64Array(9);
    process.draw(timeGrid({ horizon: 1, steps: 8 }), streams(0)("price"), column);
    return column;
  });
  return first.every((value, n) => Object.is(value, second[n]));
}
