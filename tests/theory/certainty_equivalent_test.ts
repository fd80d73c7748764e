import { assert, assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { gueantLehalle } from "../../lib/strategy/gueant_lehalle.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import { certaintyEquivalent } from "../../lib/theory/certainty_equivalent.ts";
import { exactLaw } from "../../lib/theory/exact_law.ts";
import { exactMoments } from "../../lib/theory/exact_moments.ts";
import { optimalValue } from "../../lib/theory/optimal_value.ts";
import { policyTable } from "../../lib/trading/policy_table.ts";
import { everyFill } from "./every_fill.ts";
import { early, parameters, short } from "./short_session.ts";

const lawOf = (name: "paper" | "readme" | "toxic", key: "naive" | "as") => {
  const setting = scenario(name);
  return { setting, law: exactLaw(setting, key) };
};

Deno.test("certaintyEquivalent() of a short session is that of the sum of normal laws", () => {
  const parts = everyFill({ table: policyTable(short, early), ...parameters });
  for (const riskAversion of [0.01, 0.5, 3]) {
    const { value, lostWeight } = certaintyEquivalent(short, early, { riskAversion });
    const weight = parts.reduce(
      (sum, { weight, mean, variance }) =>
        sum + weight * Math.exp(-riskAversion * mean + riskAversion ** 2 * variance / 2),
      0,
    );
    assertAlmostEquals(value, -Math.log(weight) / riskAversion, 1e-12 * (1 + 1 / riskAversion));
    assertEquals(lostWeight, 0);
  }
});

Deno.test("certaintyEquivalent() is mean less γ/2 variance to the first order, and the mean at 0", () => {
  const { setting, law } = lawOf("readme", "as");
  const { mean, sd } = law.moments;
  const worth = (riskAversion: number) =>
    certaintyEquivalent(setting, "as", { riskAversion }).value;
  assertEquals(worth(0), mean);
  const gamma = 1e-6;
  assertAlmostEquals((mean - worth(gamma)) / gamma, sd * sd / 2, 1e-3 * sd * sd);
});

Deno.test("certaintyEquivalent() and exactLaw() agree: one law, one expected utility", () => {
  const { setting, law } = lawOf("paper", "as");
  const { value } = certaintyEquivalent(setting, "as", { riskAversion: 0.1 });
  const [low, high] = law.range;
  const points = 20_000;
  const h = (high - low) / points;
  let utility = 0;
  for (let i = 1; i < points; i++) {
    const x = low + i * h;
    // Beyond ten deviations the density is rounding, which e^{−γx} would blow up.
    if (Math.abs(x - law.moments.mean) > 10 * law.moments.sd) continue;
    utility += law.density(x) * Math.exp(-0.1 * x) * h;
  }
  assertAlmostEquals(-Math.log(utility) / 0.1, value, 1e-9);
});

Deno.test("certaintyEquivalent() says when it rests on sessions nobody will see, or on a short table", () => {
  const readme = scenario("readme");
  const riskAversion = 0.01;
  const naive = certaintyEquivalent(readme, "naive", { riskAversion, maxLots: 500 });
  assertEquals([naive.lostWeight, naive.rareWeight > 0.999, naive.value < -1e5], [0, true, true]);
  assertGreater(
    certaintyEquivalent(readme, "naive", { riskAversion, maxLots: 269 }).lostWeight,
    0.5,
  );
  // Of its own accord it takes as many inventories as matter.
  assertEquals(certaintyEquivalent(readme, "naive", { riskAversion }), naive);
  assert(certaintyEquivalent(readme, "as", { riskAversion }).rareWeight < 1e-3);
});

Deno.test("certaintyEquivalent() refuses prices and risk aversions it has no value for", () => {
  assertThrows(
    () => certaintyEquivalent(scenario("gbm"), "as", { riskAversion: 1 }),
    TypeError,
    "price must be a process whose steps are known to be normal and the same at every price",
  );
  for (const riskAversion of [-1, NaN, Infinity]) {
    assertThrows(
      () => certaintyEquivalent(short, early, { riskAversion }),
      RangeError,
      "riskAversion must be >= 0 and finite",
    );
  }
});

Deno.test("certaintyEquivalent() gives the mean back to all digits as γ falls to 0, fees and limits included", () => {
  for (const name of ["paper", "readme", "toxic"] as const) {
    const setting = scenario(name);
    for (const trader of ["naive", "as"] as const) {
      const { mean } = exactMoments(setting, trader, { feesAt: "initial" });
      for (const riskAversion of [0, 1e-300, 1e-100, 1e-20, 1e-16]) {
        const { value } = certaintyEquivalent(setting, trader, { riskAversion });
        assertAlmostEquals(value, mean, 1e-12 * Math.abs(mean));
      }
    }
  }
});

Deno.test("certaintyEquivalent() takes penalties off: b·q² at the end as the solver's optimum does, in short steps", () => {
  const endCost = (q: number) => 0.5 * q * q;
  const errors = [2000, 4000].map((steps) => {
    const paper = scenario("paper", { steps, horizon: 0.25 });
    const { parameters, traders: { as } } = paper;
    const options = {
      ...{ riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5, maxInventory: 8 },
      terminalPenalty: endCost,
    };
    const trader = { strategy: gueantLehalle(options), execution: as.execution };
    const { value } = certaintyEquivalent(paper, trader, {
      riskAversion: parameters.riskAversion,
      terminalPenalty: endCost,
      maxLots: 8,
    });
    return value - optimalValue({ ...options, horizon: 0.25 });
  });
  assertAlmostEquals(2 * errors[1] - errors[0], 0, 0.01 * Math.abs(errors[0]));
});
