import { type Command, runCommand } from "../../../lib/cli/command.ts";
import { flag, toggle, UsageError, type Values } from "../../../lib/cli/flags.ts";
import { whole } from "../../../lib/cli/values.ts";
import { jsrAnswers } from "../import_map.ts";
import { failingAnyway, share, type Trial, tryFault } from "./campaign.ts";
import { type Fault, withFault } from "./fault.ts";
import { allFaults } from "./faults/list.ts";
import { removeIfThere, type ScratchCopy, scratchCopy } from "./scratch_copy.ts";

/** How many faults may survive, each with its reason. */
export const MOST_SURVIVORS = 2;

const FOLDER = ".cache/mutation";
const SECONDS = 240;

const flags = {
  workers: flag("N", whole({ most: 16 }), "faults tried at once", "2"),
  list: toggle("only names the faults"),
};

const command: Command<typeof flags> = {
  name: "mutate",
  words: "[WORD…]",
  about:
    `Makes deliberate mistakes in a copy of the project, one at a time, and runs the tests that should
notice, up to the first that does. Words choose the faults whose name or file contains one of them.`,
  flags,
  run: mutate,
};

async function mutate(values: Values<typeof flags>, words: readonly string[]): Promise<number> {
  const faults = allFaults.filter(({ name, file }) =>
    words.length === 0 || words.some((word) => name.includes(word) || file.includes(word))
  );
  if (faults.length === 0) {
    throw new UsageError(`Cannot choose faults as no name or file contains ${words.join(" or ")}`);
  }
  for (const fault of faults) withFault(await Deno.readTextFile(fault.file), fault);
  if (values.list) {
    for (const { name, file } of faults) console.log(`${file}: ${name}`);
    return 0;
  }
  const stop = new AbortController();
  const signals: readonly Deno.Signal[] = ["SIGINT", "SIGTERM"];
  for (const signal of signals) Deno.addSignalListener(signal, () => stop.abort());
  try {
    const online = await jsrAnswers();
    const copies: ScratchCopy[] = [];
    for (let i = 1; i <= Math.min(values.workers, faults.length); i++) {
      copies.push(await scratchCopy(".", `${FOLDER}/${i}`, online));
    }
    return await campaign(copies, faults, stop.signal);
  } finally {
    await removeIfThere(FOLDER);
  }
}

async function campaign(
  copies: readonly ScratchCopy[],
  faults: readonly Fault[],
  stop: AbortSignal,
): Promise<number> {
  const limits = { seconds: SECONDS, stop };
  console.log("First the tests without a fault");
  const failing = await failingAnyway(copies, faults, limits);
  if (failing.length > 0 && !stop.aborted) {
    throw new Error(`Cannot judge faults as tests fail without one:\n${failing.join("\n")}`);
  }
  const trials: Trial[] = [];
  await share(copies, faults, async (copy, fault) => {
    const trial = await tryFault(copy, fault, limits);
    if (stop.aborted) return;
    trials.push(trial);
    console.log(`${trials.length}/${faults.length} ${told(trial)}`);
  }, stop);
  if (stop.aborted) {
    console.log(`Stopped after ${trials.length} of ${faults.length} faults`);
    return 130;
  }
  return conclude(trials);
}

function told({ fault, passed, by, seconds }: Trial): string {
  const where = `${fault.name} (${fault.file}, ${seconds.toFixed(1)} s)`;
  return passed ? `SURVIVED ${where}` : `killed ${where} by: ${by}`;
}

function conclude(trials: readonly Trial[]): number {
  const survivors = trials.filter(({ passed }) => passed).map(({ fault }) => fault);
  console.log("");
  for (const { name, why, tests, survives } of survivors) {
    console.log(`${name}: ${why}\n  ${survives ?? `not noticed by ${tests.join(", ")}`}`);
  }
  console.log(`${trials.length - survivors.length} killed, ${survivors.length} survived`);
  const explained = survivors.every(({ survives }) => survives !== undefined);
  return explained && survivors.length <= MOST_SURVIVORS ? 0 : 1;
}

if (import.meta.main) await runCommand(command);
