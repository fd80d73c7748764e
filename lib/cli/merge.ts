/**
 * `deno task merge`: the shards of one simulation put together, as the table or JSON of `simulate`.
 *
 * @module
 */

import { denoCommand } from "../deno_command.ts";
import { type Command, runCommand } from "./command.ts";
import { toggle, UsageError, type Values } from "./flags.ts";
import { mergeShards } from "./shard/merge_shards.ts";
import { type NamedShard, readShardFile } from "./shard/read_shard_file.ts";
import { periodsFlag, printedSimulation } from "./simulation.ts";
import { printableName } from "../printable.ts";

const flags = {
  periods: periodsFlag,
  json: toggle("one JSON object instead of a table"),
};

const command: Command<typeof flags> = {
  name: "merge",
  words: "FILE…",
  about: `Puts the shards that \`${
    denoCommand("task simulate --shard I/N --out FILE")
  }\` wrote together, in any order.
Counts, extremes and the quantiles' bins are those of the run in one piece, to the last bit; means
and deviations to rounding; quantiles err by at most about 1/4096 of a deviation, far out of their
distance from the mean.`,
  flags,
  run: merge,
};

async function merge(
  { periods, json }: Values<typeof flags>,
  files: readonly string[],
): Promise<number> {
  if (files.length === 0) {
    throw new UsageError(`Cannot merge as no file was given: ${denoCommand("task merge FILE…")}`);
  }
  const shards: NamedShard[] = [];
  for (const name of files) {
    shards.push(readShardFile(printableName(name), await Deno.readTextFile(name)));
  }
  console.log(printedSimulation(mergeShards(shards, periods), json));
  return 0;
}

if (import.meta.main) await runCommand(command);
