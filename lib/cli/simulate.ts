/**
 * `deno task simulate`: Naive against Avellaneda–Stoikov on the same tapes, as a table or as JSON.
 *
 * @module
 */

import type { MonteCarloJob } from "../monte_carlo/job.ts";
import { summary } from "../monte_carlo/summary.ts";
import { summaryOfTally } from "../monte_carlo/tally.ts";
import {
  BATCH,
  profitScales,
  type RunBatch,
  type Tallies,
  tallyRun,
} from "../monte_carlo/tally_run.ts";
import {
  type Arguments,
  type Flag,
  readArguments,
  runCommand,
  text,
  UsageError,
  wholeNumber,
} from "./flags.ts";
import { printedParameters, readScenario, settingKeys } from "./settings.ts";
import { runnerOn } from "./runner.ts";
import { readShard, type Shard } from "./shard/shard.ts";
import { FORMAT, giveWritePermissionBack, openShardSink, VERSION } from "./shard/shard_file.ts";
import { printSimulation, type Simulation } from "./simulation.ts";

const FLAGS: Readonly<Record<string, Flag>> = {
  scenario: { type: "string" },
  paths: { type: "string" },
  seed: { type: "string" },
  workers: { type: "string" },
  shard: { type: "string" },
  out: { type: "string" },
  set: { type: "string", multiple: true },
  json: { type: "boolean" },
  help: { type: "boolean" },
};

const HELP = `Usage: deno task simulate [flags]

Trades the same random tapes with Naive and with Avellaneda–Stoikov.

  --scenario NAME    paper, readme, toxic or gbm (default readme)
  --paths N          number of tapes (default 1000)
  --seed S           any text or number (default 1)
  --workers N        number of threads (default 1); it changes no number
  --set KEY=VALUE    changes a parameter; may be repeated
  --json             one JSON object instead of a table
  --shard I/N        part I of N of the same run, as JSON for deno task merge
  --out FILE         where the shard goes (default -, standard output)
  --help             this text

Keys of --set: ${settingKeys.join(", ")}.
  limit and minimumDepth take a number or none; breach: cross-one, flatten, none;
  spread: paper, readme; fills: first-order, exact; price: arithmetic, geometric;
  timeLeft: clock, floor:x, constant:x, infinite:qMax.`;

async function simulateCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, FLAGS);
  if (given.flags.help) {
    console.log(HELP);
    return 0;
  }
  const chosen = readScenario(text(given, "scenario") ?? "readme", settings(given));
  const paths = wholeNumber(given, "paths", { fallback: 1000 });
  const seed = text(given, "seed") ?? "1";
  const workers = wholeNumber(given, "workers", { fallback: 1 });
  const shard = askedForShard(given, paths);
  const { name, parameters, grid: { steps } } = chosen;
  const told = { scenario: name, parameters: printedParameters(parameters), paths, steps, seed };
  const job = { ...chosen, paths, seed };
  const run = runnerOn(workers);
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;

  if (shard) {
    const sink = openShardSink(text(given, "out"));
    const strategies = await tallied(job, run, shard);
    sink.write({
      format: FORMAT,
      run: { version: VERSION, ...told },
      shard,
      seconds: seconds(),
      strategies,
    });
  } else {
    giveWritePermissionBack();
    const strategies = await summaries(job, run);
    printSimulation(
      { ...told, seconds: seconds(), strategies },
      given.flags.json === true,
    );
  }
  return 0;
}

/** Naive and AS summed up; exactly where one batch holds all paths. */
async function summaries(job: MonteCarloJob, run: RunBatch): Promise<Simulation["strategies"]> {
  if (job.paths <= BATCH) {
    const { naive, as } = (await run(job)).traders;
    return { naive: summary(naive.finals), as: summary(as.finals) };
  }
  const { naive, as } = await tallied(job, run, { firstPath: 0, paths: job.paths });
  return { naive: summaryOfTally(naive), as: summaryOfTally(as) };
}

/** Tallies of some of a run's paths. */
async function tallied(
  job: MonteCarloJob,
  run: RunBatch,
  { firstPath, paths }: Pick<Shard, "firstPath" | "paths">,
): Promise<Tallies> {
  const scales = await profitScales(job, runnerOn(1));
  return await tallyRun({ ...job, firstPath, paths }, run, scales);
}

function askedForShard(given: Arguments, paths: number): Shard | undefined {
  const value = text(given, "shard");
  if (value !== undefined) return readShard(value, paths);
  if (given.flags.out === undefined) return undefined;
  throw new UsageError("Cannot read --out as it needs --shard: without, the result is printed");
}

/** The pairs after `--set`. */
export function settings({ flags }: Arguments): readonly string[] {
  const pairs = flags.set;
  return Array.isArray(pairs) ? pairs.map(String) : [];
}

if (import.meta.main) await runCommand(simulateCommand);
