import { checkKeys, checkShape, checkThat, type Kind } from "../../check.ts";
import { having, record, text, wholeFrom, word } from "../../kinds.ts";
import { traderNames } from "../../scenario/named_traders.ts";
import { isRecord } from "../../shown.ts";
import { size, tallyOf } from "./read_tally.ts";
import { type Shard, shardOf } from "./shard.ts";
import { FORMAT, type ShardFile } from "./shard_file.ts";

/** A shard and the file it came from. */
export interface NamedShard extends ShardFile {
  /** The file's name as given. */
  readonly name: string;
}

/** Reads a shard's text; whatever is wrong with it is said in one line that names the file. */
export function readShardFile(name: string, text: string): NamedShard {
  const refuse = (why: string): never => {
    throw new Error(`Cannot read ${name} as a shard of a simulation: ${why}`);
  };
  if (text.trim() === "") refuse("it is empty: its simulation has not ended well");
  try {
    const file: unknown = JSON.parse(text);
    checkFile(file);
    return { name, ...file };
  } catch (error) {
    if (error instanceof SyntaxError) refuse(`it is no whole JSON (${text.length} characters)`);
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    return refuse(
      error.message.replace(`Cannot ${ACTION} as `, "").replace(/undefined$/, "missing"),
    );
  }
}

const ACTION = "read it";

const run = having("an object", {
  version: text,
  scenario: text,
  parameters: record,
  paths: wholeFrom(1),
  steps: wholeFrom(1),
  seed: text,
});
const shard = having("an object", {
  index: wholeFrom(1),
  of: wholeFrom(1),
  firstPath: wholeFrom(0),
  paths: wholeFrom(1),
});
const strategies: Kind = (action, name, value) => {
  const names = isRecord(value) ? Object.keys(value) : [];
  const known: readonly string[] = traderNames;
  const rule = `an object of any of ${known.join(", ")}`;
  const whole = names.length > 0 && names.every((name) => known.includes(name));
  checkShape(action, name, rule, value, whole);
};

function checkFile(file: unknown): asserts file is ShardFile {
  checkShape(ACTION, "it", "an object", file, isRecord(file));
  const known = { format: word(FORMAT), run, shard, seconds: size, strategies };
  checkKeys<ShardFile>(ACTION, file as ShardFile, known);
  const { run: { paths }, shard: own, strategies: tallies } = file as ShardFile;
  checkRange(own, paths);
  for (const [name, tally] of Object.entries(tallies)) {
    tallyOf(own.paths)(ACTION, `strategies.${name}`, tally);
  }
}

/** Whether it is the shard that its numbers say. */
function checkRange(shard: Shard, paths: number): void {
  const { index, of } = shard;
  checkThat(ACTION, "shard.of", `at most the run's ${paths} paths`, of, of <= paths);
  checkThat(ACTION, "shard.index", `at most ${of}`, index, index <= of);
  const right = shardOf(index, of, paths);
  for (const field of ["firstPath", "paths"] as const) {
    const rule = `${right[field]} for shard ${index} of ${of}`;
    checkThat(ACTION, `shard.${field}`, rule, shard[field], shard[field] === right[field]);
  }
}
