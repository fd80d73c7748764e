import { assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";
import { scenario } from "../../lib/scenario/scenario.ts";
import { exactMoments } from "../../lib/theory/exact_moments.ts";
import { execution } from "../../lib/trading/execution.ts";
import { policyTable } from "../../lib/trading/policy_table.ts";

Deno.test("exactMoments() refuses a table too small, as what is left is no answer", () => {
  const paper = scenario("paper");
  assertThrows(
    () => exactMoments(paper, "naive", { maxLots: 8 }),
    RangeError,
    "Cannot take exactMoments of Naive as the probability of inventories beyond 8 orders must be below 1e-9",
  );
  assertThrows(() => exactMoments(paper, policyTable(paper, "naive", { maxLots: 8 })), RangeError);
  const { lostProbability } = exactMoments(paper, "naive").truncation;
  assertEquals(lostProbability < 1e-50, true);
});

for (const flowBias of [0.9, 1, -0.5]) {
  for (const name of ["paper", "readme"] as const) {
    Deno.test(`exactMoments() takes in all that one-sided flow leaves us with: ${name}, bias ${flowBias}`, () => {
      const setting = scenario(name, { flowBias, halfSpread: 0.65 });
      const { mean, sd, truncation, finalInventory } = exactMoments(setting, "naive");
      assertLess(truncation.lostProbability, 1e-9);
      const every = exactMoments(setting, "naive", { maxLots: setting.grid.steps });
      assertAlmostEquals(mean, every.mean, 1e-9 * Math.abs(every.mean));
      assertAlmostEquals(sd, every.sd, 1e-9 * every.sd);
      assertAlmostEquals(finalInventory.probabilities.reduce((a, b) => a + b), 1, 1e-9);
    });
  }
}

Deno.test("exactMoments() of Naive with nine buyers in ten surplus: 227.49 ± 5931", () => {
  const { mean, sd } = exactMoments(scenario("readme", { flowBias: 0.9 }), "naive");
  assertAlmostEquals(mean, 227.49, 0.005);
  assertAlmostEquals(sd, 5931, 0.5);
});

Deno.test("exactMoments() takes in what a one-sided strategy is left with, which reads the time or does not", () => {
  const setting = scenario("readme", { scale: 5 });
  for (const readsTime of [false, true]) {
    const strategy = {
      name: "Bids alone",
      readsPrice: false,
      readsTime,
      quote: () => ({ bidDepth: 0.5, askDepth: Infinity }),
    };
    const { finalInventory, truncation } = exactMoments(setting, {
      strategy,
      execution: execution(),
    });
    assertAlmostEquals(finalInventory.mean, 500, 1e-9);
    assertEquals(truncation.maxLots, 500);
  }
});
