import { assertAlmostEquals, assertEquals, assertGreater, assertLess } from "@std/assert";
import { distributionExplorable } from "../../../lib/notebook/explorables/distribution_explorer.ts";
import { distributionModel } from "../../../lib/notebook/explorables/distribution_explorer_model.ts";
import { scenario } from "../../../lib/scenario/scenario.ts";
import { exactLaw } from "../../../lib/theory/exact_law.ts";

const values = distributionExplorable.defaults;

Deno.test("distributionModel() has the paper's exact moments at 200 steps a day", () => {
  const { laws: { as, naive } } = distributionModel(values);
  assertAlmostEquals(as.mean, 64.8925, 5e-5);
  assertAlmostEquals(as.sd, 6.5432, 5e-5);
  assertAlmostEquals(as.inventorySd, 2.9268, 5e-5);
  assertAlmostEquals(naive.mean, 68.2228, 1e-3);
  assertAlmostEquals(naive.sd, 13.4558, 1e-3);
  assertAlmostEquals(naive.inventorySd, 8.3994, 1e-3);
});

Deno.test("distributionModel() is the full exact law to a chart's precision", () => {
  const { laws, profits } = distributionModel({ ...values, steps: "100" });
  const paper = scenario("paper", { steps: 100 });
  for (const name of ["as", "naive"] as const) {
    const full = exactLaw(paper, name, { tolerance: 1e-8 });
    const highest = Math.max(...laws[name].density);
    profits.forEach((profit, i) => {
      assertLess(Math.abs(laws[name].density[i] - full.density(profit)), 0.005 * highest);
    });
    assertAlmostEquals(laws[name].low, full.quantile(0.05), 0.02 * laws[name].sd);
  }
});

Deno.test("distributionModel() shows almost all of every law", () => {
  const { laws, profits } = distributionModel({ ...values, volatility: 4, scale: 60 });
  const step = profits[1] - profits[0];
  for (const { density } of Object.values(laws)) {
    const total = density.reduce((sum, value) => sum + value * step, 0);
    assertAlmostEquals(total, 1, 0.006);
  }
});

Deno.test("distributionModel() has an answer in the corners of its sliders, and loses no inventory", () => {
  for (const riskAversion of [0.001, 1]) {
    for (const decay of [0.5, 5]) {
      const { laws } = distributionModel({ ...values, riskAversion, decay, scale: 160 });
      for (const { sd, lost, density } of Object.values(laws)) {
        assertGreater(sd, 0);
        assertLess(lost, 1e-4);
        assertEquals(density.every(Number.isFinite), true);
      }
    }
  }
});

Deno.test("distributionExplorable shows the model's means", () => {
  const model = distributionModel(values);
  const { table } = distributionExplorable.view(model, 680);
  assertEquals(table.rows.map(([name, mean]) => [name, mean]), [
    ["Naive", model.laws.naive.mean.toFixed(2)],
    ["AS", model.laws.as.mean.toFixed(2)],
    ["GLFT", model.laws.glft.mean.toFixed(2)],
  ]);
});
