import { assertAlmostEquals, assertEquals, assertGreater } from "@std/assert";
import { simulate } from "../../../lib/monte_carlo/simulate.ts";
import { liquidationExplorable } from "../../../lib/notebook/explorables/liquidation_puzzle.ts";
import { liquidationModel } from "../../../lib/notebook/explorables/liquidation_puzzle_model.ts";
import { scenario } from "../../../lib/scenario/scenario.ts";
import { assertDeviationWithinStandardErrors } from "../../statistics.ts";

const values = liquidationExplorable.defaults;

Deno.test("liquidationModel() leans by qγσ² times the time left that each rule believes", () => {
  const { rules, step } = liquidationModel({ ...values, inventory: 3, timeLeft: 0.1 });
  const lean = (timeLeft: number) => -3 * 0.1 * 4 * timeLeft;
  assertEquals(step, 90);
  assertAlmostEquals(rules.clock.lean[90], lean(0.1), 1e-12);
  assertAlmostEquals(rules.floor.lean[90], lean(0.2), 1e-12);
  assertAlmostEquals(rules.floor.lean[20], lean(0.8), 1e-12);
  assertAlmostEquals(rules.constant.lean[90], lean(1), 1e-12);
  assertEquals(rules.clock.lean[100], 0);
  assertEquals(rules.infinite.lean[100], rules.infinite.lean[0]);
});

Deno.test("liquidationModel() has one law of inventory a moment, whose deviation the day's course has too", () => {
  for (const timeLeft of [1, 0.37, 0]) {
    const { rules, maxLots, step } = liquidationModel({ ...values, timeLeft });
    for (const { lawNow, inventorySd, flatAtEnd } of Object.values(rules)) {
      const mean = lawNow.reduce((sum, p, i) => sum + p * (i - maxLots), 0);
      const square = lawNow.reduce((sum, p, i) => sum + p * (i - maxLots - mean) ** 2, 0);
      assertAlmostEquals(lawNow.reduce((sum, p) => sum + p), 1, 1e-9);
      assertAlmostEquals(Math.sqrt(square), inventorySd[step], 1e-9);
      if (timeLeft === 0) assertEquals(lawNow[maxLots], flatAtEnd);
    }
  }
});

Deno.test("liquidationModel() ends with the inventories that simulated days end with", () => {
  const { rules } = liquidationModel(values);
  for (const [name, timeLeft] of [["clock", "clock"], ["constant", { constant: 1 }]] as const) {
    const changes = { timeLeft, minimumDepth: 0, steps: 100, riskAversion: 0.1 };
    const { traders } = simulate({ ...scenario("paper", changes), paths: 4000, seed: "end" });
    const { finalInventory } = traders.as.finals;
    assertDeviationWithinStandardErrors(finalInventory, rules[name].inventorySd[100]);
  }
});

Deno.test("liquidationModel() shows the puzzle: the clock ends with more inventory than it had", () => {
  const { clock, constant } = liquidationModel(values).rules;
  assertGreater(clock.inventorySd[100], 2 * clock.inventorySd[50]);
  assertAlmostEquals(constant.inventorySd[100], constant.inventorySd[50], 1e-6);
});
