/**
 * Our engine as a competitor: prints what the peers print.
 *
 * @module
 */

import { simulate } from "../../lib/monte_carlo/simulate.ts";
import { sampleMoments } from "../../lib/analysis/sample_moments.ts";
import type { Finals } from "../../lib/monte_carlo/result.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import { flag, readArguments } from "../../lib/cli/flags.ts";
import { runnerOn } from "../../lib/cli/runner.ts";
import { whole, word } from "../../lib/cli/values.ts";

const { paths, steps, seed, workers, finals } = readArguments(Deno.args, {
  paths: flag("N", whole(), "paths", "100000"),
  steps: flag("N", whole(), "steps of each", "200"),
  seed: flag("S", whole({ least: 0 }), "seed", "1"),
  workers: flag("N", whole(), "threads", "1"),
  finals: flag("WHICH", word("profit", "all"), "what is recorded of each path", "profit"),
}).values;

const job = {
  ...scenario("readme", { steps, horizon: steps }),
  paths,
  seed,
  record: { finals },
} as const;

const run = runnerOn(workers);

// Warm up, as the peers do: with the same recording, so that the same loops are compiled.
const few = Math.ceil(400_000 / steps);
for (let i = 0; i < 10; i++) simulate({ ...job, paths: few });

const start = performance.now();
const { traders } = await run(job);
const seconds = (performance.now() - start) / 1000;

const outcome = ({ profit, finalInventory }: Finals) => ({
  mean: sampleMoments(profit).mean,
  sd: sampleMoments(profit).sd,
  kurtosis: sampleMoments(profit).kurtosis,
  finalInventorySd: sampleMoments(finalInventory).sd,
});
const strategies = {
  naive: outcome(traders.naive.finals),
  as: outcome(traders.as.finals),
};
console.log(JSON.stringify({ paths, steps, seconds, strategies }));
