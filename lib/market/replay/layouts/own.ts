import type { Layout } from "../layout.ts";

/** Our own trades. */
export const trades: Layout = {
  name: "trades",
  kind: "trades",
  columns: ["time_us", "price", "quantity", "aggressor"],
  strict: true,
  time: { column: "time_us", unit: "us" },
  trade: {
    price: "price",
    quantity: "quantity",
    aggressor: {
      column: "aggressor",
      words: new Map([["buy", 1], ["sell", -1]]),
      meaning: "who crossed the spread",
    },
  },
};

/** Our own quotes. */
export const quotes: Layout = {
  name: "quotes",
  kind: "quotes",
  columns: ["time_us", "bid", "bid_quantity", "ask", "ask_quantity"],
  strict: true,
  time: { column: "time_us", unit: "us" },
  quote: { bid: "bid", bidQuantity: "bid_quantity", ask: "ask", askQuantity: "ask_quantity" },
};
