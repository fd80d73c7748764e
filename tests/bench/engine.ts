/**
 * Our engine as a competitor: prints what the peers print.
 *
 * @module
 */

import { cpuUsage } from "node:process";
import { simulate } from "../../lib/monte_carlo/simulate.ts";
import { sampleMoments } from "../../lib/analysis/sample_moments.ts";
import type { Finals } from "../../lib/monte_carlo/result.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import { flag, readArguments } from "../../lib/cli/flags.ts";
import { runnerOn } from "../../lib/cli/runner.ts";
import { type ValueKind, whole, word } from "../../lib/cli/values.ts";

/** Any text. */
const anything: ValueKind<string> = { rule: "a text", read: (text) => text };

const { paths, seed, workers, finals, ...given } = readArguments(Deno.args, {
  paths: flag("N", whole(), "paths", "100000"),
  steps: flag("N", whole(), "steps of each", "200"),
  seed: flag("S", whole({ least: 0 }), "seed", "1"),
  workers: flag("N", whole(), "threads", "1"),
  scenario: flag("NAME", word("gbm", "paper", "toxic", "readme"), "the scenario", "readme"),
  changes: flag("JSON", anything, "what differs from it", "{}"),
  "warm-up": flag("N", whole({ least: 0 }), "runs before the clock starts", "10"),
  finals: flag("WHICH", word("profit", "all"), "what is recorded of each path", "profit"),
}).values;

const job = {
  ...scenario(given.scenario, JSON.parse(given.changes)),
  paths,
  seed,
  record: { finals },
} as const;

const begin = runnerOn(workers);

// Warm up, as the peers do: with the same recording, so that the same loops are compiled.
const few = Math.ceil(400_000 / given.steps);
for (let i = 0; i < given["warm-up"]; i++) simulate({ ...job, paths: few });

const before = cpuUsage(), start = performance.now();
const { traders } = begin(job)();
const elapsed = (performance.now() - start) / 1000, { user, system } = cpuUsage(before);
const seconds = (user + system) / 1e6;

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
console.log(JSON.stringify({ paths, steps: given.steps, seconds, elapsed, strategies }));
