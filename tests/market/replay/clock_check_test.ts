import type { MarketBatch } from "../../../lib/market/replay/batch.ts";
import { clockChecker } from "../../../lib/market/replay/clock_check.ts";
import { streams } from "@digital-market-maker/lab";
import { readMarket, replay, type ReplayOptions } from "@digital-market-maker/lab/data";
import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import { recordedMarkets } from "./recorded_markets.ts";
import { replayNotes } from "../../../lib/market/replay/replay_notes.ts";

const start = 1_700_000_000_000_000;

/** A market whose quotes move at random moments, with prints at the best prices; the quotes' clock is off. */
function market(
  { ahead = 0, price = 100, seed = "clocks", swap = false, wait = 400, move = 3 } = {},
) {
  const random = streams(seed)("market");
  const trades = ["time_us,price,quantity,aggressor"];
  const quotes = ["time_us,bid,bid_quantity,ask,ask_quantity"];
  let bid = 100 * price;
  for (let time = start; time < start + 300e6;) {
    bid += random.uniform() < 0.5 ? move : -move;
    quotes.push(`${time + ahead},${bid / 100},5,${(bid + 2) / 100},5`);
    const prints = Math.floor(3 * random.uniform());
    const pause = Math.round(-1000 * wait * Math.log(random.uniform())) + 10;
    for (let i = 1; i <= prints; i++) {
      const buys = random.uniform() < 0.5;
      const at = time + Math.floor(pause * i / (prints + 1));
      const word = buys !== swap ? "buy" : "sell";
      trades.push(`${at},${(buys ? bid + 2 : bid) / 100},1,${word}`);
    }
    time += pause;
  }
  return [trades, quotes].map((lines) => lines.join("\n") + "\n");
}

const clocksOf = async (
  texts: readonly string[],
  options: Partial<ReplayOptions> & { quoteOffset?: number } = {},
) => {
  const replayed = await replay(texts.map((text) => readMarket(text)), { dt: 1, ...options });
  return { clocks: replayed.clocks!, notes: replayNotes(replayed) };
};
const warned = (notes: readonly string[]) => notes.some((note) => note.startsWith("Warning"));

Deno.test("replay() finds the offset between two clocks to ten milliseconds, and warns above twenty", async () => {
  for (const ahead of [-400_000, -120_000, -50_000, 0, 35_000, 120_000, 300_000]) {
    const { clocks, notes } = await clocksOf(market({ ahead }));
    assertAlmostEquals(clocks.offset!, -ahead / 1e6, 0.0101, `ahead by ${ahead} µs`);
    assertEquals(warned(notes), ahead !== 0);
    assert(clocks.wrongSideThen! < 0.05);
    const mended = await clocksOf(market({ ahead }), { quoteOffset: -ahead / 1e6 });
    assertEquals([mended.clocks.offset, warned(mended.notes)], [0, false]);
  }
});

Deno.test("replay() sees buyers and sellers with their names changed, and no other market so", async () => {
  for (const seed of ["a", "b", "c"]) {
    const swapped = await clocksOf(market({ seed, swap: true }));
    assert(swapped.clocks.inverted && warned(swapped.notes));
    const honest = await clocksOf(market({ seed }));
    assert(!honest.clocks.inverted && !warned(honest.notes));
  }
});

Deno.test("replay() refuses trades of one instrument with quotes of another", async () => {
  const [[trades], [, quotes]] = [market(), market({ price: 2700 })];
  await assertRejects(() => clocksOf([trades, quotes]), TypeError, "must be of one instrument");
  await assertRejects(() => clocksOf([quotes, trades]), TypeError, "must be of one instrument");
  const [, near] = market({ price: 94 });
  await assertRejects(() => clocksOf([trades, near]), TypeError, "more than 6.");
  const [, nearer] = market({ price: 96 });
  assertAlmostEquals((await clocksOf([trades, nearer])).clocks.distance, 0.04, 0.01);
});

Deno.test("replay() without quotes, or without prints at their time, compares nothing", async () => {
  const [trades] = market();
  assertEquals((await clocksOf([trades])).clocks, null);
});

for (const { name, trades, quotes, real } of recordedMarkets()) {
  Deno.test(`replay() takes ${name} for one market`, async () => {
    const { clocks } = await clocksOf([trades, quotes]);
    assert(clocks.distance < 0.01 && !clocks.inverted);
    if (!real) assert(clocks.offset === null || Math.abs(clocks.offset) <= 0.02);
  });
}

Deno.test("replay() of trades alone warns of buyers and sellers that have changed names, in any market", async () => {
  const notesOf = async (trades: string) =>
    replayNotes(await replay([readMarket(trades)], { dt: 1 }));
  for (const seed of ["a", "b", "c"]) {
    // Where the price moves farther than the spread, names that are right are never doubted.
    for (const wait of [50, 400, 2000]) {
      assertEquals(warned(await notesOf(market({ seed, wait })[0])), false);
    }
    for (const swap of [false, true]) {
      for (const move of [0, 1]) {
        const told = await notesOf(market({ seed, swap, move })[0]);
        assertEquals(told.some((note) => note.includes("changed names")), swap);
      }
    }
  }
  for (const { trades } of recordedMarkets()) assertEquals(warned(await notesOf(trades)), false);
});

Deno.test("clockChecker() keeps a quote a change, however often a row is repeated", () => {
  const rows = 100_000, at = 1e15;
  const column = (of: (i: number) => number) =>
    Float64Array.from({ length: rows }, (_, i) => of(i));
  const quotes = (time: (i: number) => number, bid: (i: number) => number): MarketBatch => ({
    ...{ kind: "quotes", time: column(time), bid: column(bid), bidQuantity: column(() => 1) },
    ...{ ask: column((i) => bid(i) + 1), askQuantity: column(() => 1) },
  });
  for (
    const batch of [
      quotes(() => at, () => 100),
      quotes((i) => at + i, () => 100),
      quotes(
        () => at,
        (i) => 100 + i % 2,
      ),
    ]
  ) {
    const checker = clockChecker();
    const before = Deno.memoryUsage().heapUsed;
    for (let again = 0; again < 60; again++) checker.add(batch, 0, rows);
    // Three numbers a row of six million would be 144 MB at the least; what is not yet collected is far less.
    const kept = Deno.memoryUsage().heapUsed - before;
    assert(kept < 100e6, `${kept} bytes`);
    const [time, price, quantity] = [at + rows, 100, 1].map((value) => Float64Array.of(value));
    const aggressor = Int8Array.of(-1);
    checker.add({ kind: "trades", time, price, quantity, aggressor }, 0, 1);
    assertEquals(checker.check()!.prints, 1);
  }
});
