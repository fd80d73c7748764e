/**
 * `deno task simulate`: Naive against Avellaneda–Stoikov on the same tapes, as a table or as JSON.
 *
 * @module
 */

import type { MonteCarloJob } from "../monte_carlo/job.ts";
import { pathsSummary, type PathsSummaryOptions } from "../monte_carlo/paths_summary.ts";
import { summaryOfTally } from "../monte_carlo/tally.ts";
import {
  BATCH,
  profitScales,
  type RunBatch,
  type Tallies,
  tallyRun,
} from "../monte_carlo/tally_run.ts";
import type { Progress } from "../monte_carlo/progress.ts";
import { progressBar } from "../notebook/progress.ts";
import { type Command, runCommand } from "./command.ts";
import { flag, optional, toggle, UsageError, type Values } from "./flags.ts";
import { runnerOn } from "./runner.ts";
import { chosenScenario, printedParameters, scenarioFlags, settingsHelp } from "./settings.ts";
import { readShard, type Shard } from "./shard/shard.ts";
import { FORMAT, giveWritePermissionBack, openShardSink, VERSION } from "./shard/shard_file.ts";
import { periodsFlag, printSimulation, type Simulation } from "./simulation.ts";
import { anyText, whole } from "./values.ts";

const flags = {
  ...scenarioFlags,
  paths: flag("N", whole(), "number of tapes", "1000"),
  seed: flag("S", anyText, "any text or number", "1"),
  workers: flag("N", whole(), "number of threads; it changes no result", "1"),
  shard: optional("I/N", anyText, "part I of N of the same run, as JSON for deno task merge", ""),
  out: optional("FILE", anyText, "where the shard goes", "-, standard output"),
  periods: periodsFlag,
  json: toggle("one JSON object instead of a table"),
};

const command: Command<typeof flags> = {
  name: "simulate",
  about: "Trades the same random tapes with Naive and with Avellaneda–Stoikov.",
  flags,
  notes: settingsHelp(),
  run: simulateCommand,
};

async function simulateCommand(values: Values<typeof flags>): Promise<number> {
  const chosen = chosenScenario(values);
  const { paths, seed, workers, out, periods, json } = values;
  const shard = askedForShard(values);
  const { name, parameters, grid: { steps } } = chosen;
  const told = { scenario: name, parameters: printedParameters(parameters), paths, steps, seed };
  const job = { ...chosen, paths, seed };
  const run = runnerOn(workers);
  const progress = progressBar();
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;

  if (shard) {
    const sink = await openShardSink(out);
    const strategies = tallied(job, run, shard, progress);
    await sink.write({
      format: FORMAT,
      run: { version: VERSION, ...told },
      shard,
      seconds: seconds(),
      strategies,
    });
  } else {
    giveWritePermissionBack();
    const strategies = summaries(job, run, { periods, steps }, progress);
    printSimulation({ ...told, seconds: seconds(), periods, strategies }, json);
  }
  return 0;
}

/** Naive and AS summed up; exactly where one batch holds all paths. */
function summaries(
  job: MonteCarloJob,
  run: RunBatch,
  sharpe: PathsSummaryOptions,
  progress: Progress,
): Simulation["strategies"] {
  if (job.paths <= BATCH) {
    const { naive, as } = run(job, progress).traders;
    return { naive: pathsSummary(naive.finals, sharpe), as: pathsSummary(as.finals, sharpe) };
  }
  const { naive, as } = tallied(job, run, { firstPath: 0, paths: job.paths }, progress);
  return { naive: summaryOfTally(naive, sharpe), as: summaryOfTally(as, sharpe) };
}

/** Tallies of some of a run's paths. */
function tallied(
  job: MonteCarloJob,
  run: RunBatch,
  { firstPath, paths }: Pick<Shard, "firstPath" | "paths">,
  progress: Progress,
): Tallies {
  const scales = profitScales(job, runnerOn(1));
  return tallyRun({ ...job, firstPath, paths }, run, scales, progress);
}

function askedForShard(
  { shard, out, paths, periods }: Pick<
    Values<typeof flags>,
    "shard" | "out" | "paths" | "periods"
  >,
): Shard | undefined {
  if (shard !== undefined && periods !== undefined) {
    throw new UsageError("Cannot read --periods with --shard: give it to deno task merge");
  }
  if (shard !== undefined) return readShard(shard, paths);
  if (out === undefined) return undefined;
  throw new UsageError("Cannot read --out as it needs --shard: without, the result is printed");
}

if (import.meta.main) await runCommand(command);
