import { assert, assertAlmostEquals, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { arithmeticBrownian } from "../../../lib/market/arithmetic_brownian.ts";
import { drawTape } from "../../../lib/market/draw.ts";
import { poissonFlow } from "../../../lib/market/poisson_flow.ts";
import { marketCsv } from "../../../lib/market/replay/market_csv.ts";
import { readMarket } from "../../../lib/market/replay/read_market.ts";
import { replay } from "../../../lib/market/replay/replay.ts";
import type { ReplayOptions } from "../../../lib/market/replay/recording.ts";
import { tapeRecorder } from "../../../lib/market/replay/tape_recorder.ts";
import { tapeOf } from "../../../lib/market/tape.ts";
import { streams } from "../../../lib/random/streams.ts";
import { timeGrid } from "../../../lib/time_grid.ts";
import { recordedMarkets } from "./recorded_markets.ts";

const tradesHeader = "time_us,price,quantity,aggressor\n";
const quotesHeader = "time_us,bid,bid_quantity,ask,ask_quantity\n";
const trades = tradesHeader + [
  "0,100.5,1,buy",
  "1200000,102,1,buy",
  "1200000,103,1,buy",
  "1200500,104,1,buy",
  "1300000,99,1,sell",
  "1400000,103,1,buy",
  "2000000,101,1,sell",
  "4100000,101,1,sell",
].join("\n");
const quotes = quotesHeader + [
  "500000,99.5,1,100.5,1",
  "1000000,100.5,1,101.5,1",
  "1900000,101.5,1,102.5,1",
  "2000001,102.5,1,103.5,1",
  "4200000,102.5,1,103.5,1",
].join("\n");

const replayed = (options: ReplayOptions, files = [trades, quotes]) =>
  replay(files.map((text) => readMarket(text)), options);

Deno.test("replay() samples the mid at each step's start and reaches from there", async () => {
  const { tape, start, midFrom, prints, printReach, tick, halfSpread, reports } = await replayed({
    dt: 1,
  });
  assertEquals({ tick, halfSpread }, { tick: 0.5, halfSpread: 0.5 });
  assertEquals(start, 1_000_000);
  assertEquals([...tape.midPrice], [101, 102, 103, 103]);
  // In the second step the best bid ran to 102.5, half above the mid, without a print.
  assertEquals([...tape.buyReach], [3, 0.5, -Infinity]);
  assertEquals([...printReach.buy], [3, -Infinity, -Infinity]);
  assertEquals([...tape.sellReach], [2, 1, -Infinity]);
  assertEquals([...printReach.sell], [...tape.sellReach]);
  assertEquals({ midFrom, prints }, { midFrom: "quotes", prints: 6 });
  assertEquals(reports.map(({ format, rows }) => ({ format, rows })), [
    { format: "trades", rows: 8 },
    { format: "quotes", rows: 5 },
  ]);
});

Deno.test("replay() gives the same tape for quotes first", async () => {
  const [one, other] = [await replayed({ dt: 1 }), await replayed({ dt: 1 }, [quotes, trades])];
  assertEquals(other.tape, one.tape);
});

Deno.test("replay() with latency quotes around the mid of before", async () => {
  const { tape, start } = await replayed({ dt: 1, latency: 0.2 });
  assertEquals(start, 1_000_000);
  assertEquals([...tape.midPrice], [100, 101, 103, 103]);
  // A best bid of 100.5 at once, half above the old mid, and in the next step one of 102.5.
  assertEquals([...tape.buyReach], [4, 1.5, -Infinity]);
  assertEquals([...tape.sellReach], [1, 0, -Infinity]);
});

Deno.test("replay() without quotes takes the mid from the prints before the step", async () => {
  const { tape, midFrom, start } = await replayed({ dt: 1 }, [trades]);
  assertEquals({ midFrom, start }, { midFrom: "trades", start: 1_000_000 });
  // At 1 s only a buyer has printed; at 2 s a buyer at 103 and a seller at 99.
  assertEquals([...tape.midPrice], [100.5, 101, 102, 102]);
  const crossed = tradesHeader + "0,100,1,buy\n1,103,1,sell\n2000000,103,1,sell\n";
  assertEquals([...(await replayed({ dt: 1 }, [crossed])).tape.midPrice], [103, 103]);
});

Deno.test("replay() counts prints of one side close together as one market order", async () => {
  const { orders } = await replayed({ dt: 1, orders: true });
  assertEquals(orders, {
    step: Int32Array.of(0, 0, 0, 1),
    aggressor: Int8Array.of(1, -1, 1, -1),
    reach: Float64Array.of(3, 2, 2, 1),
  });
  const apart = await replayed({ dt: 1, orders: true, orderPause: 0.0004 });
  assertEquals([...apart.orders!.reach], [2, 3, 2, 2, 1]);
});

Deno.test("replay() takes several files of a kind in order of time, and no other", async () => {
  const next = tradesHeader + "5100000,105,1,buy\n6000000,105,1,buy\n";
  const later = quotesHeader + "6000000,103,1,104,1\n";
  const { tape } = await replayed({ dt: 1 }, [trades, next, quotes, later]);
  assertEquals(tape.grid.steps, 5);
  const { message } = await assertRejects(() => replayed({ dt: 1 }, [next, trades]), RangeError);
  assertEquals(
    message,
    "Cannot record a tape as time of trades must not run backwards from batch to batch: " +
      "current value is 0 after 6000000",
  );
});

Deno.test("replay() refuses recordings without a whole step", async () => {
  const short = tradesHeader + "100,100,1,buy\n200,100,1,buy\n";
  await assertRejects(() => replayed({ dt: 1 }, [short]), TypeError, "at least one step of 1 s");
  await assertRejects(() => replayed({ dt: 1 }, [quotes]), TypeError, "quotes alone");
});

Deno.test("replay() refuses a wrong time that would make the tape endless", async () => {
  const far = trades + "\n900000000000000,101,1,sell\n";
  const { message } = await assertRejects(() => replayed({ dt: 0.001 }, [far]), RangeError);
  assert(message.startsWith("Cannot record a tape as its steps must be at most 3000000"), message);
});

Deno.test("tapeRecorder() refuses options out of range", () => {
  for (
    const options of [
      { dt: 0 },
      { dt: NaN },
      { dt: 1e-7 },
      { dt: 0.0000015 },
      { dt: 1, latency: -1 },
      { dt: 1, maximumSteps: 0.5 },
      { dt: 1, orderPause: Infinity },
    ]
  ) {
    assertThrows(() => tapeRecorder(options), Error, "Cannot record a tape as");
  }
});

Deno.test("marketCsv() and replay() give a drawn tape back", async () => {
  const market = {
    price: arithmeticBrownian({ initialPrice: 100, volatility: 2 }),
    flow: poissonFlow({ scale: 0.9, decay: 1.5 }),
  };
  const grid = timeGrid({ horizon: 50, steps: 200 });
  const drawn = drawTape(market, grid, streams(3));
  const { trades, quotes } = marketCsv(drawn, { start: 1_700_000_000_000_000 });
  const { tape, start } = await replayed({ dt: 0.25 }, [trades, quotes]);
  assertEquals(start, 1_700_000_000_000_000);
  assertEquals(tape.grid.steps, 199);
  tape.buyReach.forEach((reach, n) => {
    assertAlmostEquals(tape.midPrice[n], drawn.midPrice[n], 1e-10);
    assertAlmostEquals(reach, drawn.buyReach[n], 1e-10);
    assertAlmostEquals(tape.sellReach[n], drawn.sellReach[n], 1e-10);
  });
});

Deno.test("marketCsv() refuses prices that no file may hold, and steps finer than its clock", () => {
  const column = { buyReach: [1], sellReach: [101], midPrice: [100, 100] };
  assertThrows(
    () => marketCsv(tapeOf({ horizon: 1, ...column })),
    RangeError,
    "sell print at step 0 must be > 0",
  );
  const fine = tapeOf({ horizon: 1.5e-6, ...column, sellReach: [1] });
  assertThrows(() => marketCsv(fine), RangeError, "dt must be a whole number of microseconds");
});

for (const market of recordedMarkets()) {
  Deno.test(`replay() of ${market.name} holds what its files hold`, async () => {
    const files = [market.trades, market.quotes];
    const { tape, start, prints: count, printReach } = await replayed({ dt: 1 }, files);
    const rows = files.map((text) =>
      text.trim().split("\n").slice(1).map((line) => line.split(","))
    );
    const end = start + 1e6 * tape.grid.steps;
    const inside = rows[0].filter(([time]) => Number(time) >= start && Number(time) < end);
    assertEquals(count, inside.length);
    assert(tape.grid.steps >= 338, `${tape.grid.steps} steps`);
    // Step by step, the slow way.
    for (let n = 0; n < tape.grid.steps; n++) {
      const from = start + 1e6 * n;
      const [, bid, , ask] = rows[1].findLast(([time]) => Number(time) <= from)!.map(Number);
      const own = inside.filter(([time]) => Number(time) >= from && Number(time) < from + 1e6);
      const pricesOf = (side: string) =>
        own.filter((row) => row[3] === side).map(([, price]) => Number(price));
      const mid = (bid + ask) / 2;
      assertEquals(tape.midPrice[n], mid);
      const prints = [Math.max(...pricesOf("buy")) - mid, mid - Math.min(...pricesOf("sell"))];
      assertEquals([printReach.buy[n], printReach.sell[n]], prints);
      const book = rows[1].filter(([time]) => Number(time) >= from && Number(time) < from + 1e6);
      const up = Math.max(...book.map(([, best]) => Number(best) - mid).filter((run) => run > 0));
      const down = Math.max(...book.map((row) => mid - Number(row[3])).filter((run) => run > 0));
      assertEquals(tape.buyReach[n], Math.max(prints[0], up));
      assertEquals(tape.sellReach[n], Math.max(prints[1], down));
    }
  });
}
