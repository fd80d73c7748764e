import { assertAlmostEquals, assertGreater, assertThrows } from "@std/assert";
import { invertTransform } from "../../lib/numeric/fourier_inversion.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import { exactLaw } from "../../lib/theory/exact_law.ts";
import { lawShape } from "../../lib/theory/law_shape.ts";

Deno.test("lawShape() of a gamma law with shape 12: mean 12, sd √12, skewness 2/√12, kurtosis 3.5", () => {
  const u = Array.from({ length: 800 }, (_, j) => 0.04 * j);
  const angle = (each: number) => 12 * Math.atan(each) - 12 * each;
  const law = invertTransform({
    frequencyStep: 0.04,
    centre: 12,
    real: u.map((each) => (1 + each * each) ** -6 * Math.cos(angle(each))),
    imaginary: u.map((each) => (1 + each * each) ** -6 * Math.sin(angle(each))),
  });
  const { mean, sd, skewness, kurtosis } = lawShape(law);
  assertAlmostEquals(mean, 12, 1e-10);
  assertAlmostEquals(sd, Math.sqrt(12), 1e-10);
  assertAlmostEquals(skewness, 2 / Math.sqrt(12), 1e-9);
  assertAlmostEquals(kurtosis, 3.5, 1e-8);
  assertThrows(() => lawShape(law, 0), RangeError, "points");
});

Deno.test("lawShape() of the paper's symmetric strategy: the recursion's moments, and heavy tails", () => {
  const law = exactLaw(scenario("paper"), "naive");
  const { mean, sd, kurtosis } = lawShape(law);
  assertAlmostEquals(mean, law.moments.mean, 1e-8);
  assertAlmostEquals(sd, law.moments.sd, 1e-8);
  assertGreater(kurtosis, 5);
});
