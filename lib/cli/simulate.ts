/**
 * `deno task simulate`: Naive, Avellaneda–Stoikov or any policy on the same tapes, as a table or as JSON.
 *
 * @module
 */

import { denoCommand } from "../deno_command.ts";
import { eachValue } from "../each_value.ts";
import { printableName } from "../printable.ts";
import type { MonteCarloJob } from "../monte_carlo/job.ts";
import { keepWorkersWarm } from "../monte_carlo/pool.ts";
import { pathsSummary, type PathsSummaryOptions } from "../monte_carlo/paths_summary.ts";
import { summaryOfTally } from "../monte_carlo/tally.ts";
import {
  BATCH,
  type BeginBatch,
  profitScales,
  type Tallies,
  tallyRun,
} from "../monte_carlo/tally_run.ts";
import type { MonteCarloResult } from "../monte_carlo/result.ts";
import { tradersOf } from "../scenario/named_traders.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Progress } from "../progress.ts";
import { progressBar } from "../notebook/progress.ts";
import { type Command, runCommand } from "./command.ts";
import { checkControl, controlFlag, controlledBatches } from "./control.ts";
import { flag, optional, toggle, UsageError, type Values } from "./flags.ts";
import { type OutputFiles, withOutputs } from "./output_files.ts";
import { runnerOn } from "./runner.ts";
import { chosenScenario, printedParameters, scenarioFlags, settingsHelp } from "./settings.ts";
import { readShard, type Shard } from "./shard/shard.ts";
import { FORMAT, type ShardFile, VERSION } from "./shard/shard_file.ts";
import { periodsFlag, printedSimulation, type Simulation } from "./simulation.ts";
import { tradersFlag, tradersHelp } from "./traders.ts";
import { anyText, whole } from "./values.ts";

const flags = {
  ...scenarioFlags,
  traders: tradersFlag(["naive", "as"]),
  paths: flag("N", whole(), "number of tapes", "1000"),
  seed: flag("S", anyText, "any text or number", "1"),
  workers: flag("N", whole(), "number of threads; it changes no result", "1"),
  shard: optional(
    "I/N",
    anyText,
    `part I of N of the same run, as JSON for ${denoCommand("task merge")}`,
    "",
  ),
  out: optional("FILE", anyText, "where the shard goes", "-, standard output"),
  periods: periodsFlag,
  control: controlFlag,
  report: optional("FILE", anyText, "writes a page with charts; - is standard output", "none"),
  csv: optional("FILE", anyText, "writes a row for each path; - is standard output", "none"),
  json: toggle("one JSON object instead of a table"),
};

const command: Command<typeof flags> = {
  name: "simulate",
  about: "Trades the same random tapes with Naive, Avellaneda–Stoikov, or any policy of the field.",
  flags,
  notes: `${tradersHelp()}\n\n${settingsHelp()}`,
  run: simulateCommand,
};

async function simulateCommand(values: Values<typeof flags>): Promise<number> {
  const chosen = chosenScenario(values);
  const shard = askedForShard(values);
  checkControl(values);
  const { report, csv, json } = values;
  if (shard) await runShard(values, chosen, shard);
  else {
    await withOutputs({ report, csv }, [], json, (files) => runScenario(values, chosen, files));
  }
  return 0;
}

/** A run about to start: the job, what is told of it, and the seconds since. */
function started({ paths, seed, traders }: Values<typeof flags>, chosen: Scenario) {
  const { name, parameters, grid: { steps } } = chosen;
  // A long run takes batches one after the other; the program's end is the workers' end.
  keepWorkersWarm();
  const start = performance.now();
  return {
    job: { ...chosen, traders: tradersOf(chosen, traders), paths, seed },
    told: { scenario: name, parameters: printedParameters(parameters), paths, steps, seed },
    seconds: () => (performance.now() - start) / 1000,
  };
}

