import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { fitIntensity } from "../../lib/calibration/fit_intensity.ts";
import { fitLogLinear } from "../../lib/calibration/fit_log_linear.ts";
import { intensityCurve } from "../../lib/calibration/intensity_curve.ts";
import { stepReaches } from "../../lib/calibration/reach_sample.ts";
import { streams } from "../../lib/random/streams.ts";
import { assertWithinStandardErrors, deviationOf, meanOf } from "../statistics.ts";
import { stepsOf, truthTape } from "./samples.ts";

Deno.test("intensityCurve() by hand", () => {
  const sample = stepsOf([1, 2, 3, -Infinity], 0.5);
  const depths = [-1, 1, 3];
  const first = intensityCurve(sample, { depths, likelihood: "first-order" });
  assertEquals(first.map(({ intensity }) => intensity), [1.5, 1, 0]);
  assertEquals(first.map(({ beyond }) => beyond), [3, 2, 0]);
  assertEquals(first[2].interval[0], 0);
  // Wilson's upper end for none of four is z²/(4 + z²).
  assertAlmostEquals(first[2].interval[1] * 0.5, 3.8414588 / 7.8414588, 1e-6);
  const exact = intensityCurve(sample, { depths, likelihood: "exact" });
  assertAlmostEquals(exact[0].intensity, -Math.log(1 / 4) / 0.5, 1e-12);
  const orders = { ...sample, per: "orders" as const };
  const counted = intensityCurve(orders, { depths });
  assertEquals(counted.map(({ intensity }) => intensity), [3 / 2, 1, 0]);
  assertAlmostEquals(counted[2].interval[1] * 2, 3.8414588, 1e-6);
});

Deno.test("intensityCurve() is infinite where every step was beyond, under the exact rule", () => {
  const [point] = intensityCurve(stepsOf([1, 2]), { depths: [0] });
  assertEquals([point.intensity, point.interval[1]], [Infinity, Infinity]);
  assert(point.interval[0] > 0);
});

Deno.test("intensityCurve() chooses depths that some reaches pass", () => {
  const sample = stepReaches(
    truthTape({ scale: 1, decay: 1, volatility: 1, dt: 1, steps: 500 }, "exact", streams(5)),
  );
  const curve = intensityCurve(sample);
  assertEquals(curve.length, 20);
  assertEquals(curve[0].depth, 0);
  assertEquals(curve[19].beyond, 10);
  assertEquals(intensityCurve(stepsOf([-1, -2])).map(({ depth }) => depth), [0]);
});

Deno.test("intensityCurve() refuses what it cannot measure", () => {
  assertThrows(
    () => intensityCurve(stepsOf([])),
    RangeError,
    "number of reaches must be at least 1",
  );
  const options = { depths: [NaN] };
  assertThrows(() => intensityCurve(stepsOf([1]), options), RangeError, "depths[0] must be");
  assertThrows(
    () => intensityCurve(stepsOf([1]), { likelihood: "counting" }),
    TypeError,
    "likelihood of steps must be one of first-order, exact",
  );
});

Deno.test("fitLogLinear() is biased where fitIntensity() is not, scatters more and promises too much", () => {
  const truth = { scale: 0.9, decay: 1.5, volatility: 1, dt: 1, steps: 300 };
  const depths = Array.from({ length: 20 }, (_, i) => 6 * i / 19);
  const random = streams("log-linear");
  const [line, likely]: [number[], number[]] = [[], []];
  let covered = 0;
  for (let path = 0; path < 1000; path++) {
    const sample = stepReaches(truthTape(truth, "exact", random, path));
    const { decay } = fitLogLinear(intensityCurve(sample, { depths }));
    line.push(decay.value);
    likely.push(fitIntensity(sample).decay.value);
    if (decay.interval[0] < 1.5 && 1.5 < decay.interval[1]) covered++;
  }
  // Depths without fills have no logarithm, so the far end looks too busy and k too small.
  const { mean, standardError } = meanOf(line);
  assert(mean < 1.5 - 4 * standardError, `mean k ${mean} ± ${standardError}`);
  assertWithinStandardErrors(likely, 1.5, { what: "mean k" });
  assert(deviationOf(line).sd > 2 * deviationOf(likely).sd);
  assert(covered < 500, `${covered} of 1000 intervals cover`);
});

Deno.test("fitLogLinear() refuses fewer than three depths with fills", () => {
  const curve = intensityCurve(stepsOf([1, 2]), {
    depths: [0.5, 1.5, 5],
    likelihood: "first-order",
  });
  assertThrows(() => fitLogLinear(curve), RangeError, "at least 3: current value is 2");
});
