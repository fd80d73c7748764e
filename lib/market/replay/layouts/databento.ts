import type { Layout } from "../layout.ts";

/** A: a seller aggressed, B: a buyer, N: nobody, as in an auction. */
const SIDE = new Map([["A", -1], ["B", 1], ["N", 0]]);

/** T: a trade; the others change the book, or nothing. */
const ACTION = new Map([..."TACMRFN"].map((action) => [action, action === "T"]));

const common = {
  time: { column: "ts_event", unit: "any" },
  instrument: "symbol",
  priceUnit: "nanos",
  trades: { column: "action", words: ACTION },
  trade: {
    price: "price",
    quantity: "size",
    aggressor: { column: "side", words: SIDE, meaning: "A: a seller crossed, B: a buyer" },
  },
} as const;

const columns = [
  "ts_recv",
  "ts_event",
  "rtype",
  "publisher_id",
  "instrument_id",
  "action",
  "side",
  "depth",
  "price",
  "size",
  "flags",
  "ts_in_delta",
  "sequence",
];

const bookColumns = [
  "bid_px_00",
  "ask_px_00",
  "bid_sz_00",
  "ask_sz_00",
  "bid_ct_00",
  "ask_ct_00",
];

/** Databento's trades. */
export const databentoTrades: Layout = {
  ...common,
  name: "databento trades",
  kind: "trades",
  columns: [...columns, "symbol"],
  optional: 1,
  foreign: bookColumns,
};

/** Databento's tbbo and mbp-1: a trade and the best quotes before it, or an update of them, in one row. */
export const databentoQuotes: Layout = {
  ...common,
  name: "databento tbbo or mbp-1",
  kind: "trades and quotes",
  columns: [...columns, ...bookColumns, "symbol"],
  optional: 1,
  oneSided: true,
  quote: {
    bid: "bid_px_00",
    bidQuantity: "bid_sz_00",
    ask: "ask_px_00",
    askQuantity: "ask_sz_00",
  },
};
