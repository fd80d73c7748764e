import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { logRatio } from "../../lib/numeric/log_ratio.ts";

Deno.test("logRatio() is 1/k without risk aversion and tends to it", () => {
  assertEquals(logRatio(0, 1.5), 1 / 1.5);
  for (const gamma of [1e-8, 1e-12, 1e-16, 1e-300, 5e-324]) {
    assertAlmostEquals(logRatio(gamma, 1.5), 1 / 1.5 - gamma / 4.5, 2e-16);
  }
});

Deno.test("logRatio() keeps digits that the plain logarithm loses", () => {
  // Three terms of the series, exact to 1e-16 at this size.
  const gamma = 1e-6;
  const exact = 1 - gamma / 2 + gamma * gamma / 3;
  assertAlmostEquals(logRatio(gamma, 1), exact, 3e-16);
  const plain = Math.log(1 + gamma) / gamma;
  assertEquals(Math.abs(plain - exact) > 1e-11, true);
});

Deno.test("logRatio() has no seam where the series takes over", () => {
  for (const decay of [0.3, 1.5, 40]) {
    const [below, above] = [0.999e-9 * decay, 1.001e-9 * decay];
    const slope = (logRatio(above, decay) - logRatio(below, decay)) / (above - below);
    assertAlmostEquals(slope * decay * decay, -1 / 2, 1e-3);
  }
});

Deno.test("logRatio() does not overflow", () => {
  assertAlmostEquals(logRatio(1e300, 1e-300), 600 * Math.LN10 / 1e300, 1e-310);
});

Deno.test("logRatio() refuses what has no logarithm", () => {
  assertThrows(() => logRatio(-1, 1), RangeError, "gamma must be >= 0");
  assertThrows(() => logRatio(1, 0), RangeError, "decay must be > 0");
  assertThrows(() => logRatio(NaN, 1), RangeError, "current value is NaN");
});
