import {
  attribution,
  execution,
  naive,
  readMarket,
  replay,
  type Session,
  type Strategy,
  streams,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import { type ReplayRules, tradeRecorded } from "../../lib/scenario/trade_recorded.ts";

const T = "time_us,price,quantity,aggressor\n";
const Q = "time_us,bid,bid_quantity,ask,ask_quantity\n";

const recorded = (trades: readonly string[], quotes: readonly string[], options = {}) =>
  replay(
    [readMarket(T + trades.join("\n") + "\n"), readMarket(Q + quotes.join("\n") + "\n")],
    { dt: 1, ...options },
  );
type Market = Awaited<ReturnType<typeof recorded>>;

const fixed = (bidDepth: number, askDepth: number): Strategy => ({
  ...naive({ halfSpread: 1 }),
  name: "fixed",
  quote: () => ({ bidDepth, askDepth }),
});
function played(market: Market, strategy: Strategy, rules: ReplayRules = {}, terms = {}) {
  const trader = { strategy, execution: execution({ rebate: 0.001, fee: 0.002, ...terms }) };
  return tradeRecorded(market.tape, market, [0, market.tape.grid.steps], trader, rules);
}

/** Wealth moves by what the columns say, step by step. */
function assertIdentity(
  { wealth, midPrice, inventory, spreadEarned, rebates, fees, crossingCosts }: Session,
) {
  spreadEarned.forEach((spread, n) => {
    const gain = spread + inventory[n + 1] * (midPrice[n + 1] - midPrice[n]) + rebates[n] -
      fees[n] -
      crossingCosts[n];
    assertAlmostEquals(wealth[n + 1] - wealth[n], gain, 1e-9);
  });
}

Deno.test("tradeRecorded() decides a print at our very price by the rule, at every price alike", async () => {
  // Prints a cent beyond the quote, at it, and a cent short of it, at prices whose floats round either way.
  for (let cents = 10_001; cents < 10_400; cents += 13) {
    const price = (ticks: number) => (ticks / 100).toFixed(2);
    const quote = (second: number) => `${second * 1e6},${price(cents)},1,${price(cents + 2)},1`;
    const quotes = [0, 1, 2, 3, 4].map(quote);
    // Depth of three cents asks at cents + 4 and bids at cents − 2.
    const trades = [
      `0,${price(cents + 1)},1,buy`,
      ...[3, 4, 5].map((ticks, i) => `${i * 1e6 + 500_000},${price(cents + ticks)},1,buy`),
      ...[0, 1, 2].map((i) => `${i * 1e6 + 600_000},${price(cents - 1 - i)},1,sell`),
      `4000000,${price(cents)},1,sell`,
    ].sort((a, b) => parseInt(a) - parseInt(b));
    const market = await recorded(trades, quotes);
    assertEquals(market.tick, 0.01);
    for (const depth of [0.03, 0.0251, 0.03 - 1e-12]) {
      const [through, touch] = (["through", "touch"] as const).map((fills) =>
        played(market, fixed(depth, depth), { fills }).session
      );
      assertEquals([...through.sold], [0, 0, 1, 0]);
      assertEquals([...touch.sold], [0, 1, 1, 0]);
      assertEquals([...through.bought], [0, 0, 1, 0]);
      assertEquals([...touch.bought], [0, 1, 1, 0]);
    }
  }
});

Deno.test("tradeRecorded() puts quotes on whole ticks, bids down and asks up", async () => {
  const quotes = [0, 1, 2, 3].map((second) => `${second * 1e6},99.5,1,100.5,1`);
  const market = await recorded(["0,100,1,buy", "3000000,100.5,1,buy"], quotes);
  assertEquals(market.tick, 0.5);
  const { session } = played(market, fixed(0.7, 1.2));
  assertEquals([session.bid[0], session.ask[0]], [99, 101.5]);
});

Deno.test("tradeRecorded() is filled where the best quote runs over ours, and says so", async () => {
  const quotes = [
    "0,99,1,101,1",
    // The best bid runs to 102 and back without a print.
    "1200000,102,1,103,1",
    "1400000,99,1,101,1",
    "2000000,99,1,101,1",
    "3000000,99,1,101,1",
    "4000000,99,1,101,1",
  ];
  const trades = ["0,101,1,buy", "2500000,103,1,buy", "4000000,101,1,buy"];
  const market = await recorded(trades, quotes);
  const { session, causes } = played(market, fixed(Infinity, 2));
  assertEquals([...session.sold], [0, 1, 1, 0]);
  assertEquals(causes, { prints: 1, ranOver: 1, missed: 0, taken: 0, rejected: 0 });
  assertEquals([...played(market, fixed(Infinity, 3)).session.sold], [0, 0, 0, 0]);
  assertEquals(
    [...market.printReach.buy],
    [-Infinity, -Infinity, 3, -Infinity].map((reach, n) => n === 0 ? 1 : reach),
  );
  assertIdentity(session);
});

const stale = () =>
  recorded(
    ["0,100,1,buy", "1500000,103,1,buy", "3000000,103,1,buy"],
    // At 0.95 s the market jumps; a quote set on what was known at 0.9 s is stale at 1 s.
    ["0,99,1,101,1", "950000,102,1,104,1", "3000000,102,1,104,1"],
    { latency: 0.1 },
  );

Deno.test("tradeRecorded() rejects a stale quote that crosses the book", async () => {
  const market = await stale();
  // On a mid of 100 our ask of 101 lies below the best bid of 102.
  assertEquals([market.tape.midPrice[0], market.book!.bid[0], market.start], [100, 102, 1_000_000]);
  const { session, causes } = played(market, fixed(Infinity, 1));
  assertEquals([session.sold[0], causes.rejected], [0, 1]);
  assert(Number.isNaN(session.ask[0]));
  assertEquals(played(market, fixed(2, 3)).causes.rejected, 0);
});

Deno.test("tradeRecorded() takes at the best price for the taker's fee where it is told to", async () => {
  const market = await stale();
  const { session, causes } = played(market, fixed(Infinity, 1), { crossing: "take" });
  assertEquals(causes, { prints: 0, ranOver: 0, missed: 0, taken: 1, rejected: 0 });
  assertEquals([session.sold[0], session.crossed[0]], [0, -1]);
  assertEquals([session.rebates[0], session.fees[0]], [0, 0.002 * 102]);
  assertAlmostEquals(session.cash[1], 102 - 0.002 * 102, 1e-12);
  assertIdentity(session);
  const { profit, fees } = attribution(session);
  assertAlmostEquals(profit, session.wealth.at(-1)!, 1e-9);
  assertAlmostEquals(fees, -0.204, 1e-12);
});

/** A market of random walks and prints on a grid of cents, with stale quotes. */
async function random(path: number) {
  const { uniform } = streams("recorded rules")("market", path);
  const [trades, quotes] = [["0,100.00,1,buy"], [] as string[]];
  let bid = 10_000;
  for (let time = 0; time <= 120e6; time += 100_000) {
    bid += Math.floor(5 * uniform()) - 2;
    const shown = 1 + Math.floor(4 * uniform());
    quotes.push(
      `${time},${(bid / 100).toFixed(2)},${shown},${((bid + 1) / 100).toFixed(2)},${shown}`,
    );
    if (uniform() < 0.4) continue;
    const beyond = Math.floor(-3 * Math.log(uniform()));
    const buys = uniform() < 0.5;
    const price = buys ? bid + 1 + beyond : bid - beyond;
    trades.push(`${time + 50_000},${(price / 100).toFixed(2)},1,${buys ? "buy" : "sell"}`);
  }
  return await recorded(trades, quotes, { latency: 0.3 });
}

Deno.test("tradeRecorded() fills by `through` are among those by `queue`, those among `touch`, and the books balance", async () => {
  for (let path = 0; path < 20; path++) {
    const market = await random(path);
    for (const depth of [0, 0.005, 0.013, 0.02, 0.05]) {
      const strategy = fixed(depth, depth + 0.004);
      const [through, queue, touch] = (["through", "queue", "touch"] as const).map((fills) =>
        played(market, strategy, { fills }).session
      );
      for (const side of ["bought", "sold"] as const) {
        through[side].forEach((units, n) => assert(units <= queue[side][n]));
        queue[side].forEach((units, n) => assert(units <= touch[side][n]));
      }
      for (const crossing of ["reject", "take"] as const) {
        const { session, causes } = played(market, strategy, { crossing }, { orderSize: 0.25 });
        assertIdentity(session);
        const made = session.bought.reduce((a, b) => a + b, 0) +
          session.sold.reduce((a, b) => a + b, 0);
        assertAlmostEquals(causes.prints + causes.ranOver, made, 1e-9);
        const crossed = session.crossed.reduce((sum, units) => sum + Math.abs(units), 0);
        assertAlmostEquals(causes.taken, crossed, 1e-9);
        assert(crossing === "take" ? causes.rejected === 0 : causes.taken === 0);
        // What stands is on the grid and does not cross the book.
        session.bid.forEach((bid, n) => {
          if (Number.isNaN(bid)) return;
          assertAlmostEquals(100 * bid, Math.round(100 * bid), 1e-6);
          assert(bid < market.book!.ask[n] + (crossing === "take" ? 1e-9 : -1e-9));
        });
      }
    }
  }
});

Deno.test("tradeRecorded() waits in the queue for what stood there, keeps its place, and fills no more than is printed", async () => {
  // Five shown at the ask of 101, where our ask of depth 1 joins them; two bought in each step.
  const shown = [5, 5, 5, 5, 2, 2];
  const quotes = shown.map((size, i) => `${i * 1e6},99,9,101,${size}`);
  const trades = [
    "0,101,2,buy",
    ...[0, 1, 2, 3, 4].map((i) => `${i * 1e6 + 500_000},101,2,buy`),
    "5000000,101,1,buy",
  ];
  const market = await recorded(trades, quotes, { tick: 1 });
  const sold = (
    fills: "through" | "queue" | "touch",
    orderSize = 1,
  ) => [...played(market, fixed(Infinity, 1), { fills }, { orderSize }).session.sold];
  assertEquals(sold("through"), [0, 0, 0, 0, 0]);
  // The first print is in the step too: two and two of five, two more end the queue with one for us.
  assertEquals(sold("touch"), [1, 1, 1, 1, 1]);
  assertEquals(sold("touch", 3), [3, 2, 2, 2, 2]);
  assertEquals(sold("queue"), [0, 1, 1, 1, 1]);
  const { causes } = played(market, fixed(Infinity, 1), { fills: "touch" }, { orderSize: 3 });
  assertEquals([causes.prints, causes.missed], [11, 4]);
  // Farther out nothing is known of the queue, inside the spread nothing stands before us.
  const at = (
    depth: number,
  ) => [...played(market, fixed(Infinity, depth), { fills: "queue" }).session.sold];
  assertEquals(at(2), [0, 0, 0, 0, 0]);
  assertEquals(at(0), [1, 1, 1, 1, 1]);
});

Deno.test("replay() takes a tick that all prices are on, and no other", async () => {
  const quotes = ["0,99.5,1,100.5,1", "2000000,99.5,1,100.5,1"];
  const trades = ["0,100,1,buy", "2000000,100.5,1,buy"];
  for (const tick of [0.5, 0.25, 0.1, 0.01]) {
    assertEquals((await recorded(trades, quotes, { tick })).tick, tick);
  }
  for (const tick of [1, 0.3, 5]) {
    await assertRejects(() => recorded(trades, quotes, { tick }), TypeError, "on a grid of 0.5");
  }
});
