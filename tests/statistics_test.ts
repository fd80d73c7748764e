import { assertAlmostEquals, AssertionError, assertThrows } from "@std/assert";
import { streams } from "@digital-market-maker/lab";
import {
  assertDeviationWithinStandardErrors,
  assertWithinStandardErrors,
  deviationOf,
  meanOf,
} from "./statistics.ts";

function normals(count: number, sd = 1): Float64Array {
  const out = new Float64Array(count);
  streams("statistics")("normal").normals(out);
  return out.map((z) => 3 + sd * z);
}

Deno.test("meanOf() is right by hand", () => {
  const { mean, standardError } = meanOf([1, 2, 3, 4, 5]);
  assertAlmostEquals(mean, 3);
  assertAlmostEquals(standardError, Math.sqrt(2.5 / 5));
});

Deno.test("deviationOf() is right by hand", () => {
  // s² = 2.5, m₄ = (16 + 1 + 0 + 1 + 16)/5 = 6.8, Var(s²) = (6.8 − 6.25·2/4)/5
  const { sd, standardError } = deviationOf([1, 2, 3, 4, 5]);
  assertAlmostEquals(sd, Math.sqrt(2.5));
  assertAlmostEquals(standardError, Math.sqrt((6.8 - 3.125) / 5) / (2 * Math.sqrt(2.5)));
});

Deno.test("deviationOf() of a normal sample has standard error close to sd/√(2n)", () => {
  const { sd, standardError } = deviationOf(normals(200_000));
  assertAlmostEquals(standardError, sd / Math.sqrt(400_000), 2e-5);
});

Deno.test("assertWithinStandardErrors() accepts the true mean and refuses one 10 errors away", () => {
  const sample = normals(10_000);
  assertWithinStandardErrors(sample, 3);
  assertThrows(
    () => assertWithinStandardErrors(sample, 3 + 10 * 0.01),
    AssertionError,
    "Expected the mean within 5 standard errors",
  );
});

Deno.test("assertWithinStandardErrors() judges an estimate on both sides", () => {
  const estimate = { mean: 1, standardError: 0.1 };
  assertWithinStandardErrors(estimate, 1.19, { z: 2 });
  assertWithinStandardErrors(estimate, 0.81, { z: 2 });
  assertThrows(() => assertWithinStandardErrors(estimate, 1.21, { z: 2 }), AssertionError);
  assertThrows(() => assertWithinStandardErrors(estimate, 0.79, { z: 2 }), AssertionError);
});

Deno.test("assertWithinStandardErrors() refuses what is not finite", () => {
  for (const bad of [NaN, Infinity]) {
    for (const estimate of [{ mean: bad, standardError: 1 }, { mean: 1, standardError: bad }]) {
      assertThrows(() => assertWithinStandardErrors(estimate, 1), AssertionError, "Cannot compare");
    }
    assertThrows(() => assertWithinStandardErrors([1, 2, 3, bad], 1), AssertionError);
    assertThrows(() => assertWithinStandardErrors([1, 2, 3, 4], bad), AssertionError);
  }
});

Deno.test("assertDeviationWithinStandardErrors() sees a deviation that is 3 % off", () => {
  // n = (7/ε)²/2 normal draws put ε = 3 % seven standard errors away
  const count = Math.ceil((7 / 0.03) ** 2 / 2);
  assertDeviationWithinStandardErrors(normals(count, 2), 2);
  assertThrows(
    () => assertDeviationWithinStandardErrors(normals(count, 2 * 1.03), 2),
    AssertionError,
    "Expected the standard deviation within 5 standard errors of 2",
  );
});
