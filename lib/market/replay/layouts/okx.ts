import type { Layout } from "../layout.ts";
import { TAKER } from "../words.ts";

/** OKX trades, the older files without instrument; the side is the taker's. */
const common = {
  kind: "trades",
  time: { column: "created_time", unit: "ms" },
  trade: {
    price: "price",
    quantity: "size",
    aggressor: { column: "side", words: TAKER, meaning: "who crossed the spread" },
  },
} as const;

/** OKX trades. */
export const okxTrades: Layout = {
  ...common,
  name: "okx trades",
  columns: ["instrument_name", "trade_id", "side", "price", "size", "created_time", "source"],
  optional: 1,
  instrument: "instrument_name",
};

/** OKX trades of older files. */
export const okxOlderTrades: Layout = {
  ...common,
  name: "okx trades, older",
  columns: ["trade_id", "side", "size", "price", "created_time"],
};
