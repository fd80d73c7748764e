import type { Layout } from "../layout.ts";
import { BUYER_MADE } from "../words.ts";

/** Binance's public trades, spot and futures; milliseconds, on spot microseconds from 2025 on. */
export const binanceTrades: Layout = {
  name: "binance trades",
  kind: "trades",
  columns: ["id", "price", "qty", "quote_qty", "time", "is_buyer_maker", "is_best_match"],
  optional: 1,
  headless: (fields) =>
    (fields.length === 6 || fields.length === 7) && /^\d+$/.test(fields[0]) &&
    /\d/.test(fields[1]) && /^\d{10,}$/.test(fields[4]) && /^[tf]/i.test(fields[5]),
  time: { column: "time", unit: "ms or us" },
  id: "id",
  trade: {
    price: "price",
    quantity: "qty",
    aggressor: { column: "is_buyer_maker", words: BUYER_MADE, meaning: "true: a seller crossed" },
  },
};
