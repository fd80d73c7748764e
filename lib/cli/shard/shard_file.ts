import type { Tallies } from "../../monte_carlo/tally_run.ts";
import type { Shard } from "./shard.ts";
import { openWhole } from "../../notebook_files/write_whole.ts";
import { giveWritePermissionBack } from "../output_files.ts";
import config from "../../../deno.json" with { type: "json" };
import { printableName } from "../../printable.ts";

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

/** Where a shard's text goes. */
export interface ShardSink {
  /** Writes the shard; says so where it went to a file. */
  readonly write: (file: ShardFile) => Promise<void>;
}

/**
 * Opens the file for a shard, or standard output for `-` and for none. Opened before the work, a folder that is
 * missing does not cost an hour. Where there is no file, the permission to write is given back.
 */
export async function openShardSink(path: string | undefined): Promise<ShardSink> {
  if (path === undefined || path === "-") {
    giveWritePermissionBack();
    return { write: (shardFile) => Promise.resolve(console.log(JSON.stringify(shardFile))) };
  }
  const pending = await openWhole(path);
  return {
    async write(shardFile) {
      await pending.write(`${JSON.stringify(shardFile)}\n`);
      const { index, of, firstPath, paths } = shardFile.shard;
      const range = `paths ${firstPath} to ${firstPath + paths - 1} of ${shardFile.run.paths}`;
      console.log(`Wrote shard ${index} of ${of} (${range}) to ${printableName(path)}`);
    },
  };
}
