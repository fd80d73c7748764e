import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { invertTransform } from "../../lib/numeric/fourier_inversion.ts";

/** Samples a characteristic function of X − centre until it has died away. */
function sampled(phi: (u: number) => readonly [number, number], frequencyStep: number, n: number) {
  const values = Array.from({ length: n }, (_, j) => phi(j * frequencyStep));
  return {
    frequencyStep,
    centre: 0,
    real: values.map(([re]) => re),
    imaginary: values.map(([, im]) => im),
  };
}

Deno.test("invertTransform() gives back the normal law, wherever its centre", () => {
  const law = invertTransform({
    ...sampled((u) => [Math.exp(-u * u / 2), 0], 0.25, 40),
    centre: 1000,
  });
  for (const x of [-5, -1, 0, 0.3, 4]) {
    const exact = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    assertAlmostEquals(law.density(1000 + x), exact, 1e-14);
  }
  assertAlmostEquals(law.distribution(1001), 0.8413447460685429, 1e-14);
  assertAlmostEquals(law.quantile(0.5), 1000, 1e-11);
  assertAlmostEquals(law.quantile(0.01), 1000 - 2.3263478740408408, 1e-11);
});

Deno.test("invertTransform() gives back a skewed law: gamma with shape 12", () => {
  // φ(u) = (1 − iu)^{−12} around the mean 12.
  const phi = (u: number): [number, number] => {
    const size = (1 + u * u) ** -6;
    const angle = 12 * Math.atan(u) - 12 * u;
    return [size * Math.cos(angle), size * Math.sin(angle)];
  };
  const law = invertTransform({ ...sampled(phi, 0.04, 800), centre: 12 });
  let factorial = 1;
  for (let i = 2; i <= 11; i++) factorial *= i;
  for (const x of [4, 9, 12, 20, 30]) {
    assertAlmostEquals(law.density(x), x ** 11 * Math.exp(-x) / factorial, 1e-13);
  }
  // P(X > 20) is the probability of at most 11 events where 20 are expected.
  let term = Math.exp(-20), tail = term;
  for (let i = 1; i <= 11; i++) tail += term *= 20 / i;
  assertAlmostEquals(law.distribution(20), 1 - tail, 1e-13);
  // A wrong sign of the imaginary part mirrors the law.
  const mirrored = sampled((u) => [phi(u)[0], -phi(u)[1]], 0.04, 800);
  const wrong = invertTransform({ ...mirrored, centre: 12 });
  assertEquals(Math.abs(wrong.density(9) - law.density(9)) > 0.01, true);
});

Deno.test("invertTransform() quantiles are where the distribution says, and ends are ends", () => {
  const law = invertTransform(sampled((u) => [Math.exp(-u * u / 2), 0], 0.25, 40));
  for (const p of [1e-9, 0.1, 0.5, 0.9, 1 - 1e-9]) {
    assertAlmostEquals(law.distribution(law.quantile(p)), p, 1e-15);
  }
  const [low, high] = law.range;
  assertAlmostEquals(high - low, 8 * Math.PI, 1e-12);
  assertEquals([law.distribution(low - 1), law.distribution(high + 1)], [0, 1]);
  assertEquals([law.density(low - 1), law.density(high + 1)], [0, 0]);
  assertEquals(law.density(NaN), NaN);
  assertThrows(() => law.quantile(0), RangeError, "p must be between 0 and 1");
  assertThrows(() => law.quantile(1), RangeError, "p must be between 0 and 1");
});

Deno.test("invertTransform() refuses samples that do not fit together", () => {
  const good = { frequencyStep: 1, centre: 0, real: [1], imaginary: [0] };
  assertThrows(() => invertTransform({ ...good, frequencyStep: 0 }), RangeError, "frequencyStep");
  assertThrows(() => invertTransform({ ...good, centre: NaN }), RangeError, "centre");
  assertThrows(() => invertTransform({ ...good, imaginary: [] }), TypeError, "lengths");
});
