import { sampleMoments } from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

Deno.test("sampleMoments() by hand: 0, 0, 0, 4", () => {
  const { count, mean, sd, skewness, kurtosis } = sampleMoments([0, 0, 4, 0]);
  // Mean 1, squares 1·3 + 9 = 12, cubes −3 + 27 = 24, fourths 3 + 81 = 84.
  assertEquals([count, mean, sd], [4, 1, 2]);
  assertAlmostEquals(skewness!, 6 / 3 ** 1.5, 1e-14);
  assertAlmostEquals(kurtosis!, 21 / 9, 1e-14);
});

Deno.test("sampleMoments() loses no digits far from zero", () => {
  const { mean, sd, kurtosis } = sampleMoments([-1, 1, -1, 1].map((x) => 1e9 + x));
  assertEquals(mean, 1e9);
  assertAlmostEquals(sd!, Math.sqrt(4 / 3), 1e-12);
  assertAlmostEquals(kurtosis!, 1, 1e-12);
});

Deno.test("sampleMoments() says null for what does not exist", () => {
  assertEquals(sampleMoments([5]), { count: 1, mean: 5, sd: null, skewness: null, kurtosis: null });
  assertEquals(sampleMoments([5, 5]), { count: 2, mean: 5, sd: 0, skewness: null, kurtosis: null });
});

Deno.test("sampleMoments() refuses an empty sample and values that are not finite", () => {
  assertThrows(
    () => sampleMoments([]),
    RangeError,
    "Cannot take sampleMoments as length of sample must be >= 1: current value is 0",
  );
  for (const value of [NaN, Infinity, -Infinity]) {
    assertThrows(
      () => sampleMoments([1, 2, value]),
      RangeError,
      `sample[2] must be a finite number: current value is ${value}`,
    );
  }
  assertThrows(() => sampleMoments(["1" as unknown as number]), TypeError, 'current value is "1"');
});
