/**
 * Our engine as a competitor: prints what the peers print.
 *
 * @module
 */

import { monteCarlo } from "../../monte_carlo/monte_carlo.ts";
import { simulate } from "../../monte_carlo/simulate.ts";
import { sampleMoments } from "../../analysis/sample_moments.ts";
import type { Finals } from "../../monte_carlo/result.ts";
import { scenario } from "../../scenario/scenario.ts";
import { readArguments, text, wholeNumber } from "../flags.ts";

const given = readArguments(Deno.args, {
  paths: { type: "string" },
  steps: { type: "string" },
  seed: { type: "string" },
  workers: { type: "string" },
  finals: { type: "string" },
});
const steps = wholeNumber(given, "steps", { fallback: 200 });
const paths = wholeNumber(given, "paths", { fallback: 100_000 });
const seed = wholeNumber(given, "seed", { fallback: 1, least: 0 });
const workers = wholeNumber(given, "workers", { fallback: 1 });
const finals = text(given, "finals") === "all" ? "all" : "profit";

const job = {
  ...scenario("readme", { steps, horizon: steps }),
  paths,
  seed,
  record: { finals },
} as const;

// Warm up, as the peers do: with the same recording, so that the same loops are compiled.
for (let i = 0; i < 10; i++) simulate({ ...job, paths: Math.ceil(400_000 / steps) });

const start = performance.now();
const { traders } = workers === 1 ? simulate(job) : await monteCarlo(job, { workers });
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
