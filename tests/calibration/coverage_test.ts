import { assert, assertGreater, assertLess } from "@std/assert";
import { bootstrapIntensity } from "../../lib/calibration/bootstrap_intensity.ts";
import { fitIntensity, type IntensityFit } from "../../lib/calibration/fit_intensity.ts";
import { intensityCurve } from "../../lib/calibration/intensity_curve.ts";
import { stepReaches } from "../../lib/calibration/reach_sample.ts";
import { estimateVolatility } from "../../lib/calibration/volatility.ts";
import { streams } from "../../lib/random/streams.ts";
import { type Truth, truthOrders, truthTape } from "./samples.ts";

// A share of 2000 has a standard error of 0.5 %: 93–97 % is four of them to either side.
const replications = 2000;
const covers = ([lower, upper]: readonly [number, number], truth: number) =>
  lower < truth && truth < upper;

/** How often the intervals of A and k cover, in percent. */
function coverage(truth: Truth, fit: (path: number) => IntensityFit) {
  let [scale, decay] = [0, 0];
  for (let path = 0; path < replications; path++) {
    const found = fit(path);
    if (covers(found.scale.interval, truth.scale)) scale++;
    if (covers(found.decay.interval, truth.decay)) decay++;
  }
  return { scale: 100 * scale / replications, decay: 100 * decay / replications };
}

function assertPromised(covered: Readonly<Record<string, number>>) {
  for (const [name, share] of Object.entries(covered)) {
    assert(share >= 93 && share <= 97, `the interval of ${name} covers in ${share} % of tapes`);
  }
}

const readme = { scale: 0.9, decay: 1.5, volatility: 1.5, dt: 1, steps: 150 };
const paper = { scale: 140, decay: 1.5, volatility: 2, dt: 0.005, steps: 150 };
const clamped = { ...readme, scale: 3 };

for (const [name, truth] of Object.entries({ readme, paper, clamped })) {
  for (const likelihood of ["first-order", "exact"] as const) {
    for (const threshold of [0, 0.5]) {
      Deno.test(`fitIntensity() covers A and k as promised: ${name}, ${likelihood}, threshold ${threshold}`, () => {
        const random = streams(`coverage ${name}`);
        assertPromised(coverage(truth, (path) => {
          const sample = stepReaches(truthTape(truth, likelihood, random, path));
          return fitIntensity(sample, { likelihood, threshold });
        }));
      });
    }
  }
}

Deno.test("fitIntensity() covers A and k as promised: counting", () => {
  const random = streams("counting coverage");
  assertPromised(coverage(readme, (path) => {
    const sample = truthOrders(readme, random("orders", path));
    return fitIntensity(sample, { threshold: 0.1 });
  }));
});

Deno.test("fitIntensity() covers rarely where the law is the wrong one, or a reach goes uncensored", () => {
  const random = streams("wrong law");
  const wrongLaw = coverage(readme, (path) => {
    const sample = stepReaches(truthTape(readme, "exact", random, path));
    return fitIntensity(sample, { likelihood: "first-order" });
  });
  assertLess(wrongLaw.scale, 50);
  const uncensored = coverage(readme, (path) => {
    const sample = stepReaches(truthTape(readme, "exact", random, path));
    const reaches = sample.reaches.filter((reach) => reach > 0.5);
    return fitIntensity({ ...sample, reaches }, { threshold: 0.5 });
  });
  assertLess(uncensored.scale, 50);
});

Deno.test("bootstrapIntensity() covers A and k as promised where steps are independent", () => {
  const random = streams("bootstrap coverage");
  const truth = { ...readme, steps: 100 };
  let [scale, decay] = [0, 0];
  const tapes = 1000;
  for (let path = 0; path < tapes; path++) {
    const sample = stepReaches(truthTape(truth, "first-order", random, path));
    const found = bootstrapIntensity(sample, {
      likelihood: "first-order",
      block: 1,
      replications: 99,
      random: random("bootstrap", path),
    });
    if (covers(found.scale.interval, truth.scale)) scale++;
    if (covers(found.decay.interval, truth.decay)) decay++;
  }
  // Percentile intervals of 99 samples are a little narrow by themselves.
  for (const share of [scale / tapes, decay / tapes]) {
    assertGreater(share, 0.91);
    assertLess(share, 0.97);
  }
});

Deno.test("intensityCurve() covers the intensity at each depth as promised", () => {
  const random = streams("curve coverage");
  const depths = [0, 0.5, 1, 2];
  for (const likelihood of ["first-order", "exact"] as const) {
    const hits = depths.map(() => 0);
    for (let path = 0; path < replications; path++) {
      const sample = stepReaches(truthTape(readme, likelihood, random, path));
      intensityCurve(sample, { depths, likelihood }).forEach(({ depth, interval }, i) => {
        if (covers(interval, readme.scale * Math.exp(-readme.decay * depth))) hits[i]++;
      });
    }
    assertPromised(Object.fromEntries(hits.map((n, i) => [depths[i], 100 * n / replications])));
  }
});

Deno.test("estimateVolatility() covers σ as promised, at one step and over overlapping windows", () => {
  const random = streams("volatility coverage");
  const truth = { ...readme, steps: 300 };
  for (const lag of [1, 3, 10]) {
    let hits = 0;
    for (let path = 0; path < replications; path++) {
      const { midPrice } = truthTape(truth, "exact", random, path);
      if (covers(estimateVolatility(midPrice, { dt: 1, lag }).interval, truth.volatility)) hits++;
    }
    assertPromised({ [`σ over ${lag} steps`]: 100 * hits / replications });
  }
});
