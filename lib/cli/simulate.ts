/**
 * `deno task simulate`: Naive against Avellaneda–Stoikov on the same tapes, as a table or as JSON.
 *
 * @module
 */

import { type GpuResult, monteCarloOnGpu } from "../monte_carlo/gpu/monte_carlo_on_gpu.ts";
import type { MonteCarloJob } from "../monte_carlo/job.ts";
import type { MonteCarloResult } from "../monte_carlo/result.ts";
import { monteCarlo } from "../monte_carlo/monte_carlo.ts";
import { simulate } from "../monte_carlo/simulate.ts";
import { type FinalsSummary, summary } from "../monte_carlo/summary.ts";
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
import { decimals, textTable } from "./table.ts";

const FLAGS: Readonly<Record<string, Flag>> = {
  scenario: { type: "string" },
  paths: { type: "string" },
  seed: { type: "string" },
  workers: { type: "string" },
  backend: { type: "string" },
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
  --backend NAME     cpu or gpu (default cpu); gpu draws other tapes of the same law, in float32,
                     and where there is no graphics adapter the cpu steps in
  --set KEY=VALUE    changes a parameter; may be repeated
  --json             one JSON object instead of a table
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
  const job = { ...chosen, paths, seed };
  const onGpu = askedForGpu(given);

  const start = performance.now();
  const { traders, ...by } = await run(job, workers, onGpu);
  const seconds = (performance.now() - start) / 1000;

  const strategies = {
    naive: summary(traders.naive.finals),
    as: summary(traders.as.finals),
  };
  const { name, parameters, grid: { steps } } = chosen;
  if (given.flags.json) {
    const printed = printedParameters(parameters);
    console.log(
      JSON.stringify({
        scenario: name,
        parameters: printed,
        paths,
        steps,
        seed,
        seconds,
        ...("backend" in by ? { backend: by.backend, adapter: by.adapter ?? null } : {}),
        strategies,
      }),
    );
  } else {
    const adapter = "adapter" in by ? `, on ${by.adapter}` : "";
    console.log(`${name}: ${paths} paths × ${steps} steps, seed ${seed}${adapter}\n`);
    console.log(comparison(strategies));
    console.log("\nProfit in currency with its 95 % confidence interval; Sharpe a step × √252.");
  }
  return 0;
}

function askedForGpu(given: Arguments): boolean {
  const backend = text(given, "backend") ?? "cpu";
  if (backend === "cpu" || backend === "gpu") return backend === "gpu";
  throw new UsageError(
    `Cannot read --backend as it must be cpu or gpu: current value is ${JSON.stringify(backend)}`,
  );
}

/** Runs the job; what a run refuses came from the flags. */
async function run(
  job: MonteCarloJob,
  workers: number,
  onGpu: boolean,
): Promise<MonteCarloResult | GpuResult> {
  try {
    if (onGpu) return await monteCarloOnGpu(job, { workers, onFallback: console.error });
    return workers === 1 ? simulate(job) : await monteCarlo(job, { workers });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // V8's words for a typed array that does not fit.
    const full = /allocation failed|array length/.test(error.message);
    const { paths, grid: { steps } } = job;
    throw new UsageError(
      full ? `Cannot hold ${paths} paths of ${steps} steps in memory` : error.message,
    );
  }
}

/** The pairs after `--set`. */
export function settings({ flags }: Arguments): readonly string[] {
  const pairs = flags.set;
  return Array.isArray(pairs) ? pairs.map(String) : [];
}

/** Naive and AS side by side, as text. */
export function comparison(
  { naive, as }: { readonly naive: FinalsSummary; readonly as: FinalsSummary },
): string {
  const row = (name: string, s: FinalsSummary) => [
    name,
    decimals(s.mean, 2),
    s.standardError === null ? "–" : `± ${decimals(1.96 * s.standardError, 2)}`,
    decimals(s.sd, 2),
    decimals(s.quantiles["5"], 1),
    decimals(s.quantiles["50"], 1),
    decimals(s.quantiles["95"], 1),
    decimals(s.finalInventoryMean, 2),
    decimals(s.finalInventorySd, 2),
    `${s.inventoryMin} … ${s.inventoryMax}`,
    decimals(s.takerTrades, 2),
    decimals(s.sharpeMean, 2),
  ];
  const heading = [
    "strategy",
    "profit",
    "95 %",
    "sd",
    "5 %",
    "median",
    "95 %",
    "final q",
    "sd q",
    "range of q",
    "taker trades",
    "Sharpe",
  ];
  return textTable([heading, row("Naive", naive), row("AS", as)]);
}

if (import.meta.main) await runCommand(simulateCommand);
