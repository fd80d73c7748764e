import { assert, assertAlmostEquals, assertEquals, assertGreater } from "@std/assert";
import { comparePublished } from "../../lib/scenario/compare_published.ts";
import { publishedModel, publishedTables } from "../../lib/scenario/published_tables.ts";
import { exactMoments } from "../../lib/theory/exact_moments.ts";
import { poissonFlow } from "../../lib/market/poisson_flow.ts";

Deno.test("publishedModel() has the printed spread in every row, to the printed digits", () => {
  for (const row of publishedTables) {
    // The journal prints 3.02 at γ = 1, where the average is 3.0317.
    const tolerance = row.riskAversion === 1 ? 0.012 : 0.0051;
    assertAlmostEquals(publishedModel(row).spread, row.spread, tolerance);
  }
});

Deno.test("comparePublished() reproduces all of the journal's tables and names what the preprint's lack", () => {
  const missing = comparePublished().flatMap(({ row, profit, profitSd, finalInventorySd }) =>
    Object.entries({ profit, profitSd, finalInventorySd })
      .filter(([, { agrees }]) => !agrees)
      .map(([key]) => `${row.edition} ${row.strategy} γ ${row.riskAversion}: ${key}`)
  );
  assertEquals(missing, [
    "2006 inventory γ 0.01: finalInventorySd",
    "2006 inventory γ 0.5: profit",
  ]);
});

Deno.test("comparePublished() uses the law's own kurtosis: the symmetric deviation's error is its own", () => {
  const [, { profitSd, finalInventorySd }] = comparePublished(publishedTables.slice(0, 2));
  assertAlmostEquals(profitSd.exact, 13.4558, 5e-5);
  assertAlmostEquals(finalInventorySd.exact, 8.3994, 5e-5);
  // A normal law's error, sd/√(2n), would be a third too small.
  assertGreater(profitSd.standardError, 1.3 * profitSd.exact / Math.sqrt(2000));
  assertAlmostEquals(
    finalInventorySd.standardError,
    finalInventorySd.exact / Math.sqrt(2000),
    0.01,
  );
});

Deno.test("publishedModel() of the preprint needs A = 137.46: with the 140 of its text profits are off", () => {
  const row = publishedTables.find((each) =>
    each.edition === "2006" && each.riskAversion === 0.1 && each.strategy === "inventory"
  )!;
  const { market: { price }, grid, trader } = publishedModel(row);
  const market = { price, flow: poissonFlow({ scale: 140, decay: 1.5 }) };
  const { mean, sd } = exactMoments({ market, grid }, trader);
  assert((row.profit - mean) / (sd / Math.sqrt(1000)) < -6);
});
