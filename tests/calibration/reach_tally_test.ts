import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { censor } from "../../lib/calibration/censor.ts";
import { fitIntensity } from "../../lib/calibration/fit_intensity.ts";
import { logLikelihood } from "../../lib/calibration/intensity_likelihood.ts";
import { placesIn, tallied } from "../../lib/calibration/reach_tally.ts";
import { streams } from "../../lib/random/streams.ts";
import { stepsOf } from "./samples.ts";

/** Exponential reaches, on a grid of ticks or on none, some of them silent. */
function drawn(count: number, tick: number, path: number) {
  const random = streams("tally")("reaches", path);
  return Array.from({ length: count }, () => {
    if (random.uniform() < 0.2) return -Infinity;
    const reach = -Math.log(1 - random.uniform()) - 0.49;
    return tick > 0 ? tick * Math.round(reach / tick) + 0 : reach;
  });
}

Deno.test("a tally holds every reach as often as it was seen", () => {
  for (const [count, tick] of [[0, 1], [1, 1], [2, 0], [500, 0.1], [500, 0], [2000, 0.5]]) {
    const reaches = drawn(count, tick, count);
    const { tally } = tallied(stepsOf(reaches));
    const counts = new Map<number, number>();
    for (const reach of reaches) counts.set(reach, (counts.get(reach) ?? 0) + 1);
    const expected = [...counts].sort(([a], [b]) => a < b ? -1 : 1);
    assertEquals([...tally.values].map((value, i) => [value, tally.times[i]]), expected);
    const places = placesIn(tally, Float64Array.from(reaches));
    assertEquals([...places].map((place) => tally.values[place]), reaches);
  }
});

Deno.test("the likelihood of a tally is that of its reaches one by one", () => {
  for (const tick of [0, 0.05, 0.5]) {
    for (const threshold of [-1, 0, 0.3]) {
      const reaches = drawn(3000, tick, 1);
      const at = logLikelihood("exact", censor(tallied(stepsOf(reaches, 0.5)), "exact", threshold));
      for (const [scale, decay] of [[0.5, 0.7], [1, 1], [2, 1.5]]) {
        // Gumbel's law, reach by reach: P(R < x) = exp(−A·dt·e^{−kx}).
        const expected = (x: number) => scale * 0.5 * Math.exp(-decay * x);
        const sum = reaches.reduce(
          (sum, x) =>
            sum +
            (x > threshold ? Math.log(decay * expected(x)) - expected(x) : -expected(threshold)),
          0,
        );
        assertAlmostEquals(at(scale, decay) / sum, 1, 1e-12);
      }
    }
  }
});

Deno.test("a sample with a reach that is no number is refused", () => {
  assertThrows(() => fitIntensity(stepsOf([1, NaN, 2])), RangeError, "reaches must be numbers");
});
