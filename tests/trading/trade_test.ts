import type { Situation } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { half, none, session, strategy, tape } from "./by_hand.ts";

Deno.test("trade() asks with time, time left, price and inventory, and never shows the next price", () => {
  const seen: Situation[] = [];
  const maker = strategy((situation) => {
    seen.push({ ...situation });
    return { bidDepth: 0.5, askDepth: 0.5 };
  });
  session(tape([100, 101, 99, 50], [none, none, none], [1, none, none]), maker);
  assertEquals(seen, [
    { time: 0, timeLeft: 3, midPrice: 100, inventory: 0 },
    { time: 1, timeLeft: 2, midPrice: 101, inventory: 1 },
    { time: 2, timeLeft: 1, midPrice: 99, inventory: 1 },
  ]);
});

Deno.test("trade() buys at S − δ where a sell order reaches the bid, then marks at the next price", () => {
  const { cash, inventory, wealth, bought, sold, bid, ask, spreadEarned } = session(
    tape([100, 103], [none], [0.6]),
  );
  assertEquals([bid[0], ask[0], bought[0], sold[0]], [99.5, 100.5, 1, 0]);
  assertEquals([cash[1], inventory[1], wealth[1], spreadEarned[0]], [-99.5, 1, 3.5, 0.5]);
});

Deno.test("trade() sells at S + δ where a buy order reaches the ask", () => {
  const { cash, inventory, wealth } = session(tape([100, 103], [0.6], [none]));
  assertEquals([cash[1], inventory[1], wealth[1]], [100.5, -1, -2.5]);
});

Deno.test("trade() fills both sides in one step", () => {
  const { cash, inventory, wealth, bought, sold } = session(tape([100, 90], [1], [1]));
  assertEquals([bought[0], sold[0], inventory[1]], [1, 1, 0]);
  assertEquals([cash[1], wealth[1]], [1, 1]);
});

Deno.test("trade() does not fill a quote that the reach only touches", () => {
  const { bought, sold } = session(tape([100, 100], [0.5], [0.5]));
  assertEquals([bought[0], sold[0]], [0, 0]);
});

Deno.test("trade() fills a quote through the mid by orders that do not reach the mid", () => {
  const through = strategy(() => ({ bidDepth: -0.3, askDepth: 0.5 }));
  const { cash, spreadEarned } = session(tape([100, 100], [none], [-0.2]), through);
  assertEquals([cash[1], spreadEarned[0]], [-100.3, -0.3]);
});

Deno.test("trade() leaves a side that is not quoted alone, whatever the reach", () => {
  const asks = strategy(() => ({ bidDepth: Infinity, askDepth: 0.5 }));
  const { bought, sold, bid, ask, reservationPrice } = session(
    tape([100, 100], [Infinity], [Infinity]),
    asks,
  );
  assertEquals([bought[0], sold[0]], [0, 1]);
  assertEquals([bid[0], ask[0], reservationPrice[0]], [NaN, 100.5, NaN]);
});

Deno.test("trade() pays the maker rebate on execution price × quantity", () => {
  const { cash, rebates, fees } = session(tape([100, 100], [1], [1]), half, { rebate: 0.0002 });
  assertAlmostEquals(rebates[0], 0.0002 * (99.5 + 100.5), 1e-15);
  assertAlmostEquals(cash[1], 1 + 0.04, 1e-13);
  assertEquals(fees[0], 0);
});

Deno.test("trade() turns the rebate into a cost where the price is below zero", () => {
  const { rebates } = session(tape([-10, -10], [none], [1]), half, { rebate: 0.0002 });
  assertAlmostEquals(rebates[0], -0.0002 * 10.5, 1e-15);
});

Deno.test("trade() trades orders of the given size", () => {
  const market = tape([100, 100, 101], [none, 1], [1, 1]);
  const { inventory, cash, spreadEarned, bought, sold } = session(market, half, { orderSize: 2.5 });
  assertEquals([...inventory], [0, 2.5, 2.5]);
  assertEquals([...bought], [2.5, 2.5]);
  assertEquals([...sold], [0, 2.5]);
  assertEquals([...cash], [0, -248.75, -246.25]);
  assertEquals([...spreadEarned], [1.25, 2.5]);
});

Deno.test("trade() adds up orders of 0.1 without crumbs", () => {
  const { inventory } = session(
    tape([1, 1, 1, 1, 1, 1, 1], [none, none, none, 1, 1, 1], [1, 1, 1, none, none, none]),
    half,
    { orderSize: 0.1 },
  );
  assertEquals(inventory[6], 0);
});

Deno.test("trade() raises the mid by ξ after our ask fills and lowers it after our bid fills", () => {
  const market = tape([100, 100, 100, 100], [1, none, 1], [none, 1, 1]);
  const { midPrice, wealth } = session(market, half, { impact: 0.2 });
  assertAlmostEquals(midPrice[1], 100.2, 1e-13);
  assertAlmostEquals(midPrice[2], 100, 1e-13);
  assertAlmostEquals(midPrice[3], 100, 1e-13);
  // Sold one at 100.5 and owes 100.2 for it.
  assertAlmostEquals(wealth[1], 0.3, 1e-13);
});

Deno.test("trade() records the quote's centre before the clamp, and what stood in the book after it", () => {
  const leaning = strategy(() => ({ bidDepth: 1.4, askDepth: -0.6 }));
  const { reservationPrice, ask, bid } = session(tape([100, 100], [none], [none]), leaning, {
    minimumDepth: 0,
  });
  assertEquals([reservationPrice[0], bid[0], ask[0]], [99, 98.6, 100]);
});

Deno.test("trade() has columns of N + 1 states and N events on the tape's grid", () => {
  const result = session(tape([100, 101, 102], [none, none], [none, none]));
  assertEquals([...result.time], [0, 1, 2]);
  for (const column of ["midPrice", "inventory", "cash", "wealth"] as const) {
    assertEquals(result[column].length, 3);
  }
  for (
    const column of ["bid", "ask", "reservationPrice", "bought", "sold", "crossed", "fees"] as const
  ) assertEquals(result[column].length, 2);
  assertEquals(result.name, "Naive");
});

Deno.test("trade() does not change the tape", () => {
  const market = tape([100, 101], [1], [1]);
  const before = structuredClone(market);
  session(market, half, { impact: 1 });
  assertEquals(market, before);
});

Deno.test("trade() refuses depths that are NaN or −Infinity, and names the strategy", () => {
  for (const depth of [NaN, -Infinity]) {
    assertThrows(
      () =>
        session(
          tape([100, 100], [none], [none]),
          strategy(() => ({ bidDepth: 0.5, askDepth: depth })),
        ),
      RangeError,
      "Cannot quote with by hand as depths must be numbers above -Infinity: current values are 0.5 and",
    );
  }
  assert(session(tape([1, 1], [1], [1]), strategy(() => ({ bidDepth: Infinity, askDepth: 1e9 }))));
});
