import { estimateMean, pairedDifference, streams } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";

Deno.test("pairedDifference() is the estimate of the differences", () => {
  const first = [4, 8, 1, 9], second = [1, 7, 2, 3];
  const { correlation: _, saving: __, ...difference } = pairedDifference(first, second);
  assertEquals(difference, estimateMean([3, 1, -1, 6]));
});

Deno.test("pairedDifference() knows the correlation by hand, and what pairing saves", () => {
  // Deviations −1, 0, 1 and −1, 1, 0: correlation 1/2; variances 1 and 1, of the difference 1.
  const { correlation, saving } = pairedDifference([1, 2, 3], [4, 6, 5]);
  assertAlmostEquals(correlation!, 0.5, 1e-14);
  assertAlmostEquals(saving!, 2, 1e-14);
  assertAlmostEquals(pairedDifference([1, 2], [2, 1]).correlation!, -1, 1e-14);
});

Deno.test("pairedDifference() on shared noise is sharper than two estimates", () => {
  const noise = new Float64Array(1000), own = new Float64Array(1000);
  streams("paired")("shared").normals(noise);
  streams("paired")("own").normals(own);
  const first = noise.map((z, i) => 2 + 10 * z + own[i]);
  const { mean, standardError, saving } = pairedDifference(first, noise.map((z) => 10 * z));
  assert(Math.abs(mean - 2) < 5 * standardError!);
  assert(standardError! < estimateMean(first).standardError! / 5);
  assert(saving! > 100);
});

Deno.test("pairedDifference() says null where a sample does not vary", () => {
  const { correlation, saving } = pairedDifference([1, 1], [2, 5]);
  assertEquals([correlation, saving], [null, 1]);
  assertEquals(pairedDifference([1, 2], [1, 2]).saving, null);
});

Deno.test("pairedDifference() refuses samples of different length", () => {
  assertThrows(
    () => pairedDifference([1, 2], [1]),
    TypeError,
    "Cannot take pairedDifference as second must be as long as first (2 values)",
  );
});
