import type { Layout } from "../layout.ts";
import { TAKER } from "../words.ts";

const time = { column: "timestamp", unit: "us" } as const;

/** Tardis trades; the side is the aggressor's, or unknown. */
export const tardisTrades: Layout = {
  name: "tardis trades",
  kind: "trades",
  columns: ["exchange", "symbol", "timestamp", "local_timestamp", "id", "side", "price", "amount"],
  time,
  instrument: "symbol",
  trade: {
    price: "price",
    quantity: "amount",
    aggressor: {
      column: "side",
      words: new Map([...TAKER, ["unknown", 0]]),
      meaning: "who crossed the spread",
    },
  },
};

/** Tardis quotes and book_ticker: the ask before the bid, its amount before its price. */
export const tardisQuotes: Layout = {
  name: "tardis quotes",
  kind: "quotes",
  columns: [
    "exchange",
    "symbol",
    "timestamp",
    "local_timestamp",
    "ask_amount",
    "ask_price",
    "bid_price",
    "bid_amount",
  ],
  time,
  instrument: "symbol",
  oneSided: true,
  quote: {
    bid: "bid_price",
    bidQuantity: "bid_amount",
    ask: "ask_price",
    askQuantity: "ask_amount",
  },
};
