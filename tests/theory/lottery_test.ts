import { assertAlmostEquals, assertEquals } from "@std/assert";
import { lottery } from "../../lib/theory/lottery.ts";

Deno.test("lottery() is −ln(E[e^{−γX}])/γ", () => {
  for (const gamma of [0.01, 0.3, 2]) {
    for (const [x, y] of [[1, 3], [3, 1], [-2, 5], [0, 0]]) {
      for (const p of [0.1, 0.5, 0.99]) {
        const byHand = -Math.log((1 - p) * Math.exp(-gamma * x) + p * Math.exp(-gamma * y)) / gamma;
        assertAlmostEquals(lottery(gamma, 1 - p, x, p, y), byHand, 1e-12);
      }
    }
  }
});

Deno.test("lottery() keeps the mean's digits as γ falls to 0", () => {
  for (const gamma of [0, 1e-300, 1e-100, 1e-20, 1e-16]) {
    assertAlmostEquals(lottery(gamma, 0.7, -5, 0.3, 100), 26.5, 1e-12);
    assertAlmostEquals(lottery(gamma, 0.3, 100, 0.7, -5), 26.5, 1e-12);
  }
});

Deno.test("lottery() overflows nowhere: a ruin all but certain not to come still counts", () => {
  assertAlmostEquals(lottery(1, 1e-300, -2000, 1, 0), -2000 + 300 * Math.LN10, 1e-9);
  assertAlmostEquals(lottery(1, 1, 0, 1e-300, -2000), -2000 + 300 * Math.LN10, 1e-9);
  assertAlmostEquals(lottery(10, 0.5, -1e6, 0.5, 1e6), -1e6 + Math.LN2 / 10, 1e-6);
});

Deno.test("lottery() knows chances down to the smallest number there is", () => {
  for (const rare of [1e-320, 1e-310, 5e-324]) {
    for (const loss of [600, 699, 701, 720, 750, 800]) {
      const log = Math.log(rare) + loss;
      const byHand = log > 0 ? -(log + Math.log1p(Math.exp(-log))) : -Math.log1p(Math.exp(log));
      assertAlmostEquals(lottery(1, 1, 0, rare, -loss), byHand, 1e-9);
      assertAlmostEquals(lottery(1, rare, -loss, 1, 0), byHand, 1e-9);
    }
  }
});

Deno.test("lottery() looks at nothing that cannot happen", () => {
  assertEquals(lottery(1, 1, 2, 0, -Infinity), 2);
  assertEquals(lottery(1, 0, -Infinity, 1, 3), 3);
});
