import { assertAlmostEquals, assertEquals } from "@std/assert";
import { half, none, session, strategy, tape } from "./by_hand.ts";

/** Sellers come in every step and reach any bid. */
const selling = tape([100, 99, 98, 97, 96], [none, none, none, none], [9, 9, 9, 9]);
const buying = tape([100, 101, 102, 103, 104], [9, 9, 9, 9], [none, none, none, none]);
const terms = { limit: 1, crossingCost: 0.05, fee: 0.0005, rebate: 0.0002 } as const;

Deno.test("cross-one: beyond the limit at a step's start one order crosses for certain, and nothing is quoted", () => {
  const result = session(selling, half, { ...terms, breach: "cross-one" });
  // Bought at 99.5 and 98.5; q = 2 > 1, so one is sold at 98 − 0.05; then bought again at 96.5.
  assertEquals([...result.inventory], [0, 1, 2, 1, 2]);
  assertEquals([...result.bought], [1, 1, 0, 1]);
  assertEquals([...result.crossed], [0, 0, -1, 0]);
  assertEquals([result.bid[2], result.ask[2]], [NaN, NaN]);
  assertEquals(result.bid[3], 96.5);
  assertAlmostEquals(result.crossingCosts[2], 0.05, 1e-15);
  assertAlmostEquals(result.fees[2], 0.0005 * 97.95, 1e-15);
  assertAlmostEquals(result.cash[3] - result.cash[2], 97.95 * (1 - 0.0005), 1e-12);
  assertEquals(result.rebates[2], 0);
});

Deno.test("cross-one: a short position buys at the mid plus the crossing cost", () => {
  const result = session(buying, half, { ...terms, breach: "cross-one" });
  assertEquals([...result.inventory], [0, -1, -2, -1, -2]);
  assertEquals(result.crossed[2], 1);
  assertAlmostEquals(result.cash[3] - result.cash[2], -102.05 * (1 + 0.0005), 1e-12);
  assertAlmostEquals(result.fees[2], 0.0005 * 102.05, 1e-15);
});

Deno.test("cross-one: at the limit itself quotes stand as usual", () => {
  const result = session(selling, half, { ...terms, limit: 2, breach: "cross-one" });
  assertEquals([...result.inventory], [0, 1, 2, 3, 2]);
});

Deno.test("cross-one: the strategy's centre is recorded although nothing is quoted", () => {
  const result = session(selling, half, { ...terms, breach: "cross-one" });
  assertEquals(result.reservationPrice[2], 98);
});

Deno.test("cross-one: crosses one order, whatever its size", () => {
  const result = session(selling, half, {
    ...terms,
    limit: 3,
    orderSize: 2,
    breach: "cross-one",
  });
  assertEquals([...result.inventory], [0, 2, 4, 2, 4]);
  assertEquals(result.crossed[2], -2);
  assertAlmostEquals(result.crossingCosts[2], 0.1, 1e-15);
});

Deno.test("flatten: after the step's fills the whole position crosses at the mid of that step", () => {
  const result = session(selling, half, { ...terms, breach: "flatten" });
  // The second fill makes q = 2 > 1: both are sold at 99, without crossing cost.
  assertEquals([...result.inventory], [0, 1, 0, 1, 0]);
  assertEquals([...result.crossed], [0, -2, 0, -2]);
  assertEquals([...result.bought], [1, 1, 1, 1]);
  assertEquals([...result.crossingCosts], [0, 0, 0, 0]);
  assertAlmostEquals(result.fees[1], 0.0005 * 2 * 99, 1e-14);
  assertAlmostEquals(result.rebates[1], 0.0002 * 98.5, 1e-14);
  assertAlmostEquals(
    result.cash[2] - result.cash[1],
    -98.5 * (1 - 0.0002) + 2 * 99 * (1 - 0.0005),
    1e-11,
  );
});

Deno.test("flatten: a short position is bought back at the mid", () => {
  const result = session(buying, half, { ...terms, breach: "flatten" });
  assertEquals(result.crossed[1], 2);
  assertAlmostEquals(
    result.cash[2] - result.cash[1],
    101.5 * (1 + 0.0002) - 2 * 101 * (1 + 0.0005),
    1e-11,
  );
});

Deno.test("flatten: both fills of a step count before the limit does", () => {
  const both = tape([100, 100, 100], [none, 9], [9, 9]);
  const result = session(both, half, { limit: 1, breach: "flatten" });
  assertEquals([...result.inventory], [0, 1, 1]);
  assertEquals([...result.crossed], [0, 0]);
});

Deno.test("none: nothing is forced, and quotes beyond the limit are left unclamped", () => {
  const leaning = strategy(({ inventory }) => ({ bidDepth: 0.5, askDepth: 0.5 - 0.5 * inventory }));
  const result = session(selling, leaning, { limit: 1, minimumDepth: 0.2, breach: "none" });
  assertEquals([...result.inventory], [0, 1, 2, 3, 4]);
  assertEquals([...result.crossed], [0, 0, 0, 0]);
  // q 0: 0.5; q 1: 0 raised to 0.2; q 2 and 3, beyond the limit: −0.5 and −1 as they are.
  assertEquals([...result.ask], [100.5, 99.2, 97.5, 96]);
});

Deno.test("a limit of 0: cross-one takes back each fill a step later", () => {
  const result = session(selling, half, { limit: 0, breach: "cross-one" });
  assertEquals([...result.inventory], [0, 1, 0, 1, 0]);
});

Deno.test("a limit of 0.3 holds three orders of 0.1", () => {
  for (const breach of ["cross-one", "flatten"] as const) {
    const result = session(selling, half, { limit: 0.3, orderSize: 0.1, breach });
    assertEquals([...result.crossed.subarray(0, 3)], [0, 0, 0]);
    assertAlmostEquals(result.inventory[3], 0.3, 1e-15);
  }
});

Deno.test("the clamp raises depths to its minimum within the limit and lowers none", () => {
  const maker = strategy(() => ({ bidDepth: 0.7, askDepth: -0.4 }));
  const result = session(tape([100, 100], [0.1], [none]), maker, { minimumDepth: 0 });
  assertEquals([result.bid[0], result.ask[0]], [99.3, 100]);
  assertEquals([result.sold[0], result.cash[1]], [1, 100]);
});

Deno.test("without a clamp a quote through the mid trades there", () => {
  const maker = strategy(() => ({ bidDepth: 0.7, askDepth: -0.4 }));
  const result = session(tape([100, 100], [0.1], [none]), maker);
  assertEquals(result.cash[1], 99.6);
});

Deno.test("crossing below zero pays the fee on the signed notional", () => {
  const below = tape([-10, -10, -10, -10], [none, none, none], [9, 9, 9]);
  const result = session(below, half, { ...terms, breach: "cross-one" });
  assertAlmostEquals(result.fees[2], 0.0005 * -10.05, 1e-15);
});
