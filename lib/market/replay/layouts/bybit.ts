import type { Layout } from "../layout.ts";
import { TAKER } from "../words.ts";

const aggressor = { column: "side", words: TAKER, meaning: "who crossed the spread" };

/** Bybit's contracts: seconds with decimals. */
export const bybitContracts: Layout = {
  name: "bybit contracts",
  kind: "trades",
  columns: [
    "timestamp",
    "symbol",
    "side",
    "size",
    "price",
    "tickDirection",
    "trdMatchID",
    "grossValue",
    "homeNotional",
    "foreignNotional",
    "RPI",
  ],
  optional: 1,
  time: { column: "timestamp", unit: "s" },
  instrument: "symbol",
  trade: { price: "price", quantity: "size", aggressor },
};

/** Bybit's spot market: milliseconds. */
export const bybitSpot: Layout = {
  name: "bybit spot",
  kind: "trades",
  columns: ["id", "timestamp", "price", "volume", "side", "rpi"],
  optional: 1,
  time: { column: "timestamp", unit: "ms" },
  trade: { price: "price", quantity: "volume", aggressor },
};
