/** A small trades file, what it holds, and what a reading of it gives. */
import type { MarketRows } from "../../../lib/market/replay/read_market.ts";

export const trades = "time_us,price,quantity,aggressor\n" +
  "10,100.5,2,buy\n10,100.25,1e-3,sell\n2000010,101.,4,buy\n";
export const expected = {
  time: [10, 10, 2_000_010],
  price: [100.5, 100.25, 101],
  quantity: [2, 0.001, 4],
  aggressor: [1, -1, 1],
};

/** All trades of a file, as columns. */
export async function tradesOf(rows: MarketRows) {
  const all = { time: [], price: [], quantity: [], aggressor: [] } as Record<string, number[]>;
  for await (const batch of rows) {
    if (batch.kind !== "trades") continue;
    for (const name of ["time", "price", "quantity", "aggressor"] as const) {
      all[name].push(...batch[name]);
    }
  }
  return all;
}
