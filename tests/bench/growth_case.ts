/**
 * One point of `deno task bench --growth`: runs a job in a process of its own, and prints how long it
 * took, how long the processor worked for it, and the most memory the process ever held.
 *
 * @module
 */

import { cpuUsage, resourceUsage } from "node:process";
import type { RecordOptions, Traders } from "../../lib/monte_carlo/job.ts";
import { simulate } from "../../lib/monte_carlo/simulate.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import { flag, readArguments, toggle } from "../../lib/cli/flags.ts";
import { whole } from "../../lib/cli/values.ts";

const { paths, steps, strategies, workers, quantiles } = readArguments(Deno.args, {
  paths: flag("N", whole(), "paths", "1"),
  steps: flag("N", whole(), "steps of each", "1"),
  strategies: flag("N", whole(), "strategies", "1"),
  workers: flag("N", whole(), "threads", "1"),
  quantiles: toggle("quantiles at every step"),
}).values;

const { market, grid, traders: { naive, as } } = scenario("readme", { steps, horizon: steps });
const traders: Traders = Object.fromEntries(
  Array.from({ length: strategies }, (_, i) => [`${i}`, i % 2 === 0 ? naive : as]),
);
const record: RecordOptions = quantiles ? { quantiles: [0.05, 0.5, 0.95] } : {};
const job = { market, grid, traders, paths, seed: 1, record };

for (let i = 0; i < 10; i++) simulate({ ...job, paths: Math.ceil(200_000 / steps) });
const before = cpuUsage(), start = performance.now();
const result = simulate(job, { workers });
const seconds = (performance.now() - start) / 1000;
const { user, system } = cpuUsage(before);
const megabytes = resourceUsage().maxRSS * 1024 / 1e6;
// Named here, so that the columns live until the memory was read.
console.log(
  JSON.stringify({ paths: result.paths, seconds, processor: (user + system) / 1e6, megabytes }),
);