async function runShard(
  values: Values<typeof flags>,
  chosen: Scenario,
  shard: Shard,
): Promise<void> {
  const named = values.out === "-" ? undefined : values.out;
  await withOutputs({ out: named }, [], false, async ({ out, print }) => {
    const { told, job, seconds } = started(values, chosen);
    const strategies = tallied(job, runnerOn(values.workers), shard, progressBar());
    const run = { version: VERSION, ...told };
    const file: ShardFile = { format: FORMAT, run, shard, seconds: seconds(), strategies };
    if (out === undefined) return print(JSON.stringify(file));
    await out.write(`${JSON.stringify(file)}\n`);
    const { index, of, firstPath, paths } = shard;
    const range = `paths ${firstPath} to ${firstPath + paths - 1} of ${run.paths}`;
    print(`Wrote shard ${index} of ${of} (${range}) to ${printableName(named!)}`);
  });
}

async function runScenario(
  values: Values<typeof flags>,
  chosen: Scenario,
  { report, csv, print }: OutputFiles<"report" | "csv">,
): Promise<void> {
  const { workers, periods, control, json } = values;
  const { told, job, seconds } = started(values, chosen);
  const { steps } = told;
  const begin = runnerOn(workers, control);
  // Charts are loaded for those who want a file: without, a run starts sooner.
  const files = csv || report ? await import("./simulation_files.ts") : undefined;
  const rows = csv && files?.pathRows(csv.append, { periods, steps });
  const controlled = control && controlledBatches(control);
  let first: MonteCarloResult | undefined;
  const watched: BeginBatch = (batch, progress) => {
    const finish = begin(batch, progress);
    return () => {
      const result = finish();
      first ??= result;
      rows?.(result, batch.firstPath ?? 0);
      if (controlled) controlled.add(result);
      return result;
    };
  };
  const strategies = summaries(job, watched, { periods, steps }, progressBar());
  const simulation = {
    ...told,
    seconds: seconds(),
    periods,
    strategies,
    controlled: controlled
      ? controlled.total(strategies[control === "as" ? "naive" : "as"].standardError)
      : undefined,
  };
  await csv?.write("");
  await report?.write(files!.simulationPage(simulation, job, first!));
  print(printedSimulation(simulation, json));
}

/** The traders summed up; exactly where one batch holds all paths. */
function summaries(
  job: MonteCarloJob,
  begin: BeginBatch,
  sharpe: PathsSummaryOptions,
  progress: Progress,
): Simulation["strategies"] {
  if (job.paths <= BATCH) {
    const { traders } = begin(job, progress)();
    return eachValue(traders, ({ finals }) => pathsSummary(finals, sharpe));
  }
  const tallies = tallied(job, begin, { firstPath: 0, paths: job.paths }, progress);
  return eachValue(tallies, (own) => summaryOfTally(own, sharpe));
}

/** Tallies of some of a run's paths. */
function tallied(
  job: MonteCarloJob,
  begin: BeginBatch,
  { firstPath, paths }: Pick<Shard, "firstPath" | "paths">,
  progress: Progress,
): Tallies {
  const scales = profitScales(job, runnerOn(1));
  return tallyRun({ ...job, firstPath, paths }, begin, scales, progress);
}

function askedForShard(
  { shard, out, paths, periods, report, csv }: Values<typeof flags>,
): Shard | undefined {
  if (shard === undefined) {
    if (out === undefined) return undefined;
    throw new UsageError("Cannot read --out as it needs --shard: without, the result is printed");
  }
  if (periods !== undefined) {
    throw new UsageError(
      `Cannot read --periods with --shard: give it to ${denoCommand("task merge")}`,
    );
  }
  for (const [flag, file] of Object.entries({ report, csv })) {
    if (file === undefined) continue;
    throw new UsageError(`Cannot write --${flag} with --shard: a shard holds sums of its paths`);
  }
  return readShard(shard, paths);
}

if (import.meta.main) await runCommand(command);
