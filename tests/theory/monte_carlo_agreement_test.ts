import { assertGreater } from "@std/assert";
import { simulate } from "../../lib/monte_carlo/simulate.ts";
import type { ScenarioName, ScenarioParameters } from "../../lib/scenario/parameters.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import { exactMoments } from "../../lib/theory/exact_moments.ts";
import {
  assertDeviationWithinStandardErrors,
  assertWithinStandardErrors,
  deviationOf,
} from "../statistics.ts";

const cases: readonly (readonly [ScenarioName, Partial<ScenarioParameters>])[] = [
  ["paper", {}],
  ["paper", { fills: "exact", riskAversion: 0.5 }],
  ["readme", {}],
  ["readme", { breach: "flatten", limit: 3 }],
  ["readme", { breach: "none", orderSize: 2 }],
  ["readme", { orderSize: 2, limit: 6 }],
  ["readme", { breach: "flatten", orderSize: 0.5, limit: 2 }],
  ["toxic", {}],
  ["readme", { price: "ornstein-uhlenbeck", pull: 0.05, meanLevel: 110, breach: "flatten" }],
  ["paper", { price: "ornstein-uhlenbeck", pull: 2, steps: 100 }],
  ["gbm", {}],
  ["gbm", { breach: "flatten", drift: 0.5 }],
];
const paths = 10_000;

for (const [name, changes] of cases) {
  Deno.test(`exactMoments() of ${name} ${JSON.stringify(changes)} is what Monte Carlo finds`, () => {
    const chosen = scenario(name, changes);
    const run = simulate({ ...chosen, paths, seed: "exact moments" });
    for (const key of ["naive", "as"] as const) {
      const exact = exactMoments(chosen, key);
      const { profit, finalInventory, takerUnits, takerTrades } = run.traders[key].finals;
      const what = `${key} in ${name}`;
      assertWithinStandardErrors(profit, exact.mean, { what });
      assertDeviationWithinStandardErrors(profit, exact.sd, { what });
      assertWithinStandardErrors(finalInventory, exact.finalInventory.mean, { what });
      assertDeviationWithinStandardErrors(finalInventory, exact.finalInventory.sd, { what });
      assertWithinStandardErrors(takerUnits, exact.expected.takerUnits, { what });
      assertWithinStandardErrors(takerTrades, exact.expected.takerTrades, { what });
      // A deviation a tenth too large would be seen.
      const { sd, standardError } = deviationOf(profit);
      assertGreater(Math.abs(1.1 * exact.sd - sd), 5 * standardError);
    }
  });
}
