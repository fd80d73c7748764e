/**
 * `deno task reproduce`: sets everything up, runs every notebook, and prints Naive against AS.
 *
 * @module
 */

import { denoCommand } from "../deno_command.ts";
import { projectRoot } from "../jupyter/environment.ts";
import { makeOwnFolder } from "../jupyter/own_notebooks.ts";
import { join } from "node:path";
import { endWithTask } from "../jupyter/end_with_task.ts";
import { simulate } from "../monte_carlo/simulate.ts";
import { pathsSummary } from "../monte_carlo/paths_summary.ts";
import { traderLabel } from "../scenario/named_traders.ts";
import { scenario } from "../scenario/scenario.ts";
import { exactMoments } from "../theory/exact_moments.ts";
import { type Command, runCommand } from "./command.ts";
import { executeNotebooks } from "./notebooks.ts";
import { fixed, tableOf } from "./table.ts";

const command: Command<Record<never, never>> = {
  name: "reproduce",
  about:
    `Sets up JupyterLab inside the project (the first time: a few minutes, most of it downloads), runs
every notebook on the real kernel and compares its outputs with those in the repository, then prints
Naive against Avellaneda–Stoikov. Writes no notebook.`,
  flags: {},
  run: reproduce,
};

const PATHS = 20_000;
const SEED = 1;

async function reproduce(): Promise<number> {
  endWithTask();
  if (await makeOwnFolder(join(projectRoot, "notebooks"))) {
    console.log("notebooks/my/ is yours: a first notebook is there");
  }
  const problems = await executeNotebooks({ check: true });
  console.log(`\n${naiveAgainstAS()}\n`);
  if (problems.length > 0) {
    for (const problem of problems) console.error(problem);
    console.error("\nNot everything was reproduced: the lines above name each notebook and cell.");
    return 1;
  }
  console.log("Every notebook ran, and every output agrees with the one in the repository.");
  console.log(`Go on with  ${denoCommand("task lab")}       (the notebooks in JupyterLab)`);
  console.log(`       and  ${denoCommand("task simulate")}  (other parameters: --help)`);
  return 0;
}

/** The scenario `readme`, simulated and exact, as a table. */
function naiveAgainstAS(): string {
  const readme = scenario("readme");
  const { traders: simulated } = simulate({ ...readme, paths: PATHS, seed: SEED });
  const rows = (["naive", "as"] as const).map((name) => ({
    name,
    exact: exactMoments(readme, name),
    sample: pathsSummary(simulated[name].finals),
  }));
  const table = tableOf(rows, [
    ["scenario readme", ({ name }) => traderLabel(name)],
    ["exact mean", ({ exact }) => fixed(exact.mean, 2)],
    ["exact sd", ({ exact }) => fixed(exact.sd, 2)],
    ["simulated", ({ sample }) => fixed(sample.mean, 2)],
    ["95 %", ({ sample }) => `± ${fixed(1.96 * (sample.standardError ?? NaN), 2)}`],
    ["sd", ({ sample }) => fixed(sample.sd, 2)],
    ["sd of final q", ({ exact }) => fixed(exact.finalInventory.sd, 2)],
    ["taker trades", ({ sample }) => fixed(sample.takerTrades, 2)],
    ["Sharpe", ({ sample }) => fixed(sample.sharpeMean, 2)],
  ]);
  return `${table}\n\nProfit of a session in $; simulated: ${PATHS} paths, seed ${SEED}; ` +
    "Sharpe per step × √252.";
}

if (import.meta.main) await runCommand(command);
