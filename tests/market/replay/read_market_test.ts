import { assertEquals, assertLess, assertRejects, assertThrows } from "@std/assert";
import { readMarket } from "../../../lib/market/replay/read_market.ts";
import { byteStream } from "./bytes.ts";
import { expected, trades, tradesOf } from "./read_trades.ts";

Deno.test("readMarket() reads trades from text and from bytes cut anywhere", async () => {
  assertEquals(await tradesOf(readMarket(trades)), expected);
  for (const size of [1, 2, 3, 5, 64, 4096]) {
    assertEquals(await tradesOf(readMarket(byteStream(trades, size))), expected);
  }
});

Deno.test("readMarket() takes a byte order mark, Windows line ends, quotation marks, no last line end", async () => {
  for (
    const text of [
      "\ufeff" + trades,
      trades.replaceAll("\n", "\r\n"),
      trades.trimEnd(),
      trades.replaceAll("\n", "\r\n").trimEnd() + "\r",
      trades.replace("100.25,1e-3", '"100.25","1e-3"'),
    ]
  ) {
    assertEquals(await tradesOf(readMarket(text)), expected);
    assertEquals(await tradesOf(readMarket(byteStream(text, 1))), expected);
  }
});

Deno.test("readMarket() takes locked quotes, and no crossed ones", async () => {
  const header = "time_us,bid,bid_quantity,ask,ask_quantity\n";
  for await (const batch of readMarket(header + "1,100,3,100,4\n")) {
    assertEquals(batch.kind === "quotes" && [batch.bid[0], batch.ask[0]], [100, 100]);
  }
  const crossed = async () => {
    for await (const _ of readMarket(header + "1,100.01,3,100,4\n"));
  };
  await assertRejects(crossed, RangeError, "bid must not be above ask");
});

Deno.test("readMarket() reads quotes", async () => {
  const text = "time_us,bid,bid_quantity,ask,ask_quantity\n1,99,3,101,4\n";
  for await (const batch of readMarket(text)) {
    assertEquals(batch, {
      kind: "quotes",
      time: Float64Array.of(1),
      bid: Float64Array.of(99),
      bidQuantity: Float64Array.of(3),
      ask: Float64Array.of(101),
      askQuantity: Float64Array.of(4),
    });
  }
});

Deno.test("readMarket() reads Binance trades with and without header, in either unit of time", async () => {
  const rows = ["7,100.5,2,201,1723161254087,false", "9,100.25,1,100.25,1723161254087,true"];
  const micro = rows.map((row) => row.replace("254087", "254087000"));
  const files = [
    ["id,price,qty,quote_qty,time,is_buyer_maker", ...rows],
    rows,
    micro,
    ["id,price,qty,quoteQty,time,isBuyerMaker,isBestMatch", ...rows.map((row) => `${row},true`)],
    rows.map((row) => `${row},True`.replace("true", "True").replace("false", "False")),
  ];
  for (const lines of files) {
    const read = readMarket(lines.join("\n"));
    const { time, price, aggressor } = await tradesOf(read);
    assertEquals(time, [1723161254087000, 1723161254087000]);
    assertEquals(price, [100.5, 100.25]);
    assertEquals(aggressor, [1, -1]);
    assertEquals(read.report().missingIds, 1);
    assertEquals(read.report().format, "binance trades");
  }
});

Deno.test("readMarket() reports equal times, pauses and bad rows", async () => {
  const text = trades + "1,100,1,buy\n90000010,100,1,buy\n90000011,0,1,buy\n90000012,-1,1,buy\n";
  const read = readMarket(text, { name: "day.csv", skipBadRows: true });
  assertThrows(() => read.report(), TypeError, "Cannot read day.csv");
  await tradesOf(read);
  assertEquals(read.report(), {
    name: "day.csv",
    format: "trades",
    rows: 4,
    skipped: [
      {
        rule: "time must not run backwards",
        count: 1,
        firstLine: 5,
        firstValue: "1 after 2000010",
      },
      { rule: "price must be > 0", count: 2, firstLine: 7, firstValue: "0" },
    ],
    firstTime: 10,
    lastTime: 90_000_010,
    equalTimes: 1,
    longGaps: 1,
    longestGap: 88,
    longestGapLine: 6,
    missingIds: 0,
  });
});

Deno.test("readMarket() refuses a pause that is no time", () => {
  assertThrows(() => readMarket("", { longGap: NaN }), RangeError, "longGap must be > 0");
});

Deno.test("readMarket() lets go of a file it gives up", async () => {
  let let_go = false;
  const source = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode("time_us,price,quantity,aggressor\nbad\n"));
    },
    cancel() {
      let_go = true;
    },
  });
  await assertRejects(() => tradesOf(readMarket(source)), RangeError, "line 2");
  assertEquals(let_go, true);
});

Deno.test("readMarket() holds a few thousand rows at a time, however many there are", async () => {
  const total = 300_000;
  const piece = 500;
  let written = 0;
  const encoder = new TextEncoder();
  const source = new ReadableStream({
    pull(controller) {
      if (written === total) return controller.close();
      const lines = Array.from({ length: piece }, (_, i) => `${written + i},100.5,1,buy\n`);
      const header = written === 0 ? "time_us,price,quantity,aggressor\n" : "";
      controller.enqueue(encoder.encode(header + lines.join("")));
      written += piece;
    },
  }, { highWaterMark: 1 });
  let read = 0;
  for await (const batch of readMarket(source)) {
    read += batch.time.length;
    assertLess(batch.time.length, 2 * piece + 1);
    assertLess(written - read, 4 * piece + 1);
  }
  assertEquals(read, total);
});

Deno.test("readMarket() refuses a file that begins before 1990, before 1970 too, but not at a zero of its own", async () => {
  const read = async (first: string) => {
    const columns = [{ time: "when", price: "price", quantity: "size", side: "side" }];
    const rows = readMarket(`when,price,size,side\n${first},100,2,buy\n`, { columns });
    for await (const _ of rows);
    return rows.report().firstTime;
  };
  for (const year of ["0101", "1901", "1969", "1971", "1989"]) {
    const message = "times must be between 1990 and 2100";
    await assertRejects(() => read(`${year}-12-31T23:59:59.5Z`), RangeError, message);
  }
  assertEquals(await read("1970-01-01T00:00:05.5Z"), 5_500_000);
  assertEquals(await read("1990-01-01T00:00:00Z"), Date.UTC(1990) * 1000);
});
