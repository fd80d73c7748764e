import type { Tallies } from "../../monte_carlo/tally_run.ts";
import type { Shard } from "./shard.ts";
import config from "../../../deno.json" with { type: "json" };

/** What tells one run from another: shards of different runs do not belong together. */
export interface RunIdentity {
  /** The project's version that simulated. */
  readonly version: string;
  /** The scenario's name. */
  readonly scenario: string;
  /** Its parameters as printed. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Number of paths in all shards together. */
  readonly paths: number;
  /** Steps of each. */
  readonly steps: number;
  /** The seed. */
  readonly seed: string;
}

/** What one shard of a run came to: everything a merge needs, some 100 KB whatever the number of paths. */
export interface ShardFile {
  /** What kind of file this is. */
  readonly format: typeof FORMAT;
  /** The whole run. */
  readonly run: RunIdentity;
  /** Which part of it this is. */
  readonly shard: Shard;
  /** How long it took, in seconds. */
  readonly seconds: number;
  /** Mergeable summaries, by strategy. */
  readonly strategies: Tallies;
}

/** Names the format and its version. */
export const FORMAT = "digital-market-maker shard 3";

/** The project's version. */
export const VERSION: string = config.version;
