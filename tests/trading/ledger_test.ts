import { execution } from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { book } from "../../lib/trading/ledger.ts";

const nothing = {
  midPrice: 100,
  bought: 0,
  sold: 0,
  bidDepth: Infinity,
  askDepth: Infinity,
  crossed: 0,
  crossingCost: 0.05,
};
const terms = execution({ rebate: 0.01, fee: 0.1 });

Deno.test("book() of a step without trades is nothing, also where no quote stands", () => {
  assertEquals(book(nothing, terms), {
    cash: 0,
    spread: 0,
    rebate: 0,
    fee: 0,
    crossing: 0,
  });
});

Deno.test("book() by hand: two bought at 99.5, two sold at 101", () => {
  const { cash, spread, rebate } = book(
    { ...nothing, bought: 2, sold: 2, bidDepth: 0.5, askDepth: 1 },
    terms,
  );
  assertAlmostEquals(spread, 3, 1e-14);
  assertAlmostEquals(rebate, 0.01 * (199 + 202), 1e-14);
  assertAlmostEquals(cash, 3 + 4.01, 1e-12);
});

Deno.test("book() by hand: three sold at 99.95 as a taker", () => {
  const { cash, fee, crossing } = book({ ...nothing, crossed: -3 }, terms);
  assertAlmostEquals(crossing, 0.15, 1e-14);
  assertAlmostEquals(fee, 0.1 * 3 * 99.95, 1e-13);
  assertAlmostEquals(cash, 3 * 99.95 * 0.9, 1e-12);
});

Deno.test("book() by hand: three bought at 100.05 as a taker", () => {
  const { cash, fee, crossing } = book({ ...nothing, crossed: 3 }, terms);
  assertAlmostEquals(crossing, 0.15, 1e-14);
  assertAlmostEquals(fee, 0.1 * 3 * 100.05, 1e-13);
  assertAlmostEquals(cash, -3 * 100.05 * 1.1, 1e-12);
});

Deno.test("book() is linear in the price: rebates and fees keep their formula below zero", () => {
  const trades = { ...nothing, bought: 1, bidDepth: 0.5, crossed: -2 };
  const at = (midPrice: number) => book({ ...trades, midPrice }, terms);
  for (const part of ["cash", "rebate", "fee", "spread", "crossing"] as const) {
    assertAlmostEquals(at(-30)[part], 2 * at(10)[part] - at(50)[part], 1e-12);
  }
});
