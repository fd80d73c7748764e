import { quantiles, streams } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  mergeSketches,
  type QuantileSketch,
  quantileSketch,
  quantilesOfSketch,
} from "../../lib/analysis/quantile_sketch.ts";
import { binOf, binRange, type SketchScale } from "../../lib/analysis/sketch_bins.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const scales: fc.Arbitrary<SketchScale> = fc.record({
  centre: number(-1e3, 1e3),
  scale: number(1e-3, 1e3),
  bits: fc.integer({ min: 0, max: 20 }),
});
const values = fc.oneof(number(-1e4, 1e4), number(-1e15, 1e15), number(-1e-6, 1e-6));
const levels = [0, 0.001, 0.05, 0.25, 0.5, 0.77, 0.95, 0.999, 1];

/** The promise: 2^−bits of the scale and the distance from the centre, and rounding. */
function bound({ centre, scale, bits }: SketchScale, value: number): number {
  const distance = scale + Math.abs(value - centre);
  return distance * 2 ** -bits + 1e-13 * (distance + Math.abs(centre));
}

Deno.test("binOf() puts every value in a bin that holds it and is as narrow as promised", () => {
  fc.assert(
    fc.property(scales, values, (scale, value) => {
      const bin = binOf(value, scale.centre, scale.scale, scale.bits);
      const [low, high] = binRange(bin, scale);
      const rounding = 1e-13 *
        (Math.abs(value - scale.centre) + scale.scale + Math.abs(scale.centre));
      assert(low - rounding <= value && value <= high + rounding, `${low} ${value} ${high}`);
      assert(high - low <= bound(scale, value));
    }),
    { seed: 1, numRuns: 2000 },
  );
});

Deno.test("binOf() rises with the value, and bins leave no gap", () => {
  fc.assert(
    fc.property(scales, values, values, ({ centre, scale, bits }, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      assert(binOf(low, centre, scale, bits) <= binOf(high, centre, scale, bits));
    }),
    { seed: 2, numRuns: 2000 },
  );
  const scale = { centre: 3, scale: 2, bits: 3 };
  for (let bin = -40; bin < 40; bin++) {
    assertEquals(binRange(bin, scale)[1], binRange(bin + 1, scale)[0]);
  }
});

/** Quantiles of any sample lie within the bound of the true ones. */
function assertWithinBound(sample: readonly number[], sketch: QuantileSketch): void {
  const exact = quantiles(sample, levels);
  quantilesOfSketch(sketch, levels).forEach((value, i) => {
    // Between two values, the error is at most that of the worse of them.
    const sorted = sample.toSorted((a, b) => a - b), place = levels[i] * (sorted.length - 1);
    const worst = Math.max(
      bound(sketch.scale, sorted[Math.floor(place)]),
      bound(sketch.scale, sorted[Math.ceil(place)]),
    );
    assertAlmostEquals(value, exact[i], worst, `level ${levels[i]}`);
  });
}

Deno.test("quantilesOfSketch() err by no more than promised, whatever the sample", () => {
  const samples = fc.array(values, { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(samples, scales, (sample, scale) => {
      assertWithinBound(sample, quantileSketch(sample, scale));
    }),
    { seed: 3, numRuns: 500 },
  );
});

const random = streams(5)("price");
const normals = new Float64Array(20_000);
random.normals(normals);
const sample = Array.from(normals, (z) => 60 + 7 * z);
const fine: SketchScale = { centre: 60, scale: 8, bits: 12 };

Deno.test("quantilesOfSketch() of a smooth law err far less than a standard error", () => {
  const sketch = quantileSketch(sample, fine);
  assertWithinBound(sample, sketch);
  const [exact] = quantiles(sample, [0.05]), [value] = quantilesOfSketch(sketch, [0.05]);
  // √(p(1 − p)/n)/density at the 5 % quantile.
  const standardError = Math.sqrt(0.05 * 0.95 / 20_000) / (0.10314 / 7);
  assert(Math.abs(value - exact) < standardError / 20);
});

Deno.test("quantilesOfSketch() with one bit less promised than kept would be refused", () => {
  const coarse = quantileSketch(sample, { ...fine, bits: 2 });
  assertThrows(() => assertWithinBound(sample, { ...coarse, scale: { ...fine, bits: 12 } }));
});

Deno.test("mergeSketches() of parts is the sketch of the whole to the last count, in any order", () => {
  const parts = [sample.slice(0, 7), sample.slice(7, 12_000), sample.slice(12_000)]
    .map((part) => quantileSketch(part, fine));
  const whole = quantileSketch(sample, fine);
  assertEquals(parts.reduce(mergeSketches), whole);
  assertEquals(parts.toReversed().reduce(mergeSketches), whole);
  assertEquals(whole.bins.counts.reduce((sum, count) => sum + count, 0), 20_000);
  assert(whole.bins.values.length < 12_000);
});

Deno.test("quantilesOfSketch() at 0 and 1 are the smallest and the largest", () => {
  assertEquals(quantilesOfSketch(quantileSketch([5, -3, 11], fine), [0, 1]), [-3, 11]);
  assertEquals(quantilesOfSketch(quantileSketch([5], fine), [0, 0.3, 1]), [5, 5, 5]);
});
