import { estimateVolatility, fitIntensity, stepReaches } from "@digital-market-maker/lab";
import {
  type MarketRows,
  readMarket,
  type ReadMarketOptions,
  replay,
} from "@digital-market-maker/lab/data";
import { assert, assertAlmostEquals, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { drawnMarket, start } from "./drawn_market.ts";
import { writers } from "./layout_writers.ts";
import type { Writer } from "./written_market.ts";

const open = (written: { trades?: string; quotes?: string }, options: ReadMarketOptions = {}) =>
  Object.entries(written).map(([kind, text]) =>
    readMarket(text!, { name: `2024-08-09_${kind}.csv`, ...options })
  );

async function measured(files: readonly MarketRows[]) {
  const replayed = await replay(files, { dt: 1 });
  const { tape, tick, prints } = replayed;
  const { scale, decay } = fitIntensity(stepReaches(tape), { threshold: 0.011 });
  const sigma = estimateVolatility(tape.midPrice, { dt: 1 }).value;
  return { sigma, A: scale.value, k: decay.value, tick, prints, start: replayed.start, replayed };
}

for (const [name, writer] of Object.entries(writers)) {
  const { resolution, write, reading } = writer as Writer;
  Deno.test(`a market written as ${name} gives the σ, A and k of our own files`, async () => {
    const { trades, quotes } = drawnMarket(resolution);
    const written = write(trades, quotes);
    const own = writers["trades and quotes"].write(trades, quotes);
    const quoted = written.quotes !== undefined || name.startsWith("databento");
    const expected = await measured(open(quoted ? own : { trades: own.trades }));
    const found = await measured(open(written, reading));
    for (const key of ["sigma", "A", "k"] as const) {
      assertAlmostEquals(found[key] / expected[key], 1, 1e-9, key);
    }
    assertEquals([found.tick, found.prints, found.start], [0.01, expected.prints, expected.start]);
    assertEquals(found.replayed.midFrom, quoted ? "quotes" : "trades");
    for (const { meaning, name } of found.replayed.layouts) {
      assert(meaning.length >= 4 && name !== "", `${name}: ${meaning}`);
    }
  });

  Deno.test(`broken variants of ${name} end in one sentence`, async () => {
    const { trades, quotes } = drawnMarket(resolution);
    const written = Object.entries(write(trades, quotes)) as [string, string][];
    for (const [kind, text] of written) {
      const lines = text.trimEnd().split("\n");
      const spoilt = (row: number, change: (line: string) => string) =>
        lines.map((line, i) => i === row ? change(line) : line).join("\n");
      const variants = [
        spoilt(20, (line) => line.slice(0, line.lastIndexOf(","))),
        spoilt(20, (line) => line + ",1,2,3,4,5"),
        spoilt(20, (line) => line.replaceAll(/\d/g, "x")),
        spoilt(20, (line) => line.replaceAll(/\d+\.?\d*/g, "-1")),
        spoilt(20, () => '"'),
        lines.slice(0, 2).join("\n").slice(0, -5) + "\n" + lines.slice(2).join(";"),
        lines[0].replaceAll(/[a-z]/gi, "q") + "z\n" + lines.slice(1).join("\n"),
      ];
      for (const [i, variant] of variants.entries()) {
        const files = { ...Object.fromEntries(written), [kind]: variant };
        const { message } = await assertRejects(
          () => replay(open(files, reading), { dt: 1 }),
          Error,
          "Cannot ",
          `variant ${i} of ${kind}`,
        );
        assertMatch(message, /^[^\n]*$/);
      }
    }
  });
}

const headless = (rows: readonly string[]) => rows.join("\n") + "\n";

Deno.test("trades without sides are read by the tick rule alone, which says what it costs", async () => {
  const { trades } = drawnMarket(1_000_000);
  const kraken = headless(trades.map((t) => `${t.time / 1e6},${t.price},${t.quantity}`));
  const { message } = await assertRejects(
    () => replay(open({ trades: kraken }), { dt: 1 }),
    TypeError,
  );
  assertMatch(message, /sides must be known: kraken or bitcoincharts trades has none/);
  const guessed = await replay(open({ trades: kraken }, { side: "tick-rule" }), { dt: 1 });
  const own = writers["trades and quotes"].write(trades, []);
  const same = await replay(open({ trades: own.trades }, { side: "tick-rule" }), { dt: 1 });
  assertEquals(guessed.tape, same.tape);
  assertEquals(guessed.layouts[0].tickRule, { trades: 0, wrong: 0 });
  const { trades: compared, wrong } = same.layouts[0].tickRule!;
  // By hand, with the rule in its usual words.
  let [side, errors, count] = [0, 0, 0];
  trades.forEach(({ price, buys }, i) => {
    const change = i === 0 ? 0 : Number(price) - Number(trades[i - 1].price);
    side = change === 0 ? side : Math.sign(change);
    if (side !== 0) count++;
    if (side !== 0 && (side > 0) !== buys) errors++;
  });
  assertEquals([compared, wrong], [count, errors]);
});

Deno.test("a file of two instruments is refused at the row of the second", async () => {
  const header = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n";
  const row = (symbol: string, i: number) => `x,${symbol},${start + i},1,1,buy,100,1\n`;
  const text = header + row("BTCUSDT", 1) + row("ETHUSDT", 2);
  const { message } = await assertRejects(
    () => replay(open({ trades: text }), { dt: 1 }),
    RangeError,
  );
  assertEquals(
    message,
    "Cannot read 2024-08-09_trades.csv at line 3 as symbol must be BTCUSDT as in the first row: " +
      'current value is "ETHUSDT"',
  );
});

Deno.test("a LOBSTER order book needs its messages, as many as it has rows", async () => {
  const { trades, quotes } = drawnMarket(1);
  const { trades: messages, quotes: book } = writers.lobster.write(trades, quotes);
  await assertRejects(() => replay(open({ quotes: book }), { dt: 1 }), TypeError, "there are 0");
  const longer = { trades: messages, quotes: book + book!.split("\n")[0] + "\n" };
  await assertRejects(() => replay(open(longer), { dt: 1 }), TypeError, "must have as many rows");
});

const folder = new URL("../../../../shared/formats/", import.meta.url);

Deno.test("the samples beside the project are recognised, where they are there", async () => {
  const samples:
    readonly (readonly [file: string, name: string, rows: number, options?: ReadMarketOptions])[] =
      [
        ["b_agg_fut.csv", "binance aggTrades", 199],
        ["b_agg_spot_nohdr.csv", "binance aggTrades", 200],
        ["b_bookticker.csv", "binance bookTicker", 199],
        ["bybit.csv", "bybit contracts", 199],
        ["coinbase.csv", "coinbase trades", 199],
        ["databento_mbp1.csv", "databento tbbo or mbp-1", 1],
        ["kraken.csv", "kraken or bitcoincharts trades", 198, { side: "tick-rule" }],
        ["lobster_msg.csv", "lobster messages", 61],
        ["okx.csv", "okx trades", 199],
        ["polygon.csv", "columns as named", 1, {
          columns: [{ time: "participant_timestamp", price: "price", quantity: "size" }],
          timeUnit: "ns",
          side: "tick-rule",
        }],
        ["tardis_quotes.csv", "tardis quotes", 199],
        ["tardis_trades.csv", "tardis trades", 199],
      ];
  for (const [file, name, rows, options] of samples) {
    let text: string;
    try {
      text = Deno.readTextFileSync(new URL(file, folder));
    } catch {
      continue;
    }
    const read = readMarket(text, { name: file, ...options });
    let count = 0;
    try {
      for await (const { time } of read) count = Math.max(count, time.length);
    } catch (error) {
      // One print has no price before it, so the tick rule has nothing to say.
      if (file !== "polygon.csv") throw error;
      continue;
    }
    assertEquals([read.layout().name, file === "kraken.csv" ? 198 : count], [name, rows]);
  }
});
