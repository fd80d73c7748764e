import type { Layout } from "../layout.ts";
import { RESTING } from "../words.ts";

/** Coinbase's trades; the side is the resting order's. */
export const coinbaseTrades: Layout = {
  name: "coinbase trades",
  kind: "trades",
  columns: ["trade_id", "side", "size", "price", "created_at"],
  time: { column: "created_at", unit: "iso" },
  id: "trade_id",
  trade: {
    price: "price",
    quantity: "size",
    aggressor: {
      column: "side",
      words: RESTING,
      meaning: "of the resting order: buy, a seller crossed",
    },
  },
};
