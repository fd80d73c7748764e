import { checkPositive } from "../../check.ts";
import type { MarketBatch } from "./batch.ts";
import { recogniseFormat } from "./formats.ts";
import { lineBlocks, type MarketSource } from "./lines.ts";
import { readBlock, type Reading } from "./read_block.ts";
import { type ReadReport, tally } from "./read_report.ts";

/** How a market file is read. */
export interface ReadMarketOptions {
  /** The file's name, for messages and the report. @default {"the text"} */
  readonly name?: string;
  /** Whether rows that break a rule are left out and counted; otherwise the first one is an error. @default {false} */
  readonly skipBadRows?: boolean;
  /** Pauses longer than this are counted in the report, in seconds; > 0. @default {60} */
  readonly longGap?: number;
}

/** The rows of a market file, to be gone through once with `for await`. */
export interface MarketRows extends AsyncIterable<MarketBatch> {
  /** The file's name. */
  readonly name: string;
  /** What has been read so far; complete after the last batch. */
  readonly report: () => ReadReport;
}

/**
 * Reads trades or quotes: CSV, plain or packed by gzip or zip, told apart by their header.
 *
 * Three formats: `time_us,price,quantity,aggressor`; `time_us,bid,bid_quantity,ask,ask_quantity`; and
 * Binance's public trades, `id,price,qty,quote_qty,time,is_buyer_maker` and perhaps `is_best_match`, with
 * or without header, times in milliseconds or microseconds.
 *
 * The file streams: a batch is a few thousand rows, and nothing else is kept. Reading is strict. Every
 * row must have all its fields, numbers must be plain numbers above zero, times must not run backwards
 * (equal times are legal and keep their order) and must be ones that a market can have: between 1990 and
 * 2100, or counted from a start of the file's own. Trade numbers must grow, bids must not be above asks
 * (equal ones, a locked market, are legal), and blank lines stand at the end or nowhere. The
 * first row that breaks a rule is an error that names line, rule and value; with `skipBadRows` such rows
 * are left out and counted by rule in the report. Never silently.
 *
 * @param source The text, or the stream of the file's bytes.
 * @param options Name, and what to do with bad rows.
 * @returns The rows, batch by batch, and a report on them.
 * @throws {RangeError} While reading, where a row breaks a rule and bad rows are not skipped.
 * @throws {TypeError} While reading, where the file as a whole cannot be read, or has no rows.
 *
 * @example Two trades at one time
 * ```ts
 * import { readMarket } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const text = "time_us,price,quantity,aggressor\n5,100.5,2,buy\n5,100.25,1,sell\n";
 * const rows = readMarket(text);
 * const prices: number[] = [];
 * for await (const batch of rows) if (batch.kind === "trades") prices.push(...batch.price);
 * assertEquals(prices, [100.5, 100.25]);
 * assertEquals(rows.report().equalTimes, 1);
 * ```
 */
export function readMarket(
  source: MarketSource,
  { name = "the text", skipBadRows = false, longGap = 60 }: ReadMarketOptions = {},
): MarketRows {
  checkPositive("read a market file", "longGap", longGap);
  const score = tally(name, longGap);
  let reading: Reading | undefined;
  const report = () => {
    if (reading) return score.report(reading.format.name);
    throw new TypeError(`Cannot read ${name} as a market file must have a header: it is empty`);
  };
  async function* batches(): AsyncGenerator<MarketBatch> {
    for await (const block of lineBlocks(source, name)) {
      let from = 0;
      if (reading === undefined) {
        const { format, header } = recogniseFormat(block.lines[0], name);
        const blank = { count: 0, firstLine: 0 };
        reading = { format, reader: format.reader(), score, skipBadRows, name, blank };
        from = header ? 1 : 0;
      }
      const batch = readBlock(block, from, reading);
      if (batch.time.length > 0) yield batch;
    }
    const { rows, skipped } = report();
    if (rows > 0) return;
    const bad = skipped.reduce((sum, { count }) => sum + count, 0);
    throw new TypeError(
      `Cannot read ${name} as a market file must have good rows: it has none, and ${bad} bad ones`,
    );
  }
  const all = batches();
  return { name, report, [Symbol.asyncIterator]: () => all };
}
