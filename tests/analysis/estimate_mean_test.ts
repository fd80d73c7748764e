import { estimateMean, streams } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { assertDeviationWithinStandardErrors, assertWithinStandardErrors } from "../statistics.ts";
import { studentQuantile } from "../../lib/numeric/student_quantile.ts";

Deno.test("estimateMean() by hand: 1, 2, 3, 4", () => {
  const { count, mean, sd, standardError, interval, sdStandardError } = estimateMean([1, 2, 3, 4], {
    confidence: 0.9,
  });
  assertEquals([count, mean], [4, 2.5]);
  assertAlmostEquals(sd!, Math.sqrt(5 / 3), 1e-14);
  assertAlmostEquals(standardError!, Math.sqrt(5 / 12), 1e-14);
  // Student's quantile at 0.95 with three degrees of freedom.
  assertAlmostEquals(interval![0], 2.5 - 2.353363 * Math.sqrt(5 / 12), 1e-6);
  assertAlmostEquals(interval![1], 2.5 + 2.353363 * Math.sqrt(5 / 12), 1e-6);
  // m₂ = 5/4, m₄ = (2·81 + 2)/64: kurtosis 1.64.
  assertAlmostEquals(sdStandardError!, Math.sqrt(5 / 3) * Math.sqrt(0.64 / 16), 1e-14);
});

Deno.test("estimateMean() says null for what few values cannot say, and 0 where all are the same", () => {
  const one = estimateMean([7]);
  assertEquals([one.sd, one.standardError, one.interval, one.sdStandardError], [
    null,
    null,
    null,
    null,
  ]);
  const same = estimateMean([7, 7]);
  assertEquals([same.sd, same.standardError, same.sdStandardError], [0, 0, 0]);
  // Two or three values have one kurtosis each, whatever they are.
  for (const few of [[1, 2], [-5, 1e9], [1, 2, 4], [0, 0, 7]]) {
    assertEquals(estimateMean(few).sdStandardError, null);
  }
  assertEquals([same.interval, estimateMean([7, 8]).interval], [null, null]);
  assertEquals(estimateMean([7, 7, 7]).interval, [7, 7]);
});

Deno.test("estimateMean() covers the true mean as often as it promises, and a version without √n does not", () => {
  const replications = 4000, n = 200;
  for (const confidence of [0.5, 0.95]) {
    const covered = new Float64Array(replications), wrong = new Float64Array(replications);
    for (let i = 0; i < replications; i++) {
      const stream = streams("estimate")("coverage", i);
      const sample = Float64Array.from({ length: n }, () => stream.uniform());
      const { mean, interval } = estimateMean(sample, { confidence });
      covered[i] = interval![0] <= 0.5 && 0.5 <= interval![1] ? 1 : 0;
      const shrunk = (interval![1] - mean) * 0.9;
      wrong[i] = Math.abs(mean - 0.5) <= shrunk ? 1 : 0;
    }
    assertWithinStandardErrors(covered, confidence, { what: "coverage" });
    assertThrows(() => assertWithinStandardErrors(wrong, confidence));
  }
});

Deno.test("estimateMean() has the standard error that deviations vary with, where tails are heavy", () => {
  // Laplace's law: kurtosis 6.
  const replications = 3000, n = 1000;
  const deviations = new Float64Array(replications), errors = new Float64Array(replications);
  for (let i = 0; i < replications; i++) {
    const stream = streams("estimate")("deviation", i);
    const { sd, sdStandardError } = estimateMean(Float64Array.from({ length: n }, () => {
      const u = stream.uniform() - 0.5;
      return -Math.sign(u) * Math.log(1 - 2 * Math.abs(u));
    }));
    deviations[i] = sd!;
    errors[i] = sdStandardError!;
  }
  const exact = Math.SQRT2 * Math.sqrt(5 / (4 * n));
  assertDeviationWithinStandardErrors(deviations, exact);
  assertAlmostEquals(errors.reduce((a, b) => a + b) / replications / exact, 1, 0.03);
  // The normal law's s/√(2n) is too small by a third.
  assertThrows(() =>
    assertDeviationWithinStandardErrors(deviations, Math.SQRT2 / Math.sqrt(2 * n))
  );
});

Deno.test("estimateMean() covers as promised from three values on, and the normal quantile does not", () => {
  const replications = 20_000;
  for (const n of [3, 5, 10]) {
    const covered = new Float64Array(replications), normal = new Float64Array(replications);
    for (let i = 0; i < replications; i++) {
      const sample = new Float64Array(n);
      streams("few")(`of ${n}`, i).normals(sample);
      const { mean, standardError, interval } = estimateMean(sample);
      covered[i] = interval![0] <= 0 && 0 <= interval![1] ? 1 : 0;
      normal[i] = Math.abs(mean) <= 1.96 * standardError! ? 1 : 0;
    }
    assertWithinStandardErrors(covered, 0.95, { what: `coverage from ${n}` });
    assertThrows(() => assertWithinStandardErrors(normal, 0.95));
  }
});

Deno.test("estimateMean() takes its interval from Student's quantile", () => {
  const { mean, standardError, interval } = estimateMean([1, 5, 9], { confidence: 0.99 });
  assertAlmostEquals((interval![1] - mean) / standardError!, studentQuantile(0.995, 2), 1e-12);
});

Deno.test("estimateMean() refuses bad input in one clear line", () => {
  for (const confidence of [0, 1, NaN, 95]) {
    assertThrows(
      () => estimateMean([1, 2], { confidence }),
      RangeError,
      `Cannot take estimateMean as confidence must be above 0 and below 1: current value is ${confidence}`,
    );
  }
  assertThrows(() => estimateMean([]), RangeError, "length of sample must be >= 1");
  assert(estimateMean([1, 2]).mean === 1.5);
});
