import { assertEquals, assertRejects } from "@std/assert";
import { readMarket } from "../../../lib/market/replay/read_market.ts";
import type { MarketSource } from "../../../lib/market/replay/lines.ts";
import { utc } from "../../../lib/market/replay/utc.ts";
import { byteStream } from "./bytes.ts";

const T = "time_us,price,quantity,aggressor\n";
const Q = "time_us,bid,bid_quantity,ask,ask_quantity\n";
const B = "id,price,qty,quote_qty,time,is_buyer_maker\n";
const good = "1,100,2,buy\n";

/** Broken files, each with all its error says after `Cannot read broken.csv `. */
const rows: (readonly [file: string, error: string])[] = [
  [T + "1,abc,2,buy\n", 'at line 2 as price must be a number: current value is "abc"'],
  [T + good + "2,,2,buy\n", 'at line 3 as price must be a number: current value is ""'],
  [T + "1,NaN,2,buy\n", 'at line 2 as price must be a number: current value is "NaN"'],
  [T + "1,Infinity,2,buy\n", 'at line 2 as price must be a number: current value is "Infinity"'],
  [T + "1,1e999,2,buy\n", 'at line 2 as price must be finite: current value is "1e999"'],
  [T + "1,0,2,buy\n", 'at line 2 as price must be > 0: current value is "0"'],
  [T + "1,-100,2,buy\n", 'at line 2 as price must be > 0: current value is "-100"'],
  [T + "1,0x64,2,buy\n", 'at line 2 as price must be a number: current value is "0x64"'],
  [T + "1, 100,2,buy\n", 'at line 2 as price must be a number: current value is " 100"'],
  [T + "1,100 USD,2,buy\n", 'at line 2 as price must be a number: current value is "100 USD"'],
  [T + "1,1_000,2,buy\n", 'at line 2 as price must be a number: current value is "1_000"'],
  [T + "1,100,0,buy\n", 'at line 2 as quantity must be > 0: current value is "0"'],
  [T + "1,100,-3,buy\n", 'at line 2 as quantity must be > 0: current value is "-3"'],
  [T + "1,100,2,hold\n", 'at line 2 as aggressor must be buy or sell: current value is "hold"'],
  [T + "1,100,2,BUY\n", 'at line 2 as aggressor must be buy or sell: current value is "BUY"'],
  [T + "1,100,2,buy \n", 'at line 2 as aggressor must be buy or sell: current value is "buy "'],
  [T + "1,100,2\n", 'at line 2 as a row must have 4 fields: current value is "3"'],
  [T + "1,100,2,buy,x\n", 'at line 2 as a row must have 4 fields: current value is "5"'],
  [T + "1,100,5,2,buy\n", 'at line 2 as a row must have 4 fields: current value is "5"'],
  [T + good + "2,100,2", 'at line 3 as a row must have 4 fields: current value is "3"'],
  [T + "1;100;2;buy\n", 'at line 2 as a row must have 4 fields: current value is "1"'],
  [T + good + "\n2,100,2,buy\n", 'at line 3 as a line must not be blank: current value is ""'],
  [T + '1,"100,2,buy\n', 'at line 2 as quotation marks must close: current value is "1,100,2,buy"'],
  [T + good + '"\n', 'at line 3 as quotation marks must close: current value is ""'],
  [
    T + "2,100,2,buy\n1,100,2,buy\n",
    'at line 3 as time must not run backwards: current value is "1 after 2"',
  ],
  [
    T + "1.5,100,2,buy\n",
    'at line 2 as time_us must be a whole number of at most 15 digits: current value is "1.5"',
  ],
  [
    T + "-1,100,2,buy\n",
    'at line 2 as time_us must be a whole number of at most 15 digits: current value is "-1"',
  ],
  [
    T + "1723161254087896123,100,2,buy\n",
    "at line 2 as time_us must be a whole number of at most 15 digits: " +
    'current value is "1723161254087896123"',
  ],
  [
    T + "2024-08-08T23:54:14Z,100,2,buy\n",
    "at line 2 as time_us must be a whole number of at most 15 digits: " +
    'current value is "2024-08-08T23:54:14Z"',
  ],
  [
    T + good + T + good,
    "at line 3 as time_us must be a whole number of at most 15 digits: " +
    'current value is "time_us"',
  ],
  [Q + "1,101,1,100,1\n", 'at line 2 as bid must not be above ask: current value is "101 and 100"'],
  [Q + "1,0,1,100,1\n", 'at line 2 as bid must be > 0: current value is "0"'],
  [Q + "1,99,0,100,1\n", 'at line 2 as bid_quantity must be > 0: current value is "0"'],
  [Q + "1,99,1,nan,1\n", 'at line 2 as ask must be a number: current value is "nan"'],
  [
    B + "7,100,1,100,1723161254087,true\n7,100,1,100,1723161254087,true\n",
    'at line 3 as id must not repeat: current value is "7"',
  ],
  [
    B + "7,100,1,100,1723161254087,true\n6,100,1,100,1723161254087,true\n",
    'at line 3 as id must grow: current value is "6 after 7"',
  ],
  [
    B + "7,100,1,100,1723161254087,maybe\n",
    "at line 2 as is_buyer_maker must be true or false or True or False or TRUE or FALSE: " +
    'current value is "maybe"',
  ],
  [
    B + "7,100,1,100,1723161254,true\n",
    'at line 2 as time must be in milliseconds or microseconds: current value is "1723161254"',
  ],
  [
    B + "7,100,1,100,1723161254087,true\n8,100,1,100,1723161254088000,true\n",
    "at line 3 as time must be in milliseconds as in the first row: " +
    'current value is "1723161254088000"',
  ],
  [
    "7,100,1,100,1723161254087,True,True\n8,100,1,100\n",
    'at line 2 as a row must have 7 fields: current value is "4"',
  ],
];

// Times that cannot be: milliseconds, seconds and tenths of them in a column of microseconds, and beyond.
for (const time of [1_700_000_000_100, 1_700_000_000, 17_000_000_000, 4_102_444_800_000_000]) {
  for (const [header, rest] of [[T, "100,2,buy"], [Q, "99,1,100,1"]]) {
    rows.push([
      `${header}${time},${rest}\n`,
      "at line 2 as times must be between 1990 and 2100 (is their unit right?): current value is " +
      JSON.stringify(utc(time)),
    ]);
  }
}

async function drain(source: MarketSource, skipBadRows = false) {
  const read = readMarket(source, { name: "broken.csv", skipBadRows });
  for await (const _ of read);
  return read.report();
}

Deno.test("readMarket() names line, rule and value of the first bad row", async () => {
  for (const [file, expected] of rows) {
    const { message } = await assertRejects(() => drain(file), RangeError);
    assertEquals(message, `Cannot read broken.csv ${expected}`);
    const streamed = await assertRejects(() => drain(byteStream(file)), RangeError);
    assertEquals(streamed.message, message);
  }
});

Deno.test("readMarket() counts each bad row where bad rows are skipped", async () => {
  for (const [file, expected] of rows) {
    const header = [T, Q, B].find((line) => file.startsWith(line)) ?? "";
    const fine = header === T ? "9,100,1,sell" : header === Q ? "9,99,1,100,1" : "";
    if (fine === "") continue;
    const report = await drain(`${file.replace(/\n$/, "")}\n${fine}\n`, true);
    const [, line, rule] = /^at line (\d+) as (.*?): current/.exec(expected) ?? [];
    const { rule: first, firstLine } = report.skipped[0];
    assertEquals({ rule: first, firstLine }, { rule, firstLine: Number(line) });
  }
});
