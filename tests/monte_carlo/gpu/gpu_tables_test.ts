import { drawTape, type MemorylessFlow, timeGrid } from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  type CompiledPolicies,
  compilePolicies,
} from "../../../lib/monte_carlo/compiled_policies.ts";
import { isCompilable } from "../../../lib/monte_carlo/compiled_policies.ts";
import { gpuReals } from "../../../lib/monte_carlo/gpu/gpu_tables.ts";
import { philoxStreams } from "../../../lib/monte_carlo/gpu/philox_streams.ts";
import { twinOf, worlds } from "./worlds.ts";

/** The shader's loop on paper: profit and final inventory of one trader, in orders. */
function onPaper(
  { integers, policies }: CompiledPolicies,
  reals: ArrayLike<number>,
  trader: number,
  words: Int32Array,
  midPrice: Float64Array,
): { profit: number; lots: number } {
  let row = policies[trader].start, profit = 0, lots = 0;
  for (let n = 0; n + 1 < midPrice.length; n++) {
    const ask = words[2 * n] >>> 1 < integers[row] >>> 0 ? 8 : 0;
    const bid = words[2 * n + 1] >>> 1 < integers[row + 1] >>> 0 ? 4 : 0;
    const outcome = row + ask + bid;
    const moved = midPrice[n] - midPrice[0], change = midPrice[n + 1] - midPrice[n];
    profit += reals[outcome] * moved + reals[outcome + 1] + reals[outcome + 2] * change;
    lots = reals[outcome + 3];
    row = integers[outcome + 2];
  }
  return { profit, lots };
}

Deno.test("gpuReals() gives the profits and inventories of trade() by the P&L identity", () => {
  fc.assert(
    fc.property(worlds, ({ market, grid: clock, seed, firstPath, traders: all }) => {
      const grid = timeGrid(clock);
      const traders = all.filter((trader) => isCompilable(trader, grid));
      const tables = compilePolicies(traders, market.flow as MemorylessFlow, grid);
      const reals = gpuReals(tables, grid, market.price.initialPrice);
      const random = philoxStreams(seed);
      const words = new Int32Array(2 * grid.steps);
      random("flow", firstPath).words(words);
      const { midPrice } = drawTape(market, grid, random, firstPath);
      traders.forEach((trader, i) => {
        const { profit, lots } = onPaper(tables, reals, i, words, midPrice);
        const { inventory, wealth } = twinOf({ market, grid, seed }, trader, firstPath);
        if (Math.abs(lots) === tables.policies[i].edge) return;
        assertEquals(lots * trader.execution.orderSize + 0, inventory[grid.steps] + 0);
        const largest = wealth.reduce((most, w) => Math.max(most, Math.abs(w - wealth[0])), 1);
        assertAlmostEquals(profit, wealth[grid.steps] - wealth[0], 1e-5 * largest);
      });
    }),
    { seed: 32, numRuns: 200 },
  );
});
