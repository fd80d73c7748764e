import { assertAlmostEquals, assertGreater } from "@std/assert";
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
  ["paper", { timeLeft: "saturating", endPenalty: 0.5 }],
  ["paper", { scale: { bid: 120, ask: 150 }, decay: { bid: 1.5, ask: 2 }, steps: 100 }],
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

for (const breach of ["cross-one", "flatten"] as const) {
  for (const [orderSize, limit] of [[1, 1], [2, 6], [0.5, 1.3], [0.1, 0.3], [3, 2]] as const) {
    Deno.test(`taker units and trades with orders of ${orderSize}, limit ${limit}, ${breach}: exact and simulated are the same things`, () => {
      const setting = scenario("readme", { breach, orderSize, limit, horizon: 100, steps: 100 });
      const run = simulate({ ...setting, paths: 4000, seed: "takers" });
      const { expected } = exactMoments(setting, "as");
      const { takerUnits, takerTrades } = run.traders.as.finals;
      assertWithinStandardErrors(takerUnits, expected.takerUnits, { what: "units" });
      assertWithinStandardErrors(takerTrades, expected.takerTrades, { what: "trades" });
      // One of the other kind would be seen: units are orders of a size, and flattened ones several.
      const several = expected.takerUnits / expected.takerTrades;
      if (breach === "cross-one") assertAlmostEquals(several, orderSize, 1e-9);
      else assertGreater(several, limit);
    });
  }
}
