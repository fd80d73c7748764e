import type { KeysOf } from "../../check.ts";
import { maybe, text } from "../../kinds.ts";
import type { Layout } from "./layout.ts";
import type { TimeUnit } from "./time_unit.ts";
import { TAKER } from "./words.ts";

/** What a column can be for us. */
export type ColumnMeaning =
  | "time"
  | "price"
  | "quantity"
  | "side"
  | "bid"
  | "bid_quantity"
  | "ask"
  | "ask_quantity"
  | "instrument";

/**
 * The columns of a file of one's own layout, by what they mean: names of its header, or numbers from 1 on
 * where it has none. Trades need time, price and quantity, quotes time, bid, ask and their quantities.
 */
export type ColumnMapping = Readonly<Partial<Record<ColumnMeaning, string>>>;

/** What a mapping is made of. */
export const columnKeys: KeysOf<ColumnMapping> = {
  time: maybe(text),
  price: maybe(text),
  quantity: maybe(text),
  side: maybe(text),
  bid: maybe(text),
  bid_quantity: maybe(text),
  ask: maybe(text),
  ask_quantity: maybe(text),
  instrument: maybe(text),
};

/** What columns can mean. */
export const MEANINGS: readonly string[] = Object.keys(columnKeys);

const SIDES = new Map([
  ...TAKER,
  ["b", 1],
  ["s", -1],
  ["B", 1],
  ["S", -1],
  ["1", 1],
  ["-1", -1],
]);

/**
 * The layout that a mapping describes.
 *
 * @throws {TypeError} Where columns are missing.
 */
export function mappedLayout(mapping: ColumnMapping, unit: TimeUnit): Layout {
  const need = (...meanings: ColumnMeaning[]) => {
    const missing = meanings.find((meaning) => mapping[meaning] === undefined);
    if (missing === undefined) return;
    throw new TypeError(
      `Cannot read columns as ${missing} must be among them: trades need time, price, quantity, ` +
        "quotes time, bid, bid_quantity, ask, ask_quantity",
    );
  };
  need("time");
  const { price, quantity, side, bid, bid_quantity, ask, ask_quantity, instrument } = mapping;
  const traded = price !== undefined || quantity !== undefined || side !== undefined;
  const quoted = bid !== undefined || ask !== undefined;
  if (traded || !quoted) need("price", "quantity");
  if (quoted) need("bid", "bid_quantity", "ask", "ask_quantity");
  return {
    name: "columns as named",
    kind: traded && quoted ? "trades and quotes" : quoted ? "quotes" : "trades",
    columns: Object.values(mapping),
    time: { column: mapping.time!, unit },
    instrument,
    // Where trades and quotes share a file, a row may hold one of them alone.
    oneSided: traded && quoted,
    ...(traded && {
      trade: {
        price: price!,
        quantity: quantity!,
        ...(side === undefined ? {} : {
          aggressor: { column: side, words: SIDES, meaning: "who crossed the spread" },
        }),
      },
    }),
    ...(quoted && {
      quote: { bid: bid!, bidQuantity: bid_quantity!, ask: ask!, askQuantity: ask_quantity! },
    }),
  };
}
