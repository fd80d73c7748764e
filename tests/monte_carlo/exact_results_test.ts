import {
  exactMoments,
  type Scenario,
  scenario,
  type ScenarioName,
  type ScenarioParameters,
  simulate,
} from "@digital-market-maker/lab";
import { assertAlmostEquals, assertThrows } from "@std/assert";
import { presets } from "../../lib/scenario/parameters.ts";
import { assertDeviationWithinStandardErrors, assertWithinStandardErrors } from "../statistics.ts";

/** Enough that a scale A off by 3 % moves AS's mean by ten standard errors, σ off by 3 % its deviation by six. */
const PATHS = 20_000;
const SEEDS = Object.fromEntries(Object.keys(presets).map((name, i) => [name, i + 1]));
const KEYS = ["naive", "as"] as const;

/** Simulated means and deviations of a market lie within four standard errors of a scenario's exact ones. */
function assertAgrees(simulated: Scenario, promised: Scenario, seed: number): void {
  const { traders } = simulate({ ...simulated, paths: PATHS, seed });
  for (const key of KEYS) {
    const { mean, sd, finalInventory, expected } = exactMoments(promised, key);
    const { profit, finalInventory: q, takerUnits, takerTrades } = traders[key].finals;
    const what = (measure: string) => ({ z: 4, what: `${key}'s ${measure}` });
    assertWithinStandardErrors(profit, mean, what("mean profit"));
    assertDeviationWithinStandardErrors(profit, sd, what("deviation of profit"));
    assertWithinStandardErrors(q, finalInventory.mean, what("mean final inventory"));
    assertDeviationWithinStandardErrors(q, finalInventory.sd, what("deviation of final inventory"));
    assertWithinStandardErrors(takerUnits, expected.takerUnits, what("units crossed"));
    assertWithinStandardErrors(takerTrades, expected.takerTrades, what("taker trades"));
  }
}

for (const [name, seed] of Object.entries(SEEDS) as [ScenarioName, number][]) {
  Deno.test(`simulate() of \`${name}\` lies within four standard errors of the exact moments`, () => {
    assertAgrees(scenario(name), scenario(name), seed);
  });
}

const wrong: readonly (readonly [ScenarioName, string, Partial<ScenarioParameters>])[] = [
  ["readme", "σ off by 3 %", { volatility: 1.545 }],
  ["readme", "A off by 3 %", { scale: 0.927 }],
  ["readme", "exact fills", { fills: "exact" }],
  ["readme", "no rebate", { rebate: 0 }],
  ["readme", "a limit of 6", { limit: 6 }],
  ["readme", "flattening instead of crossing one", { breach: "flatten" }],
  ["toxic", "a drift of 0.02 for 0.03", { drift: 0.02 }],
  ["toxic", "a bias of 4 % for 5 %", { flowBias: 0.04 }],
  ["gbm", "arithmetic prices", { price: "arithmetic", volatility: 40 }],
];
for (const [name, what, changes] of wrong) {
  Deno.test(`simulate() of \`${name}\` is told from a version with ${what}`, () => {
    assertThrows(() => assertAgrees(scenario(name, changes), scenario(name), SEEDS[name]));
  });
}

Deno.test("simulate() agrees with the exact moments under every rule of the limit", () => {
  for (const breach of ["cross-one", "flatten", "none"] as const) {
    const rule = scenario("paper", {
      breach,
      limit: 3,
      crossingCost: 0.1,
      fee: 0.0005,
      rebate: 0.0002,
    });
    assertAgrees(rule, rule, 5);
  }
});

Deno.test("simulate() agrees with the exact moments for orders of 0.1 and a limit of 0.3", () => {
  const small = scenario("paper", {
    orderSize: 0.1,
    limit: 0.3,
    breach: "cross-one",
    riskAversion: 1,
  });
  assertAgrees(small, small, 6);
});

Deno.test("exactMoments() of `readme` are 227.45 ± 355.65 for Naive and 223.04 ± 88.58 for AS", () => {
  for (const [key, mean, sd] of [["naive", 227.45, 355.65], ["as", 223.04, 88.58]] as const) {
    const exact = exactMoments(scenario("readme"), key);
    assertAlmostEquals(exact.mean, mean, 5e-3);
    assertAlmostEquals(exact.sd, sd, 5e-3);
  }
});
