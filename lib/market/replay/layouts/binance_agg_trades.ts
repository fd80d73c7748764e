import type { Layout } from "../layout.ts";
import { BUYER_MADE } from "../words.ts";

/**
 * Binance's aggregated trades: on spot headless with eight columns, on futures seven, the older files
 * headless. Milliseconds, on spot microseconds from 2025 on.
 */
export const binanceAggTrades: Layout = {
  name: "binance aggTrades",
  kind: "trades",
  columns: [
    "agg_trade_id",
    "price",
    "quantity",
    "first_trade_id",
    "last_trade_id",
    "transact_time",
    "is_buyer_maker",
    "is_best_match",
  ],
  optional: 1,
  headless: (fields) =>
    (fields.length === 7 || fields.length === 8) && /^\d+$/.test(fields[0]) &&
    /^\d{10,}$/.test(fields[5]) && /^[tf]/i.test(fields[6]),
  time: { column: "transact_time", unit: "ms or us" },
  id: "agg_trade_id",
  trade: {
    price: "price",
    quantity: "quantity",
    aggressor: { column: "is_buyer_maker", words: BUYER_MADE, meaning: "true: a seller crossed" },
  },
};
