import type { MarketRow } from "./batch.ts";
import { type FaultNote, positiveField, wholeField, wordField, wordReader } from "./field.ts";
import { type Fields, hasPoint, isEmpty, textOf, textsOf } from "./fields.ts";
import { oneInstrument } from "./instrument_check.ts";
import type { Layout } from "./layout.ts";
import type { Recognised } from "./recognise_layout.ts";
import { type TickRule, tickRule } from "./tick_rule.ts";
import { timeReader } from "./time_unit.ts";

/** Where the sides of trades come from. */
export type SideSource = "file" | "tick-rule";

/** What a row turned out to be. */
export interface RowKinds {
  /** Whether it holds a trade. */
  trade: boolean;
  /** Whether it holds a quote. */
  quote: boolean;
}

/** Reads the rows of one file, with a memory of its own. */
export interface RowReader {
  /**
   * Reads one row into `row`, or notes what is wrong with it; a row of neither kind is passed over. Its place
   * in the file is its time where the layout has no other.
   */
  readonly read: (
    fields: Fields,
    row: MarketRow,
    note: FaultNote,
    place: number,
  ) => RowKinds;
  /** The instrument; undefined where the layout does not say. */
  readonly instrument: () => string | undefined;
  /** What the tick rule did; undefined where sides are the file's. */
  readonly tickRule: TickRule | undefined;
}

/**
 * Makes the reader of a recognised file.
 *
 * @throws {TypeError} Where the file has no sides and the tick rule was not asked for.
 */
export function rowReader(
  { layout, places, header }: Recognised,
  name: string,
  side: SideSource = "file",
): RowReader {
  const { trade, quote, time, id } = layout;
  if (trade && !trade.aggressor && side === "file") {
    throw new TypeError(
      `Cannot read ${name} as its sides must be known: ${layout.name} has none; the tick rule can ` +
        "guess them (side tick-rule), at a price",
    );
  }
  const at = (column: string) => places.get(column) ?? -1;
  const timeOf = time === "row" ? undefined : timeReader(time.unit);
  const [timeColumn, timeAt] = time === "row" ? ["", -1] : [time.column, at(time.column)];
  const midnight = layout.sinceMidnight ? midnightOf(name) : 0;
  const priceOf = priceReader(layout);
  const rule = trade && side === "tick-rule" ? tickRule() : undefined;
  const kinds: RowKinds = { trade: false, quote: false };
  const idAt = id === undefined ? -1 : at(id);
  const isTrade = layout.trades
    ? wordField(layout.trades.column, at(layout.trades.column), layout.trades.words, false)
    : () => true;
  // Of trades and quotes in the same rows, and no word that says which is which, a row may hold one alone.
  const mayLackTrade = quote !== undefined && layout.trades === undefined;
  const rowFault = header ? undefined : layout.headlessFault;
  const instrument = layout.instrument === undefined || !places.has(layout.instrument)
    ? undefined
    : oneInstrument(layout.instrument, at(layout.instrument));

  const readTrade = trade && ((places: Readonly<typeof trade>) => {
    const [price, quantity] = [at(places.price), at(places.quantity)];
    const { column = "", words = new Map<string, number>() } = places.aggressor ?? {};
    const sideOf = column === "" ? () => 0 : wordField(column, at(column), words, NaN);
    return (fields: Fields, row: MarketRow, note: FaultNote): boolean => {
      if (!isTrade(fields, note)) return false;
      if (mayLackTrade && isEmpty(fields, price) && isEmpty(fields, quantity)) return false;
      row.price = priceOf(places.price, fields, price, note);
      row.quantity = positiveField(places.quantity, fields, quantity, note);
      const said = sideOf(fields, note);
      row.aggressor = rule ? rule.sideOf(row.price, said) : said;
      return row.aggressor !== 0;
    };
  })(trade);
  const missing = layout.oneSided ? noPrice : () => false;
  const readQuote = quote && ((places: Readonly<typeof quote>) => {
    const [bid, bidQuantity] = [at(places.bid), at(places.bidQuantity)];
    const [ask, askQuantity] = [at(places.ask), at(places.askQuantity)];
    return (fields: Fields, row: MarketRow, note: FaultNote): boolean => {
      if (missing(fields, bid) || missing(fields, ask)) return false;
      row.bid = priceOf(places.bid, fields, bid, note);
      row.bidQuantity = positiveField(places.bidQuantity, fields, bidQuantity, note);
      row.ask = priceOf(places.ask, fields, ask, note);
      row.askQuantity = positiveField(places.askQuantity, fields, askQuantity, note);
      if (row.bid > row.ask) {
        const value = `${textOf(fields, bid)} and ${textOf(fields, ask)}`;
        note.fault ??= { rule: `${places.bid} must not be above ${places.ask}`, value };
      }
      return true;
    };
  })(quote);

  return {
    read(fields, row, note, place) {
      instrument?.check(fields, note);
      if (rowFault !== undefined) note.fault ??= rowFault(textsOf(fields));
      if (idAt >= 0) row.id = wholeField(id!, fields, idAt, note);
      row.time = timeOf ? midnight + timeOf(timeColumn, fields, timeAt, note) : place;
      kinds.quote = readQuote?.(fields, row, note) ?? false;
      kinds.trade = readTrade?.(fields, row, note) ?? false;
      return kinds;
    },
    instrument: () => instrument?.name(),
    tickRule: rule,
  };
}

/** The midnight of the day in a file's name, in microseconds; 0 where there is none. */
function midnightOf(name: string): number {
  const day = /\d{4}-\d\d-\d\d/.exec(name)?.[0];
  return 1000 * (Date.parse(`${day}T00:00:00Z`) || 0);
}

/** What stands for no price: Databento's word, and LOBSTER's for empty levels of ask and bid. */
const NO_PRICE = ["9223372036854775807", "9999999999", "-9999999999"];
const isNoPrice = wordReader(new Map(NO_PRICE.map((word) => [word, true])));
const noPrice = (fields: Fields, place: number) =>
  isEmpty(fields, place) || isNoPrice(fields, place) === true;

function priceReader({ priceUnit = 1 }: Layout): typeof positiveField {
  if (priceUnit === 1) return positiveField;
  if (priceUnit !== "nanos") {
    // Dividing by the whole number rounds as reading the decimals would.
    const parts = Math.round(1 / priceUnit);
    return (name, fields, place, note) => positiveField(name, fields, place, note) / parts;
  }
  // Billionths are whole numbers, and decimals have a point, all through a file.
  let pointed: boolean | undefined;
  return (name, fields, place, note) => {
    const value = positiveField(name, fields, place, note);
    const point = hasPoint(fields, place);
    pointed ??= point;
    if (isNoPrice(fields, place)) {
      note.fault ??= { rule: `${name} must be a price`, value: textOf(fields, place) };
    }
    if (point !== pointed) {
      const rule = `${name} must be ${pointed ? "decimals" : "billionths"} as in the first row`;
      note.fault ??= { rule, value: textOf(fields, place) };
    }
    return point ? value : value / 1e9;
  };
}
