import {
  certaintyEquivalent,
  policyTable,
  scenario,
  type Strategy,
  timeGrid,
  tradersOf,
} from "@digital-market-maker/lab";
import { depthTable, regret } from "@digital-market-maker/lab/learning";
import { assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";

for (
  const [name, changes] of [
    ["paper", { steps: 40 }],
    ["paper", { riskAversion: 1, steps: 50 }],
    ["readme", { steps: 100, horizon: 100 }],
    ["toxic", { steps: 60, horizon: 60, riskAversion: 0.05 }],
  ] as const
) {
  Deno.test(`regret() in ${name} ${JSON.stringify(changes)} is what a policy is worth less than the optimum, and never below 0`, () => {
    const world = scenario(name, changes);
    const { riskAversion } = world.parameters;
    const all = tradersOf(world, ["as", "saturating", "glft", "stepped", "constant"]);
    for (const [who, trader] of Object.entries(all)) {
      const found = regret(world, trader);
      const worth = certaintyEquivalent(world, trader, { riskAversion }).value;
      const best = certaintyEquivalent(world, all.stepped, { riskAversion }).value;
      assertAlmostEquals(found.regret, best - worth, 1e-9);
      assertGreater(found.regret, -1e-9, who);
      assertAlmostEquals(found.share, worth / best, 1e-12);
      assertEquals(regret(world, trader.strategy), found);
      assertEquals(regret(world, policyTable(world, trader)).share > 1 + 1e-9, false);
    }
    assertAlmostEquals(regret(world, "as").regret, regret(world, all.as).regret, 0);
    assertEquals(regret(world, "as", { optimum: 1e6 }).optimum, 1e6);
  });
}

/** A policy's depths as rows of a table, from −Q to Q. */
function rows({ quote }: Strategy, world: ReturnType<typeof scenario>, most: number) {
  const { grid: { steps, dt, horizon }, parameters: { orderSize } } = world;
  const of = (side: "bidDepth" | "askDepth") =>
    Array.from(
      { length: steps },
      (_, n) =>
        Float64Array.from({ length: 2 * most + 1 }, (_, i) =>
          quote({
            time: n * dt,
            timeLeft: horizon - n * dt,
            midPrice: NaN,
            inventory: (i - most) * orderSize,
          })[side]),
    );
  return { bidDepth: of("bidDepth"), askDepth: of("askDepth") };
}

Deno.test("depthTable() of a policy's own depths is worth what the policy is", () => {
  for (const orderSize of [1, 0.1]) {
    const world = scenario("readme", { steps: 30, horizon: 30, orderSize, limit: 3 * orderSize });
    const { grid, traders: { as } } = world;
    const most = 4;
    const copy = depthTable({ grid, orderSize, ...rows(as.strategy, world, most) });
    assertEquals(regret(world, copy).certaintyEquivalent, regret(world, "as").certaintyEquivalent);
  }
});

Deno.test("depthTable() refuses tables that do not fit, and quotes no side that leads beyond its inventories", () => {
  const { grid } = scenario("paper", { steps: 2 });
  const row = [1, 1, 1];
  const build = (bidDepth: number[][], askDepth: number[][] = [row, row]) =>
    depthTable({ grid, bidDepth, askDepth });
  assertThrows(() => build([row]), TypeError, "rows of bidDepth");
  assertThrows(() => build([[1, 1], [1, 1]]), TypeError, "odd");
  assertThrows(() => build([row, row], [row, [1]]), TypeError, "askDepth");
  assertThrows(() => build([row, [1, NaN, 1]]), RangeError, "bidDepth");
  assertThrows(() => build([]), TypeError, "odd");
  const { quote } = build([row, row]);
  const at = (inventory: number) => quote({ time: 0, timeLeft: 1, midPrice: 100, inventory });
  assertEquals(at(2), { bidDepth: Infinity, askDepth: 1 });
  assertEquals(at(-2), { bidDepth: 1, askDepth: Infinity });
  const flat = { time: 0, timeLeft: 1, midPrice: 100, inventory: 0 };
  for (
    const change of [
      ...[NaN, -1, 0, 0.3, 2, undefined].map((timeLeft) => ({ timeLeft })),
      ...[NaN, 0.4, Infinity, undefined].map((inventory) => ({ inventory })),
    ]
  ) {
    assertThrows(() => quote({ ...flat, ...change } as typeof flat), Error, "Cannot quote");
  }
});

Deno.test("depthTable() is asked on its own clock alone", () => {
  const row = [1, 1, 1];
  const table = (steps: number, horizon: number) =>
    depthTable({
      grid: timeGrid({ horizon, steps }),
      bidDepth: Array(steps).fill(row),
      askDepth: Array(steps).fill(row),
    });
  const world = scenario("paper", { steps: 10 });
  assertGreater(regret(world, table(10, 1)).regret, 0);
  for (const [steps, horizon] of [[5, 1], [7, 1], [10, 0.5], [10, 1.3]]) {
    assertThrows(
      () => regret(world, table(steps, horizon)),
      RangeError,
      "timeLeft must be T − n·dt",
    );
  }
});

Deno.test("regret() has no share of an optimum that is nothing", () => {
  assertEquals(regret(scenario("paper", { steps: 10 }), "as", { optimum: 0 }).share, NaN);
});
