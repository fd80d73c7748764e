/** What a strategy sees, wherever it is asked: in the trade loop, tables, replays, and of several assets. */
import {
  execution,
  poissonFlow,
  policyTable,
  scenario,
  type Situation,
  type Strategy,
  timeGrid,
  trade,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { tradeRecorded } from "../../lib/scenario/trade_recorded.ts";
import { exactMomentsOfSeveral } from "../../lib/several/exact_moments_of_several.ts";
import type { ManySituation } from "../../lib/several/many_situation.ts";
import { tradeSeveral } from "../../lib/several/trade_several.ts";
import { recorded } from "../scenario/recorded_market.ts";
import { tapes } from "./random_trades.ts";

/** Quotes so that it is filled often, and writes down what it saw. */
function witness(): { readonly strategy: Strategy; readonly seen: Situation[] } {
  const seen: Situation[] = [];
  const quote = (situation: Situation) => {
    seen.push(situation);
    return { bidDepth: 0.4, askDepth: 0.6 };
  };
  return { strategy: { name: "witness", readsPrice: true, readsTime: true, quote }, seen };
}

/** Clocks are compared to a millionth of a step. */
function assertTime(actual: number, expected: number, { dt }: { readonly dt: number }): void {
  assertAlmostEquals(actual, expected, 1e-6 * dt);
}

const terms = fc.record({
  orderSize: fc.constantFrom(0.1, 1, 2.5),
  impact: fc.constantFrom(0, 0.05, -0.3),
  limit: fc.constantFrom(2, Infinity),
  breach: fc.constantFrom("cross-one" as const, "flatten" as const, "none" as const),
});

Deno.test("trade() shows a strategy the step's own time, time left, price and inventory", () => {
  fc.assert(
    fc.property(tapes, terms, (tape, options) => {
      const { strategy, seen } = witness();
      const session = trade(tape, { strategy, execution: execution(options) });
      const { grid } = tape;
      const { orderSize, impact } = options;
      assertEquals(seen.length, grid.steps);
      let [inventory, moved] = [0, 0];
      seen.forEach((situation, n) => {
        assertTime(situation.time, n * grid.horizon / grid.steps, grid);
        assertTime(situation.timeLeft, (grid.steps - n) * grid.horizon / grid.steps, grid);
        assertAlmostEquals(situation.midPrice, tape.midPrice[n] + moved, 1e-9);
        assertAlmostEquals(situation.inventory, inventory, 1e-9);
        inventory += session.bought[n] - session.sold[n] + session.crossed[n];
        moved += impact * (session.sold[n] - session.bought[n]) / orderSize;
      });
    }),
    { seed: 12, numRuns: 200 },
  );
});

Deno.test("policyTable() asks a strategy for every time and inventory of its rows", () => {
  const flow = poissonFlow({ scale: 0.9, decay: 1.5 });
  for (const [horizon, steps, orderSize] of [[1, 1, 1], [0.5, 7, 0.1], [500, 40, 2.5]]) {
    const grid = timeGrid({ horizon, steps });
    const { strategy, seen } = witness();
    const trader = {
      strategy: { ...strategy, readsPrice: false },
      execution: execution({ orderSize }),
    };
    const { maxLots, bidDepth } = policyTable({ market: { flow }, grid }, trader);
    const asked = seen.filter(({ midPrice }) => Number.isNaN(midPrice));
    assertEquals(asked.length, bidDepth.length);
    // The others ask at the start whether it truly reads no price.
    assert(seen.every((one) => asked.includes(one) || one.time === 0));
    // Each answer is another, so that an entry tells which question it answers.
    const telling = {
      ...strategy,
      readsPrice: false,
      quote: ({ timeLeft, time, inventory }: Situation) => ({
        bidDepth: timeLeft + 1000 * inventory,
        askDepth: time - 1000 * inventory,
      }),
    };
    const table = policyTable({ market: { flow }, grid }, { ...trader, strategy: telling });
    for (let n = 0; n < steps; n++) {
      for (let lots = -maxLots; lots <= maxLots; lots++) {
        const at = n * table.stride + lots + maxLots;
        const units = 1000 * lots * orderSize;
        assertAlmostEquals(table.bidDepth[at] - units, (steps - n) * horizon / steps, 1e-6);
        assertAlmostEquals(table.askDepth[at] + units, n * horizon / steps, 1e-6);
      }
    }
  }
});

Deno.test("tradeRecorded() shows a strategy its window's own time, and the recording's price", async () => {
  const seconds = Array.from({ length: 13 }, (_, second) => second);
  const quotes = seconds.map((s) => `${s * 1e6},${99 + s % 3},5,${101 + s % 3},5`);
  const trades = seconds.map((s) => `${s * 1e6 + 5e5},${103 - s % 2},3,${s % 2 ? "sell" : "buy"}`);
  const market = await recorded(trades, quotes);
  const { tape } = market;
  for (const [from, to] of [[0, tape.grid.steps], [3, 9], [5, 6]]) {
    const { strategy, seen } = witness();
    const trader = { strategy, execution: execution() };
    const { session } = tradeRecorded(tape, market, [from, to], trader);
    assertEquals(seen.length, to - from);
    let inventory = 0;
    seen.forEach(({ time, timeLeft, midPrice, inventory: held }, n) => {
      assertTime(time, n, tape.grid);
      assertTime(timeLeft, to - from - n, tape.grid);
      assertEquals(midPrice, tape.midPrice[from + n]);
      assertAlmostEquals(held, inventory, 1e-9);
      inventory += session.bought[n] - session.sold[n] + session.crossed[n];
    });
  }
});

/** The same for several assets. */
function manyWitness() {
  const seen: ManySituation[] = [];
  const quote = (situation: ManySituation) => {
    seen.push(situation);
    return situation.inventories.map(() => ({ bidDepth: 0.4, askDepth: 0.6 }));
  };
  return { strategy: { name: "witness", quote }, seen };
}

Deno.test("tradeSeveral() shows a strategy the time left and every asset's inventory", () => {
  fc.assert(
    fc.property(tapes, terms, (tape, options) => {
      const { strategy, seen } = manyWitness();
      const own = [execution(options), execution({ ...options, orderSize: 3 })];
      const sessions = tradeSeveral([tape, tape], strategy, own);
      const { grid } = tape;
      assertEquals(seen.length, grid.steps);
      seen.forEach(({ timeLeft, inventories }, n) => {
        assertTime(timeLeft, (grid.steps - n) * grid.horizon / grid.steps, grid);
        assertEquals([...inventories], sessions.map(({ inventory }) => inventory[n]));
      });
    }),
    { seed: 13, numRuns: 100 },
  );
});

Deno.test("exactMomentsOfSeveral() asks a strategy for the times and units that tradeSeveral() does", () => {
  const { strategy, seen } = manyWitness();
  const grid = timeGrid({ horizon: 0.5, steps: 5 });
  const market = {
    initialPrices: [100, 50],
    covariance: [[1, 0], [0, 1]],
    // So few orders that hardly a session leaves the inventories tabulated.
    flows: [poissonFlow({ scale: 1e-3, decay: 1 }), poissonFlow({ scale: 1e-3, decay: 1 })],
  };
  const own = [execution({ orderSize: 0.5 }), execution({ orderSize: 3 })];
  exactMomentsOfSeveral({ market, grid, strategy, terms: own, maxOrders: [2, 2] });
  const times = [...new Set(seen.map(({ timeLeft }) => timeLeft))];
  assertEquals(times.length, 5);
  times.forEach((timeLeft, n) => assertTime(timeLeft, 0.5 - n * 0.1, grid));
  const held = [0, 1].map((i) => [...new Set(seen.map(({ inventories }) => inventories[i]))]);
  assertEquals(held[0].toSorted((a, b) => a - b), [-1, -0.5, 0, 0.5, 1]);
  assertEquals(held[1].toSorted((a, b) => a - b), [-6, -3, 0, 3, 6]);
});

Deno.test("scenario() tells AS the time left in its own unit: a year of gbm is 252 days", () => {
  const { traders: { as }, grid } = scenario("gbm", { timeLeft: "clock", halfSpread: 1.25 });
  const { traders: { as: days } } = scenario("readme", {
    ...{ volatility: 40 / Math.sqrt(252), decay: 0.8, riskAversion: 0.005 },
    ...{ timeLeft: "clock", horizon: 252, steps: 252 },
  });
  for (const left of [1, 0.5, 1 / 252]) {
    const situation = { time: grid.horizon - left, timeLeft: left, midPrice: 100, inventory: 3 };
    const daily = { ...situation, time: 252 * situation.time, timeLeft: 252 * left };
    const [ours, theirs] = [as.strategy.quote(situation), days.strategy.quote(daily)];
    assertAlmostEquals(ours.bidDepth, theirs.bidDepth, 1e-9);
    assertAlmostEquals(ours.askDepth, theirs.askDepth, 1e-9);
  }
});
