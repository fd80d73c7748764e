import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { maxDrawdown } from "../../lib/analysis/drawdown.ts";

Deno.test("maxDrawdown() of a curve that only rises is 0", () => {
  assertEquals(maxDrawdown([0, 1, 1, 2]), { depth: 0, peak: 0, trough: 0 });
});

Deno.test("maxDrawdown() of a curve that only falls is all of it", () => {
  assertEquals(maxDrawdown([0, -1, -5]), { depth: 5, peak: 0, trough: 2 });
});

Deno.test("maxDrawdown() begins at the last high and takes the earliest of equal falls", () => {
  assertEquals(maxDrawdown([2, 2, 0, 5, 3]), { depth: 2, peak: 1, trough: 2 });
});

Deno.test("maxDrawdown() is the largest fall between any two times", () => {
  const wealth = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(wealth, (curve) => {
      let largest = 0;
      for (let i = 0; i < curve.length; i++) {
        for (let j = i; j < curve.length; j++) largest = Math.max(largest, curve[i] - curve[j]);
      }
      const { depth, peak, trough } = maxDrawdown(curve);
      assertEquals(depth, largest);
      assertEquals(curve[peak] - curve[trough], largest);
    }),
    { seed: 1, numRuns: 300 },
  );
});

Deno.test("maxDrawdown() refuses an empty curve and NaN", () => {
  assertThrows(() => maxDrawdown([]), RangeError, "length of wealth must be >= 1");
  assertThrows(() => maxDrawdown([0, NaN]), RangeError, "wealth[1] must be a finite number");
});
