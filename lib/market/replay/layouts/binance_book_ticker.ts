import type { Layout } from "../layout.ts";

/** Binance's best quotes; rows interleave and are put in the order of their update numbers. */
export const binanceBookTicker: Layout = {
  name: "binance bookTicker",
  kind: "quotes",
  columns: [
    "update_id",
    "best_bid_price",
    "best_bid_qty",
    "best_ask_price",
    "best_ask_qty",
    "transaction_time",
    "event_time",
  ],
  headless: (fields) =>
    fields.length === 7 && [0, 5, 6].every((i) => /^\d+$/.test(fields[i])) &&
    [5, 6].every((i) => fields[i].length >= 13),
  time: { column: "transaction_time", unit: "ms or us" },
  id: "update_id",
  interleaved: true,
  quote: {
    bid: "best_bid_price",
    bidQuantity: "best_bid_qty",
    ask: "best_ask_price",
    askQuantity: "best_ask_qty",
  },
};
