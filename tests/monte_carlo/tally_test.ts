import {
  type MonteCarloJob,
  type PathsSummary,
  pathsSummary,
  scenario,
  simulate,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { beginSimulation } from "../../lib/monte_carlo/begin_simulation.ts";
import {
  type FinalsTally,
  mergeTallies,
  summaryOfTally,
  tally,
} from "../../lib/monte_carlo/tally.ts";
import { BATCH, profitScales, tallyRun } from "../../lib/monte_carlo/tally_run.ts";

const begin = (job: MonteCarloJob) => () => simulate(job);

const worlds: Readonly<Record<string, MonteCarloJob>> = {
  readme: { ...scenario("readme", { steps: 40, horizon: 40 }), paths: 3001, seed: 6 },
  "tenths of a unit": { ...scenario("readme", { orderSize: 0.1 }), paths: 150, seed: 7 },
  paper: { ...scenario("paper"), paths: 400, seed: 8 },
  flattening: { ...scenario("readme", { breach: "flatten", limit: 2 }), paths: 200, seed: 9 },
  "one path": { ...scenario("readme"), paths: 1, seed: 10 },
  "no trades": { ...scenario("readme", { scale: 0, steps: 5, horizon: 5 }), paths: 9, seed: 1 },
};

/** Numbers without moments, to the last bit; moments to rounding; quantiles within the sketch's bound. */
function assertSums(actual: PathsSummary, expected: PathsSummary, { profitSketch }: FinalsTally) {
  assertEquals(
    [actual.inventoryMin, actual.inventoryMax],
    [expected.inventoryMin, expected.inventoryMax],
  );
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value !== "number") continue;
    const number = actual[name as "mean"];
    const size = Math.max(1e-3, Math.abs(value), expected.sd ?? 0, expected.finalInventorySd ?? 0);
    assertAlmostEquals(number, value, 1e-11 * size, name);
  }
  const { centre, scale } = profitSketch.scale;
  for (const level of ["5", "25", "50", "75", "95"] as const) {
    const exact = expected.quantiles[level];
    // Each of the two values a quantile lies between may err; the farther one, by the sample's width.
    const farthest = Math.max(profitSketch.highest - centre, centre - profitSketch.lowest);
    assertAlmostEquals(actual.quantiles[level], exact, (scale + farthest) / 4096, level);
  }
  assertEquals(
    [actual.sd === null, actual.sharpeMean === null],
    [expected.sd === null, expected.sharpeMean === null],
  );
}

for (const [name, job] of Object.entries(worlds)) {
  Deno.test(`summaryOfTally() of the shards of ${name} is pathsSummary() of the run in one piece`, () => {
    const scales = profitScales(job, begin);
    const whole = tallyRun(job, begin, scales);
    const parts = Math.min(4, job.paths);
    const shards = Array.from({ length: parts }, (_, i) => {
      const [from, to] = [i, i + 1].map((k) => Math.floor(job.paths * k / parts));
      return tallyRun({ ...job, firstPath: from, paths: to - from }, begin, scales);
    });
    for (const [key, { finals }] of Object.entries(simulate(job).traders)) {
      const merged = shards.map((shard) => shard[key]).reduce(mergeTallies);
      const { profit: _, stepSharpe: __, ...counted } = merged;
      const { profit, stepSharpe, ...countedWhole } = whole[key];
      assertEquals(counted, countedWhole);
      assertEquals(merged.profit.count, profit.count);
      assertEquals(merged.stepSharpe.count, stepSharpe.count);
      assertSums(summaryOfTally(merged), pathsSummary(finals), merged);
      assertEquals(summaryOfTally(merged).quantiles, summaryOfTally(whole[key]).quantiles);
    }
  });
}

Deno.test("tally() of one path less is told from the run", () => {
  const job = worlds.readme;
  const scales = profitScales(job, begin);
  const { as } = simulate({ ...job, paths: 3000 }).traders;
  const short = tally(as.finals, 1, scales.as), whole = tallyRun(job, begin, scales).as;
  assert(short.profit.mean !== whole.profit.mean);
  assert(JSON.stringify(short.finalInventory) !== JSON.stringify(whole.finalInventory));
});

Deno.test("tallyRun() goes batch by batch, and its batches are the run", () => {
  const tiny = scenario("readme", { steps: 2, horizon: 2 });
  const job = { ...tiny, paths: BATCH + 10, firstPath: 5, seed: 3 };
  const batches: (readonly number[])[] = [];
  const scales = profitScales(job, begin);
  const { as } = tallyRun(job, (batch) => {
    batches.push([batch.firstPath ?? 0, batch.paths]);
    return begin(batch);
  }, scales);
  assertEquals(batches, [[5, BATCH], [5 + BATCH, 10]]);
  assertSums(summaryOfTally(as), pathsSummary(simulate(job).traders.as.finals), as);
});

Deno.test("tallyRun() gives the same bits on 1, 2 and 3 threads, which begin a batch before the last is tallied", () => {
  const tiny = scenario("readme", { steps: 2, horizon: 2 });
  const job = { ...tiny, paths: 2 * BATCH + 3000, seed: 4 };
  const scales = profitScales(job, begin);
  const on = (workers: number) =>
    tallyRun(job, (batch) => beginSimulation(batch, { workers }), scales);
  const expected = on(1);
  for (const workers of [2, 3]) assertEquals(on(workers), expected, `${workers} threads`);
});

Deno.test("profitScales() are those of the whole run, whichever part asks, and lie where profits do", () => {
  const { readme } = worlds;
  const scales = profitScales(readme, begin);
  assertEquals(profitScales({ ...readme, firstPath: 1000 }, begin), scales);
  const { mean, sd } = pathsSummary(simulate(readme).traders.as.finals);
  assert(Math.abs(scales.as.centre - mean) < 2 * sd!);
  assert(scales.as.scale > sd! / 4 && scales.as.scale < 2 * sd!);
});
