import { resolve } from "node:path";
import { openWhole, type PendingFile } from "../notebook_files/write_whole.ts";
import { UsageError } from "./flags.ts";
import { printableName } from "../printable.ts";

/** Files that flags name, open to be written; undefined where a flag was not given. */
export type OutputFiles<Flag extends string> = Readonly<Record<Flag, PendingFile | undefined>>;

/**
 * Works with files that flags name: opened before the work, so that a folder that is missing costs no hour, and
 * written whole or not at all. Where the work fails the files that were there are still as they were.
 *
 * @param paths Paths by the names of their flags.
 * @param inputs Files that are read, which no output may replace.
 * @param work Writes every file that is there.
 * @returns What the work returns.
 * @throws {UsageError} Where one file is named twice, or cannot be written.
 */
export async function withOutputs<Flag extends string, T>(
  paths: Readonly<Record<Flag, string | undefined>>,
  inputs: readonly string[],
  work: (files: OutputFiles<Flag>) => Promise<T>,
): Promise<T> {
  const taken = new Map<string, string>();
  for (const input of inputs) taken.set(placeOf(input), "is read");
  const files: Partial<Record<Flag, PendingFile>> = {};
  try {
    for (const flag of Object.keys(paths) as Flag[]) {
      const path = paths[flag];
      if (path === undefined) continue;
      const other = taken.get(placeOf(path));
      if (other !== undefined) {
        throw new UsageError(
          `Cannot write --${flag} ${printableName(path)} as the same file ${other}`,
        );
      }
      taken.set(placeOf(path), `is written by --${flag}`);
      files[flag] = await openWhole(path).catch(({ message }: Error) => {
        throw new UsageError(message.replace("Cannot write", `Cannot write --${flag}`));
      });
    }
    return await work(files as OutputFiles<Flag>);
  } catch (error) {
    for (const file of Object.values<PendingFile | undefined>(files)) await file?.discard();
    throw error;
  }
}

/** Where a path leads, links followed as far as there are any. */
function placeOf(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch {
    return resolve(path);
  }
}

/** From here on nothing can be written. */
export function giveWritePermissionBack(): void {
  Deno.permissions.revokeSync({ name: "write" });
}
