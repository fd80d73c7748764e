import { flag, keyed, listOf, maybe, text } from "../../kinds.ts";
import { checkKeys, checkOneOf, checkPositive, checkThat } from "../../check.ts";
import type { MarketBatch } from "./batch.ts";
import { columnKeys, type ColumnMapping } from "./column_mapping.ts";
import { lineCutter } from "./cut_line.ts";
import { textsOf } from "./fields.ts";
import { type GrowingColumn, growingColumn } from "./growing_column.ts";
import { meaningOf } from "./layout_meaning.ts";
import { lettingGo } from "./letting_go.ts";
import { lineBlocks, type MarketSource } from "./lines.ts";
import { readBlock, type Reading, readRest } from "./read_block.ts";
import { type ReadReport, tally } from "./read_report.ts";
import { recogniseLayout } from "./recognise_layout.ts";
import { reorder } from "./reorder.ts";
import { rowReader, type SideSource } from "./row_reader.ts";
import type { TimeUnit } from "./time_unit.ts";
import { printableName } from "../../printable.ts";

/** How a market file is read. */
export interface ReadMarketOptions {
  /** The file's name, for messages and the report. @default {"the text"} */
  readonly name?: string;
  /** Whether rows that break a rule are left out and counted; otherwise the first one is an error. @default {false} */
  readonly skipBadRows?: boolean;
  /** Pauses longer than this are counted in the report, in seconds; > 0. @default {60} */
  readonly longGap?: number;
  /** Layouts of one's own: a file that has all columns of one is read by it. @default {none} */
  readonly columns?: readonly ColumnMapping[];
  /** Unit of the times in those layouts. @default {"any": what the first row looks like} */
  readonly timeUnit?: Exclude<TimeUnit, "ms or us">;
  /** Where the sides of trades come from: the file, or the tick rule, which guesses. @default {"file"} */
  readonly side?: SideSource;
}

/** What a file was recognised as. */
export interface FileLayout {
  /** The layout's name. */
  readonly name: string;
  /** What its rows are. */
  readonly kind: "trades" | "quotes" | "trades and quotes";
  /** The instrument; undefined where the file does not say. */
  readonly instrument?: string;
  /** What each column was taken for, such as `side ← taker (who crossed the spread)`. */
  readonly meaning: readonly string[];
  /** Whether its rows have no times and take those of another file's rows. */
  readonly takesTimes: boolean;
  /** Whether its rows give their times to another file's. */
  readonly givesTimes: boolean;
  /** Rows of the layout that are neither trade nor quote, such as cancelled orders or books with one side. */
  readonly passedOver: number;
  /** Where sides came from the tick rule and the file has its own: trades compared, and those it had wrong. */
  readonly tickRule?: { readonly trades: number; readonly wrong: number };
}

/** The rows of a market file, to be gone through once with `for await`. */
export interface MarketRows extends AsyncIterable<MarketBatch> {
  /** The file's name. */
  readonly name: string;
  /** What has been read so far; complete after the last batch. */
  readonly report: () => ReadReport;
  /** What the file was recognised as; from the first batch on. */
  readonly layout: () => FileLayout;
  /**
   * Times of all rows read so far, where the layout gives them to another file's rows.
   *
   * @internal
   */
  readonly rowTimes?: GrowingColumn;
  /**
   * How many rows have been read so far, good or bad.
   *
   * @internal
   */
  readonly rowsSeen?: () => number;
}

/**
 * Reads trades or quotes: CSV, plain or packed by gzip or zip, in the layout that the first line shows.
 *
 * Two layouts of our own, `time_us,price,quantity,aggressor` and `time_us,bid,bid_quantity,ask,ask_quantity`,
 * and those of Binance (trades, aggTrades, bookTicker), Tardis, Bybit, OKX, Coinbase, Kraken, LOBSTER and
 * Databento. Any other file can be read where its columns are named: `columns`.
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
 * import { readMarket } from "@digital-market-maker/lab/data";
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
  options: ReadMarketOptions = {},
): MarketRows {
  const readable = typeof source === "string" || source instanceof ReadableStream;
  const rule = "the file's text, or a stream of its bytes";
  checkThat("read a market file", "source", rule, source, readable);
  checkKeys<ReadMarketOptions>("read a market file", options, {
    name: maybe(text),
    skipBadRows: maybe(flag),
    longGap: true,
    columns: maybe(listOf("mappings of columns", keyed<ColumnMapping>(columnKeys))),
    timeUnit: true,
    side: true,
  });
  const { skipBadRows = false, longGap = 60, side = "file" } = options;
  const name = printableName(options.name ?? "the text");
  const { columns, timeUnit = "any" } = options;
  checkPositive("read a market file", "longGap", longGap);
  checkOneOf("read a market file", "side", side, ["file", "tick-rule"]);
  checkOneOf("read a market file", "timeUnit", timeUnit, ["any", "s", "ms", "us", "ns", "iso"]);
  const score = tally(name, longGap);
  const times = growingColumn();
  const cutter = lineCutter(name);
  const seen = { rows: 0 };
  let reading: Reading | undefined;
  const report = () => {
    if (reading) return score.report(reading.recognised.layout.name);
    throw new TypeError(`Cannot read ${name} as a market file must have a header: it is empty`);
  };
  async function* batches(): AsyncGenerator<MarketBatch> {
    for await (const block of lineBlocks(source, name)) {
      if (reading === undefined) {
        cutter.cut(block.bytes, 0);
        const recognised = recogniseLayout(textsOf(cutter.fields), name, columns, timeUnit);
        const { layout } = recognised;
        if (layout.sinceMidnight || layout.time === "row") score.ownClock();
        const rowTimes = layout.givesTimes ? times : undefined;
        const reader = rowReader(recognised, name, side);
        const blank = { count: 0, firstLine: 0 };
        const waiting = layout.interleaved ? reorder() : undefined;
        reading = {
          recognised,
          cutter,
          reader,
          score,
          skipBadRows,
          name,
          blank,
          seen,
          reorder: waiting,
          rowTimes,
        };
      }
      yield* readBlock(block, reading);
    }
    if (reading) yield* readRest(reading);
    const { rows, skipped } = report();
    if (rows > 0) return;
    const bad = skipped.reduce((sum, { count }) => sum + count, 0);
    throw new TypeError(
      `Cannot read ${name} as a market file must have good rows: it has none, and ${bad} bad ones`,
    );
  }
  const layout = (): FileLayout => {
    if (!reading) throw new TypeError(`Cannot tell the layout of ${name} before its first batch`);
    const { recognised, reader } = reading;
    const compared = reader.tickRule?.compared();
    return {
      name: recognised.layout.name,
      kind: recognised.layout.kind,
      takesTimes: recognised.layout.time === "row",
      givesTimes: recognised.layout.givesTimes ?? false,
      ...(reader.instrument() === undefined ? {} : { instrument: reader.instrument() }),
      meaning: meaningOf(recognised, side),
      passedOver: score.passedOver(),
      ...(compared && { tickRule: compared }),
    };
  };
  const all = lettingGo(
    batches(),
    () => typeof source === "string" || source.locked ? undefined : source.cancel(),
  );
  const rowsSeen = () => seen.rows;
  return { name, report, layout, rowTimes: times, rowsSeen, [Symbol.asyncIterator]: () => all };
}
