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

/** Where a shard's text goes. */
export interface ShardSink {
  /** Writes the shard; says so where it went to a file. */
  readonly write: (file: ShardFile) => void;
}

/**
 * Opens the file for a shard, or standard output for `-` and for none, and gives the permission to write
 * back: whatever runs in between cannot write anywhere. Opened before the work, a folder that is missing
 * does not cost an hour.
 */
export function openShardSink(path: string | undefined): ShardSink {
  const file = path === undefined || path === "-" ? undefined : open(path);
  giveWritePermissionBack();
  return {
    write(shardFile) {
      const text = JSON.stringify(shardFile);
      if (file === undefined) return console.log(text);
      file.truncateSync();
      const bytes = new TextEncoder().encode(`${text}\n`);
      for (let done = 0; done < bytes.length;) done += file.writeSync(bytes.subarray(done));
      file.close();
      const { index, of, firstPath, paths } = shardFile.shard;
      const range = `paths ${firstPath} to ${firstPath + paths - 1} of ${shardFile.run.paths}`;
      console.log(`Wrote shard ${index} of ${of} (${range}) to ${path}`);
    },
  };
}

/** From here on nothing can be written. */
export function giveWritePermissionBack(): void {
  Deno.permissions.revokeSync({ name: "write" });
}

function open(path: string): Deno.FsFile {
  try {
    return Deno.openSync(path, { write: true, create: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new Error(`Cannot write ${path}: ${reason}`);
  }
}
