/** Files that are right though they look odd, and some that only look right. */
import {
  type MarketRows,
  readMarket,
  type ReadMarketOptions,
  replay,
} from "@digital-market-maker/lab/data";
import { assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import { drawnMarket, start } from "./drawn_market.ts";
import { writers } from "./layout_writers.ts";

const open = (texts: Readonly<Record<string, string>>, options: ReadMarketOptions = {}) =>
  Object.entries(texts).map(([kind, text]) =>
    readMarket(text, { name: `2024-08-09_${kind}.csv`, ...options })
  );
const taped = async (files: readonly MarketRows[]) => (await replay(files, { dt: 1 })).tape;
const { trades, quotes } = drawnMarket(1);
const written = (layout: string) => writers[layout].write(trades, quotes) as Record<string, string>;
const changed = (text: string, row: number, change: (line: string) => string) =>
  text.split("\n").map((line, i) => i === row ? change(line) : line).join("\n");

Deno.test("Databento's column of symbols may be missing, in either form", async () => {
  for (const form of ["ISO and decimals", "nanoseconds and billionths"]) {
    const { trades } = written(`databento, ${form}`);
    const without = trades.split("\n").map((line) => line.replace(/,[^,]*$/, "")).join("\n");
    assertEquals(await taped(open({ trades: without })), await taped(open({ trades })));
  }
});

Deno.test("Databento's prices are billionths without a point, however small, and decimals with one", async () => {
  const header =
    "ts_recv,ts_event,rtype,publisher_id,instrument_id,action,side,depth,price,size,flags," +
    "ts_in_delta,sequence\n";
  const row = (i: number, price: string) => `0,${start + i},0,1,2,T,B,0,${price},1,0,1,${i}\n`;
  const prices = async (...texts: readonly string[]) => {
    const rows = readMarket(header + texts.map((text, i) => row(i, text)).join(""));
    const found: number[] = [];
    for await (const batch of rows) if (batch.kind === "trades") found.push(...batch.price);
    return found;
  };
  for (const price of [1e-9, 0.0001, 0.05, 0.1, 7, 61_837.63, 999_999.5]) {
    const billionths = BigInt(Math.round(price * 1e9)).toString();
    for (const text of [billionths, price.toFixed(9)]) {
      const [first, second] = await prices(text, text);
      assertAlmostEquals(first / price, 1, 1e-12, text);
      assertEquals(second, first);
    }
    const mixed = [[billionths, price.toFixed(9)], [price.toFixed(9), billionths]];
    for (const texts of mixed) await assertRejects(() => prices(...texts), RangeError, "first row");
  }
  const none = "9223372036854775807";
  await assertRejects(() => prices("1000000000", none), RangeError, `a price: current value`);
});

Deno.test("of trades and quotes in the same rows, a row may hold one of them alone", async () => {
  const columns = [{
    ...{ time: "t", price: "p", quantity: "q", side: "s" },
    ...{ bid: "b", bid_quantity: "bq", ask: "a", ask_quantity: "aq" },
  }];
  const rows = [
    ...quotes.map((q) => ({ time: q.time, row: `${q.time},,,,${q.bid},3,${q.ask},2` })),
    ...trades.map((t) => ({
      time: t.time,
      row: `${t.time},${t.price},${t.quantity},${t.buys ? "B" : "S"},,,,`,
    })),
  ].sort((a, b) => a.time - b.time);
  const text = ["t,p,q,s,b,bq,a,aq", ...rows.map(({ row }) => row)].join("\n");
  assertEquals(
    await taped(open({ both: text }, { columns })),
    await taped(open(written("trades and quotes"))),
  );
  const place = text.split("\n").findIndex((line) => /,[BS],/.test(line));
  for (const field of [1, 2, 3]) {
    const part = changed(text, place, (line) => line.split(",").with(field, "").join(","));
    await assertRejects(
      () => taped(open({ both: part }, { columns })),
      RangeError,
      "current value",
    );
  }
});

Deno.test("a LOBSTER order book that is cut short is refused, wherever", async () => {
  const { trades: messages, quotes: book } = written("lobster");
  const lines = book.trimEnd().split("\n");
  for (const missing of [1, 2, Math.floor(lines.length / 2), lines.length - 1]) {
    const short = lines.slice(0, -missing).join("\n");
    await assertRejects(
      () => taped(open({ messages, short })),
      TypeError,
      `must have as many rows as 2024-08-09_messages.csv: it has ${lines.length - missing}`,
    );
  }
});

Deno.test("a row that is left out moves no other row of a LOBSTER order book", async () => {
  const { trades: messages, quotes: book } = written("lobster");
  const rows = messages.split("\n");
  const submitted = rows.map((line, i) => line.split(",")[1] === "1" ? i : -1).filter((i) => i > 1);
  const expected = await taped(open({ messages, book }));
  for (const row of [submitted[0], submitted[99], submitted.at(-9)!]) {
    // A message that is no trade says nothing but its time, which lies between those around it.
    const spoilt = [
      { messages: changed(messages, row, () => "x,1,2,3,4,1"), book },
      { messages: changed(messages, row, () => "1,2"), book },
      { messages: changed(messages, row, (line) => line.replace(/^[^,]*/, "1")), book },
      { messages, book: changed(book, row, (line) => `${line}\n`) },
    ];
    for (const files of spoilt) {
      const tape = await taped(open(files, { skipBadRows: true }));
      assertEquals(tape.grid, expected.grid);
      tape.midPrice.forEach((mid, n) => {
        if (Math.abs(mid - expected.midPrice[n]) < 1e-9) return;
        // The one quote may come to the step before.
        const neighbours = [expected.midPrice[n - 1], expected.midPrice[n + 1]];
        assertEquals(neighbours.some((near) => Math.abs(near - mid) < 1e-9), true, `step ${n}`);
      });
    }
  }
});
