import {
  BrokenJson,
  field,
  namesAt,
  type Place,
  requireAt,
  sizeAt,
  textAt,
  wholeAt,
} from "./json_checks.ts";
import type { Tallies } from "../../monte_carlo/tally_run.ts";
import { traderNames } from "../../scenario/named_traders.ts";
import { readTally } from "./read_tally.ts";
import { type Shard, shardOf } from "./shard.ts";
import { FORMAT, type RunIdentity, type ShardFile } from "./shard_file.ts";

/** A shard and the file it came from. */
export interface NamedShard extends ShardFile {
  /** The file's name as given. */
  readonly name: string;
}

/** Reads a shard's text; whatever is wrong with it is said in one line that names the file. */
export function readShardFile(name: string, text: string): NamedShard {
  try {
    if (text.trim() === "") throw new BrokenJson("it is empty: its simulation has not ended well");
    return { name, ...parse({ value: json(text), at: "" }) };
  } catch (error) {
    if (!(error instanceof BrokenJson)) throw error;
    throw new Error(`Cannot read ${name} as a shard of a simulation: ${error.message}`);
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BrokenJson(`it is no whole JSON (${text.length} characters)`);
  }
}

function parse(file: Place): ShardFile {
  const at = (name: string) => field(file, name);
  requireAt(at("format"), at("format").value === FORMAT, JSON.stringify(FORMAT));
  const run = readRun(at("run"));
  const shard = readRange(at("shard"), run.paths);
  return {
    format: FORMAT,
    run,
    shard,
    seconds: sizeAt(at("seconds")),
    strategies: readStrategies(at("strategies"), shard.paths),
  };
}

function readStrategies(place: Place, paths: number): Tallies {
  const names = namesAt(place, traderNames);
  const entries = names.map((name) => [name, readTally(field(place, name), paths)]);
  return Object.fromEntries(entries);
}

function readRun(place: Place): RunIdentity {
  const at = (name: string) => field(place, name);
  const { value: parameters } = at("parameters");
  if (typeof parameters !== "object" || parameters === null) {
    throw new BrokenJson("run.parameters must be an object");
  }
  return {
    version: textAt(at("version")),
    scenario: textAt(at("scenario")),
    parameters: Object.fromEntries(Object.entries(parameters)),
    paths: wholeAt(at("paths"), 1),
    steps: wholeAt(at("steps"), 1),
    seed: textAt(at("seed")),
  };
}

function readRange(place: Place, paths: number): Shard {
  const at = (name: string) => field(place, name);
  const index = wholeAt(at("index"), 1), of = wholeAt(at("of"), 1);
  requireAt(at("of"), of <= paths, `at most the run's ${paths} paths`);
  requireAt(at("index"), index <= of, `at most ${of}`);
  const shard = shardOf(index, of, paths);
  requireAt(
    at("firstPath"),
    at("firstPath").value === shard.firstPath,
    `${shard.firstPath} for shard ${index} of ${of}`,
  );
  requireAt(
    at("paths"),
    at("paths").value === shard.paths,
    `${shard.paths} for shard ${index} of ${of}`,
  );
  return shard;
}
