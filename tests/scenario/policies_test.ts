import { assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { comparePolicies, policies, type PolicyName } from "../../lib/scenario/policies.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import type { ScenarioParameters } from "../../lib/scenario/parameters.ts";

const worth = (changes: Partial<ScenarioParameters>, name: "paper" | "readme" = "paper") => {
  const rows = comparePolicies(scenario(name, changes));
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
  Deno.test(`comparePolicies() ranks the optima first in paper with ${JSON.stringify(changes)}`, () => {
    const { stepped, ...others } = worth(changes);
    better("optimal", others);
    assertGreater(stepped, others.optimal);
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
  Deno.test(`comparePolicies() has the optimum in steps first, and not the continuous one, in ${what}`, () => {
    const values = worth(changes, name);
    better("stepped", values);
    const { stepped: _, optimal, ...others } = values;
    assertGreater(Math.max(...Object.values(others)), optimal);
  });
}

Deno.test("comparePolicies() shows what AS leaves on the table, and horizon rules in their order", () => {
  const { optimal, asymptotic, closedForm, clock, constant, carteaJaimungal } = worth({});
  assertGreater(optimal - clock, 2);
  assertGreater(clock - constant, 3);
  assertAlmostEquals(asymptotic, closedForm, 0.01);
  assertAlmostEquals(carteaJaimungal, optimal, 0.1);
});

Deno.test("policies() hold the scenario's limit, or the inventory asked for", () => {
  const { optimal } = policies(scenario("readme"));
  const situation = { time: 0, timeLeft: 9, midPrice: NaN, inventory: 5 };
  assertEquals(optimal.strategy.quote(situation).bidDepth, Infinity);
  assertEquals(optimal.execution.breach, "cross-one");
  const wider = policies(scenario("readme"), { maxInventory: 8 }).optimal.strategy;
  assertEquals(Number.isFinite(wider.quote(situation).bidDepth), true);
  assertThrows(
    () => policies(scenario("gbm")),
    TypeError,
    "price must be a process whose steps are",
  );
});
