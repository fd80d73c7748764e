import { attribution } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { assertIdentity, fixed, played, recorded } from "./recorded_market.ts";

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
  assertEquals([market.tape.midPrice[0], market.book!.bid[market.book!.row[0]], market.start], [
    100,
    102,
    1_000_000,
  ]);
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
