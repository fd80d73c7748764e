import { assert, assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";
import { bootstrapIntensity } from "../../lib/calibration/bootstrap_intensity.ts";
import { censor } from "../../lib/calibration/censor.ts";
import { fitIntensity } from "../../lib/calibration/fit_intensity.ts";
import { logLikelihood, maximum } from "../../lib/calibration/intensity_likelihood.ts";
import { intensityProfile } from "../../lib/calibration/intensity_profile.ts";
import { orderReaches, stepReaches } from "../../lib/calibration/reach_sample.ts";
import { tallied } from "../../lib/calibration/reach_tally.ts";
import { streams } from "../../lib/random/streams.ts";
import { stepsOf, truthOrders, truthTape } from "./samples.ts";

const truth = { scale: 0.9, decay: 1.5, volatility: 1.5, dt: 0.5, steps: 400 };

/** One sample for each law. */
const samples = (["first-order", "exact", "counting"] as const).map((law, path) => {
  const random = streams("fit");
  const sample = law === "counting"
    ? truthOrders(truth, random("orders", path))
    : stepReaches(truthTape(truth, law, random, path));
  return { law, sample };
});

Deno.test("fitIntensity() by hand: three of four steps reached 1, 2 and 3 beyond nothing", () => {
  const sample = stepsOf([1, 2, 3, -Infinity], 0.5);
  const { scale, decay, beyond, count } = fitIntensity(sample, { likelihood: "first-order" });
  assertEquals({ beyond, count }, { beyond: 3, count: 4 });
  assertAlmostEquals(decay.value, 3 / 6, 1e-15);
  assertAlmostEquals(decay.standardError, 0.5 / Math.sqrt(3), 1e-15);
  assertAlmostEquals(scale.value, 3 / 4 / 0.5, 1e-15);
  assertAlmostEquals(scale.standardError, scale.value * Math.sqrt(0.25 / 3), 1e-15);
});

Deno.test("fitIntensity() by hand: two orders in four seconds, 1 and 3 beyond the threshold", () => {
  const sample = { ...stepsOf([2, 4, 0.5]), per: "orders" as const, time: 4 };
  const { scale, decay, likelihood } = fitIntensity(sample, { threshold: 1 });
  assertEquals(likelihood, "counting");
  assertAlmostEquals(decay.value, 2 / 4, 1e-15);
  assertAlmostEquals(scale.value, 2 / 4 * Math.exp(0.5), 1e-14);
});

Deno.test("fitIntensity() counts from the threshold even where every order is beyond it", () => {
  const orders = (reaches: readonly number[]) => ({
    ...stepsOf(reaches),
    per: "orders" as const,
    time: 10,
  });
  const three = fitIntensity(orders([1, 2, 3]));
  assertAlmostEquals(three.decay.value, 0.5, 1e-15);
  assertAlmostEquals(three.scale.value, 0.3, 1e-15);
  assertAlmostEquals(fitIntensity(orders([2, 2, 2])).decay.value, 0.5, 1e-15);
  // In closed form for any threshold: k = m/Σ(x − c), A = m/T·e^{kc}.
  for (const threshold of [-3, -0.5, 0, 0.9]) {
    const { scale, decay } = fitIntensity(orders([1, 2, 3]), { threshold });
    const k = 3 / (6 - 3 * threshold);
    assertAlmostEquals(decay.value, k, 1e-14);
    assertAlmostEquals(scale.value, 0.3 * Math.exp(k * threshold), 1e-14);
  }
  // Memoryless: what lies below the threshold changes nothing beyond it.
  const { scale, decay } = fitIntensity(orders([0.2, 0.4, 1, 2, 3]), { threshold: 0.5 });
  const alone = fitIntensity(orders([1, 2, 3]), { threshold: 0.5 });
  assertEquals([scale.value, decay.value], [alone.scale.value, alone.decay.value]);
});

Deno.test("fitIntensity() stands at the top of the likelihood, whose curvature is its standard error", () => {
  for (const { law, sample } of samples) {
    for (const threshold of [0, 0.3]) {
      const censored = censor(tallied(sample), law, threshold);
      const at = logLikelihood(law, censored);
      const fit = fitIntensity(sample, { likelihood: law, threshold });
      const [a, k] = [Math.log(fit.scale.value), fit.decay.value];
      const f = (x: number, y: number) => at(Math.exp(a + x), k + y);
      assertAlmostEquals(f(0, 0), fit.logLikelihood, 1e-9);
      const h = 1e-4;
      assertAlmostEquals((f(h, 0) - f(-h, 0)) / (2 * h), 0, 1e-3);
      assertAlmostEquals((f(0, h) - f(0, -h)) / (2 * h), 0, 1e-3);
      const aa = -(f(h, 0) - 2 * f(0, 0) + f(-h, 0)) / (h * h);
      const kk = -(f(0, h) - 2 * f(0, 0) + f(0, -h)) / (h * h);
      const ak = -(f(h, h) - f(h, -h) - f(-h, h) + f(-h, -h)) / (4 * h * h);
      const { scaleVariance, decayVariance, covariance } = maximum(law, censored);
      const determinant = aa * kk - ak * ak;
      assertAlmostEquals(scaleVariance / (kk / determinant), 1, 1e-3);
      assertAlmostEquals(decayVariance / (aa / determinant), 1, 1e-3);
      assertAlmostEquals(covariance, -ak / determinant, 1e-3 * kk / determinant);
    }
  }
});

Deno.test("fitIntensity() scales with the units of time and price", () => {
  for (const { law, sample } of samples) {
    const fit = fitIntensity(sample, { likelihood: law, threshold: 0.2 });
    const slower = { ...sample, dt: sample.dt * 60, time: sample.time * 60 };
    const bySecond = fitIntensity(slower, { likelihood: law, threshold: 0.2 });
    assertAlmostEquals(bySecond.scale.value * 60, fit.scale.value, 1e-9);
    assertAlmostEquals(bySecond.decay.value, fit.decay.value, 1e-9);
    const cents = { ...sample, reaches: sample.reaches.map((reach) => 100 * reach) };
    const inCents = fitIntensity(cents, { likelihood: law, threshold: 20 });
    assertAlmostEquals(inCents.scale.value, fit.scale.value, 1e-9);
    assertAlmostEquals(inCents.decay.value * 100, fit.decay.value, 1e-9);
  }
});

Deno.test("fitIntensity() of the exact law needs no threshold", () => {
  const { sample } = samples[1];
  const wide = fitIntensity(sample, { threshold: -1e6 });
  const narrow = fitIntensity(sample, { threshold: -20 });
  assertEquals(wide.beyond, wide.count);
  assertAlmostEquals(wide.scale.value, narrow.scale.value, 1e-9);
  assertAlmostEquals(wide.decay.standardError, narrow.decay.standardError, 1e-9);
});

Deno.test("fitIntensity() leaves clamped exposures out", () => {
  const certain = { ...truth, scale: 10 };
  const sample = stepReaches(truthTape(certain, "first-order", streams("clamped")));
  const { threshold, beyond, count, scale, decay } = fitIntensity(sample, {
    likelihood: "first-order",
  });
  // Fills are certain up to ln(A·dt)/k.
  assert(threshold > Math.log(5) / 1.5, `threshold ${threshold}`);
  assertEquals({ beyond, count }, { beyond: 760, count: 800 });
  assertAlmostEquals(scale.value, 10, 4 * scale.standardError);
  assertAlmostEquals(decay.value, 1.5, 4 * decay.standardError);
});

Deno.test("fitIntensity() refuses what cannot be fitted", () => {
  const cases: readonly (readonly [() => unknown, string])[] = [
    [() => fitIntensity(stepsOf([])), "number of reaches beyond 0 must be at least 2"],
    [() => fitIntensity(stepsOf([1, -1, -2])), "must be at least 2: current value is 1"],
    [() => fitIntensity(stepsOf([2, 2, 2])), "the reaches must be not all the same"],
    [() => fitIntensity(stepsOf([Infinity, 2, -1])), "must be finite: current value is Infinity"],
    [() => fitIntensity(stepsOf([1, 2]), { threshold: NaN }), "threshold must be a finite number"],
    [() => fitIntensity(stepsOf([1, 2, 0]), { confidence: 1 }), "confidence must be above 0"],
  ];
  for (const [act, message] of cases) assertThrows(act, RangeError, message);
  assertThrows(
    () => fitIntensity(stepsOf([1, 2]), { likelihood: "counting" }),
    TypeError,
    "likelihood of steps must be one of first-order, exact",
  );
});

Deno.test("intensityProfile() tops at the fit and falls as the standard error promises", () => {
  for (const { law, sample } of samples) {
    const fit = fitIntensity(sample, { likelihood: law, threshold: 0.2 });
    for (const parameter of ["scale", "decay"] as const) {
      const profile = intensityProfile(sample, fit, { parameter, points: 9, width: 2 });
      assertAlmostEquals(profile[4].value, fit[parameter].value, 1e-12);
      assertAlmostEquals(profile[4].drop, 0, 1e-6);
      profile.forEach(({ drop }, i) => {
        const z = i / 2 - 2;
        assertAlmostEquals(drop, -z * z / 2, 0.4);
      });
    }
  }
});

Deno.test("bootstrapIntensity() keeps a step's two sides together and sees dependence between steps", () => {
  // Each reach stands four times in a row, so there is a quarter of the news.
  const { sample } = samples[1];
  const reaches = sample.reaches.map((_, i) => sample.reaches[i - i % 4]);
  const repeated = { ...sample, reaches };
  const fit = fitIntensity(repeated);
  const random = streams("dependence");
  const again = (block: number) =>
    bootstrapIntensity(repeated, { block, replications: 400, random: random("bootstrap", block) });
  assertAlmostEquals(again(1).decay.standardError / fit.decay.standardError, 1, 0.2);
  const ratio = again(20).decay.standardError / fit.decay.standardError;
  assert(ratio > 1.5 && ratio < 2.3, `ratio ${ratio}`);
});

Deno.test("bootstrapIntensity() fits orders too, and gives the same numbers again", () => {
  const { sample } = samples[2];
  const draw = () =>
    bootstrapIntensity(sample, { block: 5, replications: 50, random: streams(1)("bootstrap") });
  const { decay, fitted } = draw();
  assertEquals(draw().decay, decay);
  assertEquals(fitted, 50);
  assertLess(decay.interval[0], decay.interval[1]);
});

Deno.test("orderReaches() needs a replay that kept its orders", () => {
  const tape = truthTape(truth, "exact", streams(1));
  const replay = {
    tape,
    start: 0,
    midFrom: "quotes",
    prints: 0,
    tick: 0,
    halfSpread: null,
  } as const;
  assertThrows(() => orderReaches(replay), TypeError, "must have kept its orders");
});
