import { normalQuantile } from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

Deno.test("normalQuantile() agrees with Python's statistics.NormalDist().inv_cdf in every branch", () => {
  const reference = [
    [1e-300, -37.0470962993612],
    [1e-20, -9.262340089798405],
    [1e-9, -5.9978070150076865],
    [1e-4, -3.71901648545568],
    [0.02, -2.0537489106318225],
    [0.075, -1.4395314709384557],
    [0.3, -0.5244005127080407],
    [0.7, 0.5244005127080407],
    [0.99, 2.3263478740408408],
    [1 - 1e-10, 6.361340889697421],
  ];
  for (const [level, quantile] of reference) {
    assertAlmostEquals(normalQuantile(level), quantile, 1e-15 * Math.abs(quantile));
  }
});

Deno.test("normalQuantile() is 0 at one half", () => assertEquals(normalQuantile(0.5), 0));

Deno.test("normalQuantile() refuses 0, 1 and NaN", () => {
  for (const level of [0, 1, NaN, -0.1]) {
    assertThrows(() => normalQuantile(level), RangeError, "level must be above 0 and below 1");
  }
});
