import type { Fault } from "../field.ts";
import type { Layout } from "../layout.ts";
import { BUYER_MADE } from "../words.ts";

/**
 * AggTrades that lost a column have trades' numbers where quantity and price × quantity should stand. A header
 * would have told.
 */
function wrongProduct([, price, quantity, notional]: readonly string[]): Fault | undefined {
  const whole = /^\d+$/.test(quantity) && /^\d+$/.test(notional);
  const product = whole ? Number(price) * Number(quantity) : NaN;
  return Math.abs(product - Number(notional)) > 1e-6 * (1 + product)
    ? { rule: "quote_qty must be price × qty", value: notional }
    : undefined;
}

/** Binance's public trades, spot and futures; milliseconds, on spot microseconds from 2025 on. */
export const binanceTrades: Layout = {
  name: "binance trades",
  kind: "trades",
  columns: ["id", "price", "qty", "quote_qty", "time", "is_buyer_maker", "is_best_match"],
  optional: 1,
  headless: (fields) =>
    (fields.length === 6 || fields.length === 7) && /^\d+$/.test(fields[0]) &&
    /\d/.test(fields[1]) && /^\d{10,}$/.test(fields[4]) && /^[tf]/i.test(fields[5]),
  headlessFault: wrongProduct,
  time: { column: "time", unit: "ms or us" },
  id: "id",
  trade: {
    price: "price",
    quantity: "qty",
    aggressor: { column: "is_buyer_maker", words: BUYER_MADE, meaning: "true: a seller crossed" },
  },
};
