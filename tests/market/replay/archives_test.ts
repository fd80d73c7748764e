import { assertEquals, assertLess, assertRejects } from "@std/assert";
import { readMarket } from "../../../lib/market/replay/read_market.ts";
import { byteStream, gzipped, gzippedOften, zipped, zipStream } from "./bytes.ts";
import { expected, trades, tradesOf } from "./read_trades.ts";

Deno.test("readMarket() unpacks gzip and zip, cut anywhere", async () => {
  const [gzip, zip] = [await gzipped(trades), zipped({ "__MACOSX/x": "junk", "a.csv": trades })];
  for (const size of [1, 7, 4096]) {
    assertEquals(await tradesOf(readMarket(byteStream(gzip, size))), expected);
    assertEquals(await tradesOf(readMarket(byteStream(zip, size))), expected);
  }
});

Deno.test("readMarket() unpacks every form of archive that its formats allow", async () => {
  const half = trades.indexOf("\n") + 1;
  const members = [
    await gzipped(trades.slice(0, half)),
    await gzipped(""),
    await gzipped(trades.slice(half)),
  ];
  const streamed = new Uint8Array(await new Response(zipStream("a.csv", trades)).arrayBuffer());
  const forms = [
    Uint8Array.from(members.flatMap((member) => [...member])),
    Uint8Array.of(...members[0], ...members[2], 0, 0, 0),
    zipped({ "a.csv": trades }, 0),
    zipped({ "folder/": "", "folder/a.csv": trades }),
    streamed,
  ];
  for (const form of forms) {
    for (const size of [1, 7, 65_536]) {
      assertEquals(await tradesOf(readMarket(byteStream(form, size))), expected);
    }
  }
});

Deno.test("readMarket() takes blank lines at the end, however many, and nowhere else", async () => {
  for (const blank of ["\n", "\n\n\n", "\r\n", "\n".repeat(200_000)]) {
    const read = readMarket(byteStream(trades + blank, 65_536));
    assertEquals(await tradesOf(read), expected);
    assertEquals(read.report().skipped, []);
  }
  const [header, first, ...rest] = trades.split("\n");
  const read = readMarket([header, first, "", "", ...rest].join("\n"), { skipBadRows: true });
  assertEquals(await tradesOf(read), expected);
  const [{ rule, count, firstLine }] = read.report().skipped;
  assertEquals([rule, count, firstLine], ["a line must not be blank", 2, 3]);
});

Deno.test("readMarket() of ten kilobytes that unpack to ten million rows holds a few pieces at a time", async () => {
  for (const line of ["", "1,100,2,buy"]) {
    const packed = await gzippedOften(trades.split("\n")[0] + "\n", line + "\n", 1_000_000);
    let largest = 0;
    const read = readMarket(byteStream(packed, 1 << 20));
    const through = async () => {
      for await (const { time } of read) largest = Math.max(largest, time.length);
    };
    if (line === "") await assertRejects(through, TypeError, "must have good rows");
    else await through();
    assertLess(largest, 65_536);
  }
});
