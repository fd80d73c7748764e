import { exactMoments, scenario } from "@digital-market-maker/lab";
import { assert, assertEquals } from "@std/assert";
import { compilePolicy } from "../../lib/monte_carlo/compiled_policies.ts";

/** Orders beyond which a path has left the table of AS, which reads the clock in `paper`. */
function edgeOf(riskAversion: number, steps: number): number {
  const { market, grid, traders } = scenario("paper", { riskAversion, steps });
  return compilePolicy(traders.as, market.flow, grid).edge;
}

Deno.test("compilePolicy() tabulates what all but one path in a million keep within, and little more", () => {
  for (const riskAversion of [1e-6, 0.01, 0.1, 1]) {
    for (const steps of [50, 200, 400]) {
      const setting = scenario("paper", { riskAversion, steps });
      const { finalInventory: { values, probabilities } } = exactMoments(setting, "as");
      const edge = edgeOf(riskAversion, steps);
      const beyond = values.reduce(
        (sum, lots, i) => Math.abs(lots) >= edge ? sum + probabilities[i] : sum,
        0,
      );
      assert(beyond < 1e-6, `${riskAversion}, ${steps} steps: ${beyond} beyond ${edge}`);
    }
  }
  assertEquals([0.1, 1e-6].map((riskAversion) => edgeOf(riskAversion, 200) > 20), [false, true]);
});
