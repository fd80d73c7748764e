import { crossSessionSharpe, sharpeRatio, streams } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { assertDeviationWithinStandardErrors } from "../statistics.ts";

Deno.test("sharpeRatio() is mean/sd·√252 with ddof 1", () => {
  // Mean 2, sd √(2/1) = √2 with ddof 1.
  assertAlmostEquals(sharpeRatio([1, 3])!, 2 / Math.SQRT2 * Math.sqrt(252), 1e-12);
});

Deno.test("sharpeRatio() with sessions a year is mean/sd·√steps·√P, the same however finely a day is cut", () => {
  assertAlmostEquals(sharpeRatio([1, 3], { periods: 4 })!, 4, 1e-12);
  const stream = streams("sharpe")("gains", 0);
  const fine = Float64Array.from({ length: 100_000 }, () => stream.uniform() - 0.49);
  const coarse = Float64Array.from(
    { length: 1000 },
    (_, i) => fine.subarray(100 * i, 100 * (i + 1)).reduce((a, b) => a + b),
  );
  const ratios = [fine, coarse].map((gains) => sharpeRatio(gains, { periods: 252 })!);
  // The deviation of 1000 gains is known to 1 part in √2000, and the mean is the same.
  assertAlmostEquals(ratios[1] / ratios[0], 1, 5 / Math.sqrt(2000));
  assertAlmostEquals(sharpeRatio(coarse)! / sharpeRatio(fine)!, 10, 10 * 5 / Math.sqrt(2000));
});

Deno.test("sharpeRatio() changes sign with the gains and does not care for their unit", () => {
  const gains = [0.2, -0.1, 0.4, 0.05];
  const ratio = sharpeRatio(gains)!;
  assertAlmostEquals(sharpeRatio(gains.map((x) => -x))!, -ratio, 1e-12);
  assertAlmostEquals(sharpeRatio(gains.map((x) => 1000 * x))!, ratio, 1e-12);
});

Deno.test("sharpeRatio() is null where it does not exist", () => {
  assertEquals(sharpeRatio([]), null);
  assertEquals(sharpeRatio([1]), null);
  assertEquals(sharpeRatio([0, 0, 0]), null);
  assertEquals(sharpeRatio([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]), null);
  // The differences of a wealth that grows by 0.1 a step differ by rounding alone.
  const wealth = Array.from({ length: 50 }, (_, n) => 0.1 * n);
  assertEquals(sharpeRatio(wealth.slice(1).map((w, n) => w - wealth[n])), null);
});

Deno.test("sharpeRatio() refuses bad input in one clear line", () => {
  assertThrows(
    () => sharpeRatio([1, NaN]),
    RangeError,
    "sample[1] must be a finite number: current value is NaN",
  );
  assertThrows(
    () => sharpeRatio([1, 2], { periods: 0 }),
    RangeError,
    "Cannot take sharpeRatio as periods must be > 0 and finite: current value is 0",
  );
});

Deno.test("crossSessionSharpe() for symmetric profits with kurtosis 3 has Lo's error √((1 + R²/2)/n)", () => {
  // −1, four zeros, 1: m₂ = m₄ = 1/3, so the kurtosis is 3.
  const profits = [-1, 0, 0, 0, 0, 1].map((x) => 5 + x);
  const { ratio, standardError } = crossSessionSharpe(profits)!;
  assertAlmostEquals(ratio, 5 / Math.sqrt(2 / 5), 1e-12);
  assertAlmostEquals(standardError, Math.sqrt((1 + ratio ** 2 / 2) / 6), 1e-12);
});

Deno.test("crossSessionSharpe() is null where it does not exist", () => {
  assertEquals(crossSessionSharpe([3]), null);
  assertEquals(crossSessionSharpe([3, 3, 3]), null);
});

/** Ratios and their standard errors over many samples of n profits each. */
function repeat(law: (uniform: number) => number, n: number, replications: number) {
  const ratios = new Float64Array(replications), errors = new Float64Array(replications);
  for (let i = 0; i < replications; i++) {
    const stream = streams("sharpe")("profits", i);
    const { ratio, standardError } = crossSessionSharpe(
      Float64Array.from({ length: n }, () => law(stream.uniform())),
    )!;
    ratios[i] = ratio;
    errors[i] = standardError;
  }
  return { ratios, errors };
}

Deno.test("crossSessionSharpe() has the standard error that its ratios vary with, where profits are skewed", () => {
  // Exponential profits less 0.2: mean 0.8, sd 1, skewness 2, kurtosis 9; R = 0.8.
  const { ratios, errors } = repeat((u) => -Math.log(u) - 0.2, 2000, 3000);
  const exact = Math.sqrt((1 + 0.8 ** 2 * 8 / 4 - 2 * 0.8) / 2000);
  assertDeviationWithinStandardErrors(ratios, exact, { what: "deviation of the ratios" });
  // The error forms from third and fourth moments, so it is a few per cent low at 2000 profits.
  const mean = errors.reduce((a, b) => a + b) / errors.length;
  assertAlmostEquals(mean / exact, 1, 0.05);
  // Lo's formula, which takes the profits for normal, is wrong here by half.
  assertThrows(() =>
    assertDeviationWithinStandardErrors(ratios, Math.sqrt((1 + 0.8 ** 2 / 2) / 2000))
  );
  assert(Math.sqrt((1 + 0.32) / 2000) / exact > 1.1);
});
