import {
  avellanedaStoikov,
  exactMoments,
  execution,
  hawkesFlow,
  naive,
  poissonFlow,
  type PolicyTable,
  policyTable,
  type PolicyTableOptions,
  scenario,
  timeGrid,
  trade,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { strategy } from "./by_hand.ts";
import { tabulatedTraders, tapes } from "./random_trades.ts";

const flow = poissonFlow({ scale: 0.9, decay: 1.5, flowBias: 0.05 });
/** So many steps of length 1 in that flow. */
const day = (steps: number) => ({ market: { flow }, grid: timeGrid({ horizon: steps, steps }) });

/** Trades a tape from the table's numbers alone, and answers inventories in orders and units crossed. */
function tradeByTable(
  table: PolicyTable,
  buyReach: Float64Array,
  sellReach: Float64Array,
): { readonly lots: number[]; readonly crossed: number[] } {
  const lots = [0], crossed: number[] = [];
  for (let n = 0; n < buyReach.length; n++) {
    const i = lots[n] + table.maxLots;
    const at = n * table.stride + i;
    const held = lots[n] + (table.bidDepth[at] < sellReach[n] ? 1 : 0) -
      (table.askDepth[at] < buyReach[n] ? 1 : 0);
    const { breach, limit, orderSize } = table.execution;
    const flat = breach === "flatten" && Math.abs(held) * orderSize > limit + 1e-6 * orderSize;
    crossed.push(flat ? -held : table.forced[i]);
    lots.push(flat ? 0 : held + table.forced[i]);
  }
  return { lots, crossed };
}

Deno.test("policyTable() trades as the trade loop does, on random tapes and terms", () => {
  fc.assert(
    fc.property(tapes, tabulatedTraders, (tape, trader) => {
      const table = policyTable({ market: { flow }, grid: tape.grid }, trader);
      const session = trade(tape, trader);
      const { lots, crossed } = tradeByTable(table, tape.buyReach, tape.sellReach);
      const { orderSize } = trader.execution;
      assertEquals(lots.map((count) => count * orderSize), [...session.inventory]);
      assertEquals(crossed.map((count) => count * orderSize), [...session.crossed]);
      session.bid.forEach((bid, n) => {
        const at = n * table.stride + lots[n] + table.maxLots;
        const price = session.midPrice[n];
        const finite = (depth: number) => Number.isFinite(depth) ? depth : NaN;
        assertAlmostEquals(price - bid, finite(table.bidDepth[at]), 1e-9);
        assertAlmostEquals(session.ask[n] - price, finite(table.askDepth[at]), 1e-9);
      });
    }),
    { seed: 7, numRuns: 400 },
  );
});

Deno.test("policyTable() has the flow's fill probabilities of its own depths", () => {
  const trader = {
    strategy: avellanedaStoikov({ riskAversion: 0.1, volatility: 0.5, decay: 1.5 }),
    execution: execution({ limit: 3, breach: "cross-one", minimumDepth: 0 }),
  };
  const grid = timeGrid({ horizon: 4, steps: 8 });
  const table = policyTable({ market: { flow }, grid }, trader);
  assertEquals(table.maxLots, 4);
  assertEquals(table.stride, 9);
  assertEquals(table.bidDepth.length, 8 * 9);
  table.bidDepth.forEach((depth, at) => {
    assertEquals(table.bidFill[at], flow.fillProbability("bid", depth, 0.5));
    assertEquals(table.askFill[at], flow.fillProbability("ask", table.askDepth[at], 0.5));
  });
  // Beyond the limit nothing stands, and one order crosses.
  assertEquals([table.bidFill[0], table.askFill[8]], [0, 0]);
  assertEquals([...table.forced], [1, 0, 0, 0, 0, 0, 0, 0, -1]);
});

Deno.test("policyTable() has one order beyond a limit that flatten keeps, and forces none", () => {
  const trader = {
    strategy: naive({ halfSpread: 0.5 }),
    execution: execution({ limit: 1, breach: "flatten" }),
  };
  const table = policyTable(day(9), trader);
  assertEquals([...table.forced], [0, 0, 0, 0, 0]);
});

Deno.test("policyTable() has one row where the strategy does not read time", () => {
  const trader = { strategy: naive({ halfSpread: 0.65 }), execution: execution() };
  const table = policyTable(day(500), trader);
  assertEquals([table.stride, table.maxLots], [0, Math.ceil(12 * Math.sqrt(500))]);
  assertEquals(table.bidDepth.length, 2 * table.maxLots + 1);
  assert(table.askDepth.every((depth) => depth === 0.65));
});

Deno.test("policyTable() never needs more lots than steps", () => {
  const trader = { strategy: naive({ halfSpread: 0 }), execution: execution() };
  assertEquals(policyTable(day(5), trader).maxLots, 5);
});

Deno.test("policyTable() refuses what it cannot hold in one clear line", () => {
  const plain = { strategy: naive({ halfSpread: 0 }), execution: execution() };
  const build = (options: PolicyTableOptions) => policyTable(day(5), plain, options);
  const withStrategy = (reader: ReturnType<typeof strategy>) =>
    policyTable(day(5), { strategy: reader, execution: execution() });
  assertThrows(
    () => withStrategy(strategy(() => ({ bidDepth: 1, askDepth: 1 }))),
    TypeError,
    "Cannot build policyTable as by hand reads the mid-price",
  );
  const secret = strategy(({ midPrice }) => ({ bidDepth: midPrice / 100, askDepth: 1 }));
  assertThrows(
    () => withStrategy({ ...secret, readsPrice: false }),
    TypeError,
    "Cannot build policyTable as by hand reads the mid-price, and its readsPrice is false",
  );
  assertThrows(
    () => build({ maxLots: 0 }),
    RangeError,
    "Cannot build policyTable as maxLots must be a whole number >= 1: current value is 0",
  );
  assertThrows(() => build({ maxLots: 2.5 }), RangeError, "maxLots");
});

Deno.test("a table is of the market it was made in: none of another flow is taken, whatever asks", () => {
  const worlds = [
    scenario("readme"),
    scenario("toxic"),
    scenario("readme", { fills: "exact" }),
    scenario("readme", { scale: 0.9000001 }),
    scenario("readme", { decay: 1.4 }),
  ];
  for (const [i, from] of worlds.entries()) {
    for (const who of ["as", "naive"] as const) {
      const table = policyTable(from, who);
      for (const [j, to] of worlds.entries()) {
        if (i === j) assertEquals(exactMoments(to, table).mean, exactMoments(to, who).mean);
        else assertThrows(() => exactMoments(to, table), TypeError, "made in a market of");
      }
    }
  }
  const { market, grid } = worlds[0];
  const excited = {
    market: {
      ...market,
      flow: hawkesFlow({ scale: 0.9, decay: 1.5, selfExcitation: 0, memory: 1 }),
    },
    grid,
  };
  const table = policyTable(worlds[0], "as");
  assertThrows(() => exactMoments(excited, table), TypeError, "not independent");
});
