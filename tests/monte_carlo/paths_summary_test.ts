import {
  type MonteCarloJob,
  pathsSummary,
  quantiles,
  sampleMoments,
  scenario,
  simulate,
} from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals } from "@std/assert";

const readme = scenario("readme", { steps: 60, horizon: 60 });
const job: MonteCarloJob = { ...readme, paths: 40, seed: 3 };

Deno.test("pathsSummary() sums finals up as the measures do", () => {
  const { finals } = simulate(job).traders.as;
  const all = pathsSummary(finals);
  const { mean, sd } = sampleMoments(finals.profit);
  assertEquals([all.mean, all.sd], [mean, sd]);
  assertAlmostEquals(all.standardError!, sd! / Math.sqrt(40), 1e-12);
  assertEquals(all.inventoryMin, Math.min(...finals.lowestInventory));
  assertEquals(all.inventoryMax, Math.max(...finals.highestInventory));
  assertAlmostEquals(all.takerUnits, sampleMoments(finals.takerUnits).mean, 1e-12);
  assertAlmostEquals(all.takerTrades, sampleMoments(finals.takerTrades).mean, 1e-12);
  assertAlmostEquals(
    all.sharpeMean!,
    sampleMoments(finals.stepSharpe).mean * Math.sqrt(252),
    1e-12,
  );
  assertEquals(
    Object.values(all.quantiles),
    quantiles(finals.profit, [0.05, 0.25, 0.5, 0.75, 0.95]),
  );
});

Deno.test("pathsSummary() says null for what does not exist", () => {
  const still = scenario("readme", { scale: 0, steps: 5, horizon: 5 });
  const { naive: nobody } = simulate({ ...still, paths: 3, seed: 1 }).traders;
  const all = pathsSummary(nobody.finals);
  assertEquals([all.mean, all.sd, all.sharpeMean, all.takerUnits, all.takerTrades], [
    0,
    0,
    null,
    0,
    0,
  ]);
  const one = pathsSummary(simulate({ ...job, paths: 1 }).traders.as.finals);
  assertEquals([one.sd, one.standardError, one.finalInventorySd], [null, null, null]);
  const single = scenario("readme", { steps: 1, horizon: 1 });
  const short = pathsSummary(simulate({ ...single, paths: 50, seed: 1 }).traders.as.finals);
  assertEquals(short.sharpeMean, null);
});
