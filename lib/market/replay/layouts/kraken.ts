import type { Layout } from "../layout.ts";

/** Kraken's and bitcoincharts' trades: headless, in seconds, and nobody says who crossed. */
export const krakenTrades: Layout = {
  name: "kraken or bitcoincharts trades",
  kind: "trades",
  columns: ["timestamp", "price", "volume"],
  headless: (fields) =>
    fields.length === 3 && /^\d{9,10}(\.\d*)?$/.test(fields[0]) && /^\d/.test(fields[1]),
  strict: true,
  time: { column: "timestamp", unit: "s" },
  trade: { price: "price", quantity: "volume" },
};
