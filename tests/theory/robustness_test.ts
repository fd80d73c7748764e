import { assertEquals, assertGreater, assertLess, assertThrows } from "@std/assert";
import { scenario } from "../../lib/scenario/scenario.ts";
import { gueantLehalle } from "../../lib/strategy/gueant_lehalle.ts";
import type { Trader } from "../../lib/trading/execution.ts";
import { robustness, type RobustnessOptions } from "../../lib/theory/robustness.ts";

const paper = scenario("paper");
const { riskAversion, scale } = paper.parameters;
const believer = (volatility: number, decay: number): Trader => ({
  strategy: gueantLehalle({ riskAversion, scale, volatility, decay, maxInventory: 15 }),
  execution: paper.traders.as.execution,
});
const options: RobustnessOptions = {
  riskAversion: paper.parameters.riskAversion,
  rows: [1, 2, 3],
  columns: [1, 1.5, 2],
  truth: [2, 1.5],
  maxLots: 15,
};

Deno.test("robustness() loses nothing at the truth and more the further beliefs are off", () => {
  const { loss, informed, value, lostWeight } = robustness(paper, believer, options);
  assertEquals(loss[1][1], 0);
  assertEquals(value[1][1], informed);
  assertEquals(lostWeight, 0);
  for (const i of [0, 2]) {
    assertGreater(loss[i][1], 0);
    assertGreater(loss[1][i], 0);
  }
  // A wrong k costs much more than a wrong σ of the same size in percent.
  assertGreater(loss[1][2], 5 * loss[2][1]);
  const further = robustness(paper, believer, { ...options, rows: [4, 6], columns: [1.5] }).loss;
  assertLess(further[0][0], further[1][0]);
});

Deno.test("robustness() refuses an empty grid of beliefs", () => {
  assertThrows(
    () => robustness(paper, believer, { ...options, rows: [] }),
    TypeError,
    "at least one",
  );
});
