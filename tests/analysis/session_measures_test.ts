import { attribution, returnSeries, timeBeyondLimit } from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { half, none, session, tape } from "../trading/by_hand.ts";

const terms = { limit: 1, crossingCost: 0.05, fee: 0.0005, rebate: 0.0002 } as const;
/** Buys at 99.5 and 98.5, crosses one at 97.95, buys at 96.5. */
const selling = tape([100, 99, 98, 97, 96], [none, none, none, none], [9, 9, 9, 9]);
const crossed = session(selling, half, { ...terms, breach: "cross-one" });

Deno.test("returnSeries() are the steps of wealth and sum to the profit", () => {
  const gains = returnSeries(crossed);
  assertEquals(gains.length, 4);
  gains.forEach((gain, n) => assertEquals(gain, crossed.wealth[n + 1] - crossed.wealth[n]));
  assertAlmostEquals(gains.reduce((a, b) => a + b), crossed.wealth[4], 1e-12);
});

Deno.test("attribution() by hand", () => {
  const parts = attribution(crossed);
  assertAlmostEquals(parts.spread, 1.5, 1e-12);
  // Held 1, 2, 1, 2 while the price fell by 1 in each step.
  assertAlmostEquals(parts.inventory, -6, 1e-12);
  assertAlmostEquals(parts.rebates, 0.0002 * (99.5 + 98.5 + 96.5), 1e-14);
  assertAlmostEquals(parts.fees, -0.0005 * 97.95, 1e-14);
  assertAlmostEquals(parts.crossing, -0.05, 1e-14);
  const { spread, inventory, rebates, fees, crossing } = parts;
  assertAlmostEquals(parts.profit, spread + inventory + rebates + fees + crossing, 1e-12);
});

Deno.test("timeBeyondLimit() counts the steps carried with too much", () => {
  // Inventory after the steps: 1, 2, 1, 2.
  assertEquals(timeBeyondLimit(crossed, 1), { time: 2, share: 0.5, largestExcess: 1 });
  assertEquals(timeBeyondLimit(crossed, 0), { time: 4, share: 1, largestExcess: 2 });
  assertEquals(timeBeyondLimit(crossed, 2), { time: 0, share: 0, largestExcess: 0 });
  assertEquals(timeBeyondLimit(crossed, Infinity), { time: 0, share: 0, largestExcess: 0 });
});

Deno.test("timeBeyondLimit() counts short positions too, in the grid's unit of time", () => {
  const market = {
    ...tape([100, 100, 100], [9, 9], [none, none]),
    grid: { horizon: 10, steps: 2, dt: 5 },
  };
  assertEquals(timeBeyondLimit(session(market), 1), { time: 5, share: 0.5, largestExcess: 1 });
});

Deno.test("timeBeyondLimit() takes as many orders within a limit as the limit itself does", () => {
  // Five sellers in a row, and a limit of so many orders of a size that no binary number is.
  const five = tape([100, 100, 100, 100, 100, 100], Array(5).fill(none), Array(5).fill(9));
  for (const orderSize of [0.1, 0.3, 0.7, 1, 1e-7, 123.4]) {
    for (const lots of [0, 1, 2, 3, 4]) {
      const limit = Number((lots * orderSize).toPrecision(12));
      const held = session(five, half, { orderSize });
      assertEquals(timeBeyondLimit(held, limit).time, 5 - lots, `${lots} orders of ${orderSize}`);
      const flat = session(five, half, { orderSize, limit, breach: "flatten" });
      assertEquals(flat.crossed.findIndex((units) => units !== 0), lots);
      assertEquals(timeBeyondLimit(flat, limit), { time: 0, share: 0, largestExcess: 0 });
    }
  }
});

Deno.test("timeBeyondLimit() refuses a negative limit and NaN", () => {
  for (const limit of [-1, NaN]) {
    assertThrows(
      () => timeBeyondLimit(crossed, limit),
      RangeError,
      `Cannot take timeBeyondLimit as limit must be >= 0: current value is ${limit}`,
    );
  }
});
