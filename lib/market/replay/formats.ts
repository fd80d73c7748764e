import type { MarketRow } from "./batch.ts";
import { type FaultNote, positiveField, wholeField, wordField } from "./field.ts";

/** The formats a market file can have. */
export type FormatName = "trades" | "quotes" | "binance trades";

/**
 * How the rows of one format are read.
 *
 * @internal
 */
export interface RowFormat {
  /** The format's name. */
  readonly name: FormatName;
  /** What its rows are. */
  readonly kind: "trades" | "quotes";
  /** Its columns, in order; the last may be missing where `optional` is 1. */
  readonly columns: readonly string[];
  /** How many of the last columns may be missing. */
  readonly optional: number;
  /** Whether the first line is data, not a header. */
  readonly headless: (fields: readonly string[]) => boolean;
  /** A reader of rows, with a memory of its own: the time unit of the first row. */
  readonly reader: () => RowReader;
}

/**
 * Reads one row into `row`, or notes what is wrong with it.
 *
 * @internal
 */
export type RowReader = (fields: readonly string[], row: MarketRow, note: FaultNote) => void;

const AGGRESSOR = new Map([["buy", 1], ["sell", -1]]);
// Where the buyer made the price, a seller took it.
const BUYER_MAKER = new Map([
  ["true", -1],
  ["false", 1],
  ["True", -1],
  ["False", 1],
  ["TRUE", -1],
  ["FALSE", 1],
]);

const TRADES: RowFormat = {
  name: "trades",
  kind: "trades",
  columns: ["time_us", "price", "quantity", "aggressor"],
  optional: 0,
  headless: () => false,
  reader: () => (fields, row, note) => {
    row.time = wholeField("time_us", fields[0], note);
    row.price = positiveField("price", fields[1], note);
    row.quantity = positiveField("quantity", fields[2], note);
    row.aggressor = wordField("aggressor", fields[3], AGGRESSOR, note);
  },
};

const QUOTES: RowFormat = {
  name: "quotes",
  kind: "quotes",
  columns: ["time_us", "bid", "bid_quantity", "ask", "ask_quantity"],
  optional: 0,
  headless: () => false,
  reader: () => (fields, row, note) => {
    row.time = wholeField("time_us", fields[0], note);
    row.bid = positiveField("bid", fields[1], note);
    row.bidQuantity = positiveField("bid_quantity", fields[2], note);
    row.ask = positiveField("ask", fields[3], note);
    row.askQuantity = positiveField("ask_quantity", fields[4], note);
    if (row.bid > row.ask) {
      note.fault ??= { rule: "bid must not be above ask", value: `${fields[1]} and ${fields[3]}` };
    }
  },
};

const BINANCE: RowFormat = {
  name: "binance trades",
  kind: "trades",
  columns: ["id", "price", "qty", "quote_qty", "time", "is_buyer_maker", "is_best_match"],
  optional: 1,
  headless: (fields) =>
    (fields.length === 6 || fields.length === 7) && /^\d+$/.test(fields[0]) &&
    /\d/.test(fields[1]),
  reader: () => {
    const clock = binanceClock();
    return (fields, row, note) => {
      row.id = wholeField("id", fields[0], note);
      row.price = positiveField("price", fields[1], note);
      row.quantity = positiveField("qty", fields[2], note);
      positiveField("quote_qty", fields[3], note);
      row.time = clock(fields[4], note);
      row.aggressor = wordField("is_buyer_maker", fields[5], BUYER_MAKER, note);
      if (fields.length === 7) wordField("is_best_match", fields[6], BUYER_MAKER, note);
    };
  },
};

/**
 * Every format that can be read.
 *
 * @internal
 */
export const FORMATS: readonly RowFormat[] = [TRADES, QUOTES, BINANCE];

/** Times in milliseconds or, from 2025 on, microseconds: the first row decides, the others must follow. */
function binanceClock(): (text: string, note: FaultNote) => number {
  let unit = 0;
  return (text, note) => {
    const time = wholeField("time", text, note);
    const own = time >= 1e14 ? 1 : time >= 1e11 ? 1000 : NaN;
    if (Number.isNaN(own)) {
      note.fault ??= { rule: "time must be in milliseconds or microseconds", value: text };
    } else if (unit === 0) {
      unit = own;
    } else if (unit !== own) {
      const word = unit === 1 ? "microseconds" : "milliseconds";
      note.fault ??= { rule: `time must be in ${word} as in the first row`, value: text };
    }
    return time * own;
  };
}

/**
 * The format of a file, told by its first line; Binance's files may lack a header.
 *
 * @param fields The first line's fields.
 * @param name The file's name, for messages.
 * @returns The format, and whether the first line is a header.
 * @throws {TypeError} Where the line is not one that is known.
 *
 * @internal
 */
export function recogniseFormat(
  fields: readonly string[],
  name: string,
): { readonly format: RowFormat; readonly header: boolean } {
  const plain = (word: string) => word.toLowerCase().replaceAll("_", "");
  const titled = FORMATS.find(({ columns, optional }) =>
    fields.length <= columns.length && fields.length >= columns.length - optional &&
    fields.every((field, i) => plain(field) === plain(columns[i]))
  );
  if (titled) return { format: titled, header: true };
  const headless = FORMATS.find((format) => format.headless(fields));
  if (headless) return { format: headless, header: false };
  const known = FORMATS.map(({ columns }) => columns.join(",")).join(" or ");
  throw new TypeError(
    `Cannot read ${name} as its header must be ${known}: ` +
      `current value is ${JSON.stringify(fields.join(",").slice(0, 100))}`,
  );
}
