import { fitIntensity, stepReaches, streams } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertLess } from "@std/assert";
import { suspiciousReaches } from "../../lib/calibration/reach_influence.ts";
import { stepsOf, truthOrders, truthTape } from "./samples.ts";
import { reachInfluence } from "../../lib/calibration/reach_influence.ts";

const truth = { scale: 0.9, decay: 1.5, volatility: 1.5, dt: 1, steps: 300 };
const laws = ["first-order", "exact", "counting"] as const;

function sampleOf(law: typeof laws[number], path: number) {
  const random = streams("influence");
  return law === "counting"
    ? truthOrders(truth, random("orders", path))
    : stepReaches(truthTape(truth, law, random, path));
}

Deno.test("reachInfluence() is the fit without the largest reaches", () => {
  const found = reachInfluence(stepsOf([1, 9, 2, -Infinity, 5]), { likelihood: "first-order" });
  assertEquals(found.map(({ without, reach }) => [without, reach]), [[1, 9], [2, 5]]);
  const rest = fitIntensity(stepsOf([1, 2, -Infinity, 5]), { likelihood: "first-order" });
  assertEquals([found[0].scale, found[0].decay], [rest.scale.value, rest.decay.value]);
  const before = fitIntensity(stepsOf([1, 9, 2, -Infinity, 5]), { likelihood: "first-order" });
  const shift = (rest.decay.value - before.decay.value) / rest.decay.standardError;
  assertAlmostEquals(found[0].shift, shift, 1e-12);
});

Deno.test("reachInfluence() finds one to three reaches that are ten times too far, under every law", () => {
  for (const law of laws) {
    for (const mistakes of [1, 2, 3]) {
      const sample = sampleOf(law, mistakes);
      const reaches = sample.reaches.slice();
      const far = [...reaches.keys()].filter((i) => reaches[i] > 0.2).slice(5, 5 + mistakes);
      far.forEach((i, j) => reaches[i] = 900 + j);
      const spoilt = { ...sample, reaches };
      assertLess(fitIntensity(spoilt, { likelihood: law }).decay.value, 0.5);
      const found = reachInfluence(spoilt, { likelihood: law });
      assert(found.slice(0, mistakes).every(({ shift }) => shift > 2), JSON.stringify(found));
      const { decay } = found[mistakes - 1];
      assertAlmostEquals(decay, truth.decay, 0.4);
      assertEquals(suspiciousReaches(found).length, mistakes);
    }
  }
});

Deno.test("reachInfluence() raises no alarm in a sample that follows its law", () => {
  for (const law of laws) {
    let alarms = 0;
    for (let path = 0; path < 300; path++) {
      alarms += suspiciousReaches(reachInfluence(sampleOf(law, path), { likelihood: law })).length;
    }
    // Less than one in a hundred: 300 samples give 3, and 5 standard errors more are 11.
    assertLess(alarms, 12);
  }
});
