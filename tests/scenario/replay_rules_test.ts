import { streams } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import { assertIdentity, fixed, played, recorded } from "./recorded_market.ts";

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
          assert(
            bid < market.book!.ask[market.book!.row[n]] + (crossing === "take" ? 1e-9 : -1e-9),
          );
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
