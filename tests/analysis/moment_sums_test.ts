import { sampleMoments } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  mergeMomentSums,
  type MomentSums,
  momentSums,
  noSums,
} from "../../lib/analysis/moment_sums.ts";
import { momentsOfSums } from "../../lib/analysis/sample_moments.ts";

const sums = (sample: readonly number[]) => momentSums("test", sample);

/** Equal to rounding, measured by the size that each power of the distances can have. */
function assertSame(actual: MomentSums, expected: MomentSums, sample: readonly number[]): void {
  const width = Math.max(...sample) - Math.min(...sample);
  const rounding = 1e-15 * expected.largest;
  assertEquals([actual.count, actual.largest], [expected.count, expected.largest]);
  assertAlmostEquals(actual.mean, expected.mean, 4 * rounding);
  const { count } = expected;
  const near = (of: "second" | "third" | "fourth", power: number) => {
    const tolerance = count *
      (1e-12 * width ** power + power * width ** (power - 1) * 8 * rounding);
    assertAlmostEquals(actual[of], expected[of], tolerance, of);
  };
  near("second", 2);
  near("third", 3);
  near("fourth", 4);
}

// Millionths: the fourth power of a smaller distance may be below the smallest number there is.
const samples = fc.array(fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1e6), {
  minLength: 2,
  maxLength: 60,
});

Deno.test("mergeMomentSums() of a sample's parts are the sums of the whole, wherever it is cut", () => {
  fc.assert(
    fc.property(samples, fc.nat(), fc.constantFrom(0, 1e6), (values, at, shift) => {
      const sample = values.map((value) => value + shift);
      const cut = 1 + at % (sample.length - 1);
      const merged = mergeMomentSums(sums(sample.slice(0, cut)), sums(sample.slice(cut)));
      assertSame(merged, sums(sample), sample);
    }),
    { seed: 2008, numRuns: 500 },
  );
});

Deno.test("mergeMomentSums() by hand: 0 and 4, 4 and 12", () => {
  // Mean 5 of 0, 4, 4, 12: distances −5, −1, −1, 7.
  const merged = mergeMomentSums(sums([0, 4]), sums([4, 12]));
  assertEquals(merged, { count: 4, mean: 5, second: 76, third: 216, fourth: 3028, largest: 12 });
  // The cross terms are what is easily left out.
  assert(merged.fourth !== sums([0, 4]).fourth + sums([4, 12]).fourth);
});

Deno.test("mergeMomentSums() takes nothing from no values, on either side", () => {
  const some = sums([1, 2, 4]);
  assertEquals(mergeMomentSums(noSums, some), some);
  assertEquals(mergeMomentSums(some, noSums), some);
});

Deno.test("mergeMomentSums() stays exact to rounding over ten thousand parts", () => {
  const sample = Array.from({ length: 30_000 }, (_, i) => 1e4 + Math.sin(i) ** 5);
  let merged = noSums;
  for (let i = 0; i < sample.length; i += 3) {
    merged = mergeMomentSums(merged, sums(sample.slice(i, i + 3)));
  }
  const moments = momentsOfSums(merged), expected = sampleMoments(sample);
  assertAlmostEquals(moments.mean, expected.mean, 1e-9);
  assertAlmostEquals(moments.sd!, expected.sd!, 1e-9);
  assertAlmostEquals(moments.skewness!, expected.skewness!, 1e-8);
  assertAlmostEquals(moments.kurtosis!, expected.kurtosis!, 1e-8);
});
