import {
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertGreaterOrEqual,
  assertThrows,
} from "@std/assert";
import { exactMoments } from "../../lib/theory/exact_moments.ts";
import { policies } from "../../lib/scenario/policies.ts";
import type { PolicyName } from "../../lib/scenario/policy_builders.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import type { ScenarioParameters } from "../../lib/scenario/parameters.ts";
import { policyRows } from "./policy_rows.ts";

const worth = (
  changes: Partial<ScenarioParameters>,
  name: "paper" | "readme" | "toxic" = "paper",
) => {
  const rows = policyRows(scenario(name, changes));
  const entries = rows.map(({ policy, certaintyEquivalent }) => [policy, certaintyEquivalent]);
  return Object.fromEntries(entries) as Record<PolicyName, number>;
};

const better = (name: string, values: Record<string, number>) => {
  const { [name]: best, ...others } = values;
  for (const [other, value] of Object.entries(others)) assertGreater(best, value, other);
};

for (
  const changes of [
    {},
    { riskAversion: 0.01 },
    { riskAversion: 1 },
    { volatility: 4 },
    { decay: 0.5 },
    { steps: 400 },
  ]
) {
  Deno.test(`policies() ranks the optima first in paper with ${JSON.stringify(changes)}`, () => {
    const { stepped, saturating, ...others } = worth(changes);
    better("glft", others);
    assertGreater(stepped, others.glft);
    // In steps, AS with a saturating horizon can be a little ahead of continuous time's optimum.
    assertGreater(stepped, saturating);
    assertGreater(saturating, others.clock);
  });
}

// Where steps are long, or fills thin out within a step, the optimum of continuous time is not the engine's.
for (
  const [name, changes] of [
    ["paper", { steps: 50 }],
    ["paper", { fills: "exact" }],
    ["readme", {}],
    ["readme", { rebate: 0, fee: 0 }],
  ] as const
) {
  const what = `${name} with ${JSON.stringify(changes)}`;
  Deno.test(`policies() has the optimum in steps first, and not the continuous one, in ${what}`, () => {
    const values = worth(changes, name);
    better("stepped", values);
    const { stepped: _, glft, ...others } = values;
    assertGreater(Math.max(...Object.values(others)), glft);
  });
}

Deno.test("policies() shows what AS leaves on the table, and horizon rules in their order", () => {
  const { glft, asymptotic, closedForm, clock, constant, cj } = worth({});
  assertGreater(glft - clock, 2);
  assertGreater(clock - constant, 3);
  assertAlmostEquals(asymptotic, closedForm, 0.01);
  assertAlmostEquals(cj, glft, 0.1);
});

for (
  const [name, changes] of [
    ["readme", { riskAversion: 1 }],
    ["readme", { riskAversion: 1e-9 }],
    ["readme", {
      steps: 200,
      riskAversion: 0.5,
      breach: "none",
      limit: Infinity,
      halfSpread: 0.54,
    }],
    ["readme", { breach: "flatten", fills: "exact", orderSize: 2 }],
    ["readme", { breach: "flatten", scale: 4, crossingCost: 1 }],
    ["readme", { rebate: -0.001, fee: 0.01, orderSize: 3, limit: 10 }],
    ["toxic", {}],
    ["toxic", { flowBias: -0.9, limit: 40, steps: 100 }],
    ["paper", { drift: 5, flowBias: 0.5, minimumDepth: 0.3 }],
  ] as const
) {
  const what = `${name} with ${JSON.stringify(changes)}`;
  Deno.test(`policies() has nobody worth more than the optimum in steps in ${what}`, () => {
    const { stepped, ...others } = worth(changes, name);
    for (const [other, value] of Object.entries(others)) {
      assertGreaterOrEqual(stepped + 1e-9, value ?? -Infinity, other);
    }
  });
}

/** A scenario retold with c small units for every one of its own. */
const retold = (
  p: ScenarioParameters<number>,
  c: number,
): Partial<ScenarioParameters<number>> => ({
  initialPrice: p.initialPrice / c,
  volatility: p.volatility / c,
  drift: p.drift / c,
  decay: p.decay * c,
  endPenalty: p.endPenalty / c ** 2,
  halfSpread: p.halfSpread === null ? null : p.halfSpread / c,
  limit: p.limit * c,
  crossingCost: p.crossingCost / c,
  minimumDepth: p.minimumDepth / c,
  orderSize: p.orderSize * c,
});

for (const name of ["paper", "readme", "toxic"] as const) {
  Deno.test(`policies() in ${name} does not care in which unit quantity is counted`, () => {
    const { parameters } = scenario(name, { steps: 60 });
    const plain = policyRows(scenario(name, { steps: 60 }));
    for (const c of [0.1, 10, 1000]) {
      const rows = policyRows(scenario(name, { steps: 60, ...retold(parameters, c) }));
      rows.forEach((row, i) => {
        for (const key of ["mean", "sd", "certaintyEquivalent"] as const) {
          assertAlmostEquals(row[key]!, plain[i][key]!, 1e-9 * (1 + Math.abs(plain[i][key]!)));
        }
        assertAlmostEquals(row.finalInventorySd / c, plain[i].finalInventorySd, 1e-9);
      });
    }
  });
}

Deno.test("exactMoments() of paper by orders of 0.1 units is the published market retold: 64.8925", () => {
  const paper = scenario("paper", {
    orderSize: 0.1,
    initialPrice: 1000,
    volatility: 20,
    decay: 0.15,
  });
  assertAlmostEquals(exactMoments(paper, "as").mean, 64.8925, 5e-5);
});

Deno.test("policies() hold the scenario's limit, or the inventory asked for", () => {
  const { glft } = policies(scenario("readme"));
  const situation = { time: 0, timeLeft: 9, midPrice: NaN, inventory: 5 };
  assertEquals(glft.strategy.quote(situation).bidDepth, Infinity);
  assertEquals(glft.execution.breach, "cross-one");
  const wider = policies(scenario("readme"), { maxInventory: 8 }).glft.strategy;
  assertEquals(Number.isFinite(wider.quote(situation).bidDepth), true);
  assertThrows(
    () => policies(scenario("gbm")),
    TypeError,
    "price must be a process whose steps are",
  );
});
