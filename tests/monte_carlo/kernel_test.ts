import {
  arithmeticBrownian,
  avellanedaStoikov,
  drawTape,
  execution,
  type Market,
  poissonFlow,
  scenario,
  type Session,
  simulate,
  simulateAsync,
  streams,
  type TimeGrid,
  timeGrid,
  trade,
  type Trader,
} from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { ownColumn } from "../../lib/monte_carlo/columns.ts";
import { openRun } from "../../lib/monte_carlo/run.ts";
import { presets, type ScenarioName } from "../../lib/scenario/parameters.ts";
import { flows, number, prices } from "./random_markets.ts";
import { tabulatedTraders } from "../trading/random_trades.ts";

const worlds = fc.record({
  market: fc.record({ price: prices, flow: flows }),
  grid: fc.record({ horizon: number(0.5, 60), steps: fc.integer({ min: 1, max: 60 }) }),
  traders: fc.array(tabulatedTraders, { minLength: 1, maxLength: 3 }),
  seed: fc.integer(),
});

interface World {
  readonly market: Market;
  readonly grid: TimeGrid;
  readonly traders: Record<string, Trader>;
  readonly seed: number;
}

const PATHS = 3;

function sessionOf({ market, grid, traders, seed }: World, key: string, path: number): Session {
  return trade(drawTape(market, grid, streams(seed), path), traders[key]);
}

/** Money agrees to rounding of the largest sums that went through the books. */
function assertMoney(actual: number, expected: number, { cash }: Session): void {
  const largest = cash.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  assertAlmostEquals(actual, expected, 1e-12 * largest);
}

/** Every path's inventory and wealth at every grid time, and its finals, are those of the trade loop. */
function assertTradesAlike(world: World): void {
  const record = { perStep: true, quantiles: [0, 0.5, 1] };
  const { traders } = simulate({ ...world, paths: PATHS, record });
  const lean = simulate({ ...world, paths: PATHS, record: { finals: "profit" } }).traders;
  for (const key of Object.keys(traders)) {
    const sessions = Array.from({ length: PATHS }, (_, path) => sessionOf(world, key, path));
    const { finals, perStep } = traders[key];
    assertEquals(lean[key].finals.finalInventory, finals.finalInventory);
    sessions.forEach((session, path) => {
      const { inventory, crossed, grid: { steps } } = session;
      assertMoney(finals.profit[path], session.wealth[steps], session);
      assertMoney(lean[key].finals.profit[path], session.wealth[steps], session);
      assertEquals(finals.finalInventory[path], inventory[steps]);
      assertEquals(finals.lowestInventory[path], Math.min(...inventory));
      assertEquals(finals.highestInventory[path], Math.max(...inventory));
      const taken = crossed.reduce((sum, units) => sum + Math.abs(units), 0);
      assertAlmostEquals(finals.takerUnits[path], taken, 1e-9);
      assertEquals(finals.takerTrades[path], crossed.filter((units) => units !== 0).length);
    });
    // With three paths, the quantiles 0, ½ and 1 are the paths themselves, sorted.
    for (let n = 0; n <= world.grid.steps; n++) {
      const sorted = (column: "inventory" | "wealth") =>
        sessions.map((session) => session[column][n]).sort((a, b) => a - b);
      assertEquals(perStep!.inventory.quantiles.map((level) => level[n]), sorted("inventory"));
      sorted("wealth").forEach((wealth, i) =>
        assertMoney(perStep!.wealth.quantiles[i][n], wealth, sessions[0])
      );
    }
  }
}

Deno.test("simulate() trades as trade() does, fill by fill, whatever the market and the terms", () => {
  fc.assert(
    fc.property(worlds, ({ grid, traders, ...world }) => {
      assertTradesAlike({
        ...world,
        grid: timeGrid(grid),
        traders: Object.fromEntries(traders.map((trader, i) => [`trader ${i}`, trader])),
      });
    }),
    { seed: 20080801, numRuns: 400 },
  );
});

Deno.test("simulate() trades every scenario as trade() does", () => {
  for (const name of Object.keys(presets) as ScenarioName[]) {
    const { market, grid, traders } = scenario(name);
    assertTradesAlike({ market, grid, traders: { ...traders }, seed: 5 });
  }
});

Deno.test("simulate() gives a path the same numbers, however many paths go with it and before it", () => {
  for (const name of ["paper", "readme", "gbm"] as const) {
    const { market, grid, traders } = scenario(name, { steps: 20, horizon: 1 });
    const run = (firstPath: number, paths: number) =>
      simulate({ market, grid, traders: { ...traders }, seed: 3, firstPath, paths }).traders.as
        .finals;
    const all = run(0, 19);
    for (const [first, paths] of [[0, 1], [0, 5], [3, 8], [7, 12], [18, 1]]) {
      const some = run(first, paths);
      for (const column of Object.keys(all) as (keyof typeof all)[]) {
        assertEquals([...some[column]], [...all[column]].slice(first, first + paths));
      }
    }
  }
});

Deno.test("simulate() keeps two runs apart that take turns on a thread", async () => {
  const { market, grid, traders } = scenario("readme", { steps: 20, horizon: 20 });
  const job = (seed: number) => ({ market, grid, traders: { ...traders }, seed, paths: 40_000 });
  const [one, two] = await Promise.all([1, 2].map((seed) => simulateAsync(job(seed))));
  assertEquals(one.traders, simulate(job(1)).traders);
  assertEquals(two.traders, simulate(job(2)).traders);
});

Deno.test("simulate() trades paths that leave the table as trade() does", () => {
  // Only buyers come, and each one fills: the inventory runs to −300, far beyond the 70 orders tabulated.
  const world = {
    market: {
      price: arithmeticBrownian({ initialPrice: 100, volatility: 1 }),
      flow: poissonFlow({ scale: 50, decay: 1, flowBias: 1 }),
    },
    grid: timeGrid({ horizon: 300, steps: 300 }),
    traders: {
      as: {
        strategy: avellanedaStoikov({ riskAversion: 1e-6, volatility: 1, decay: 1 }),
        execution: execution(),
      },
    },
    seed: 1,
  };
  assertTradesAlike(world);
  const { finals } = simulate({ ...world, paths: 1 }).traders.as;
  assertEquals(finals.finalInventory[0], -300);
});

Deno.test("openRun() gives the kernel every trader that reads no price, where flow has no memory", () => {
  const { market, grid, traders } = scenario("readme", { steps: 20, horizon: 20 });
  const job = { market, grid, traders: { ...traders }, paths: 2, seed: 1 };
  assertEquals(openRun(job, ownColumn).plan?.policies.length, 2);
  const reader = { ...traders.as, strategy: { ...traders.as.strategy, readsPrice: true } };
  const mixed = { ...job, traders: { reader, as: traders.as } };
  assertEquals(openRun(mixed, ownColumn).plan?.policies.length, 1);
  const informed = { ...market, flow: { name: "informed", draw: market.flow.draw } };
  assertEquals(openRun({ ...job, market: informed }, ownColumn).plan, undefined);
});

Deno.test("simulate() refuses a recording of finals that does not exist", () => {
  const job = { ...scenario("readme"), paths: 1, seed: 1 };
  assertThrows(
    () => simulate({ ...job, record: { finals: "none" as "all" } }),
    TypeError,
    "record.finals must be one of all, profit",
  );
});
