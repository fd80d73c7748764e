import { quantiles, shareBelow } from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

Deno.test("quantiles() are linear between neighbours: NumPy's default", () => {
  // numpy.quantile([3, 1, 2, 10], [0, .05, .25, .5, .75, .95, 1])
  const levels = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
  const expected = [1, 1.15, 1.75, 2.5, 4.75, 8.95, 10];
  quantiles([3, 1, 2, 10], levels).forEach((q, i) => assertAlmostEquals(q, expected[i], 1e-12));
});

Deno.test("quantiles() of one value are that value", () => {
  assertEquals(quantiles([4], [0, 0.3, 1]), [4, 4, 4]);
});

Deno.test("quantiles() sort by size, not by text, and leave the sample as it is", () => {
  const sample = [10, 9, -1, 100];
  assertEquals(quantiles(sample, [0, 1]), [-1, 100]);
  assertEquals(sample, [10, 9, -1, 100]);
});

Deno.test("shareBelow() counts values at or below", () => {
  assertEquals(shareBelow([1, 2, 2, 3], 2), 0.75);
  assertEquals(shareBelow([1, 2, 2, 3], 0.9), 0);
  assertEquals(shareBelow([1, 2, 2, 3], Infinity), 1);
});

Deno.test("quantiles() and shareBelow() refuse bad input in one clear line", () => {
  assertThrows(
    () => quantiles([1], [0.5, 1.5]),
    RangeError,
    "Cannot take quantiles as levels[1] must be in 0 … 1: current value is 1.5",
  );
  assertThrows(() => quantiles([1], [NaN]), RangeError, "levels[0]");
  assertThrows(() => quantiles([], [0.5]), RangeError, "length of sample must be >= 1");
  assertThrows(() => quantiles([1, NaN], [0.5]), RangeError, "sample[1]");
  assertThrows(() => shareBelow([1], NaN), RangeError, "value must be a number");
});
