import type { Layout } from "../layout.ts";

const TYPE = new Map([..."4512367"].map((type) => [type, type === "4" || type === "5"]));
const DIRECTION = new Map([["1", -1], ["-1", 1]]);

/**
 * LOBSTER's messages: headless, in seconds after midnight, prices in ten-thousandths. Types 4 and 5 execute a
 * visible and a hidden order; the direction is the resting order's.
 */
export const lobsterMessages: Layout = {
  name: "lobster messages",
  kind: "trades",
  columns: ["time", "type", "order id", "size", "price", "direction"],
  headless: (fields) =>
    fields.length === 6 && /^\d{1,5}(\.\d*)?$/.test(fields[0]) && /^[1-7]$/.test(fields[1]) &&
    /^-?1$/.test(fields[5]),
  time: { column: "time", unit: "s" },
  sinceMidnight: true,
  givesTimes: true,
  priceUnit: 1e-4,
  trades: { column: "type", words: TYPE },
  trade: {
    price: "price",
    quantity: "size",
    aggressor: {
      column: "direction",
      words: DIRECTION,
      meaning: "of the resting order: 1, a seller crossed",
    },
  },
};

/** LOBSTER's order book beside its messages: ask, its size, bid, its size, level by level; row i is that of message i. */
export const lobsterOrderBook: Layout = {
  name: "lobster order book",
  kind: "quotes",
  columns: ["ask 1", "ask size 1", "bid 1", "bid size 1"],
  headless: (fields) =>
    fields.length >= 4 && fields.length % 4 === 0 && fields.every((field) => /^-?\d+$/.test(field)),
  time: "row",
  oneSided: true,
  priceUnit: 1e-4,
  quote: { bid: "bid 1", bidQuantity: "bid size 1", ask: "ask 1", askQuantity: "ask size 1" },
};
