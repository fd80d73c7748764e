import { resolve } from "node:path";
import { openWhole, type PendingFile } from "../notebook_files/write_whole.ts";
import { UsageError } from "./flags.ts";
import { printableName } from "../printable.ts";

/** Files that flags name, open to be written; undefined where a flag was not given. */
export type OutputFiles<Flag extends string> =
  & Readonly<Record<Flag, PendingFile | undefined>>
  & {
    /** Prints the command's answer, unless a file is standard output itself. */
    readonly print: (text: string) => void;
  };

/** What names standard input among files that are read, and standard output among those that are written. */
const STANDARD = "-";

/**
 * Works with files that flags name: opened before the work, so that a folder that is missing costs no hour, and
 * written whole or not at all. Where the work fails the files that were there are still as they were. `-` is standard
 * output, and then nothing else is printed there. Where no flag names a file, nothing can be written from here on.
 *
 * @param paths Paths by the names of their flags.
 * @param inputs Files that are read, which no output may replace.
 * @param json Whether the answer is JSON, which nothing else on standard output may stand beside.
 * @param work Writes every file that is there.
 * @returns What the work returns.
 * @throws {UsageError} Where one file is named twice, or cannot be written.
 */
export async function withOutputs<Flag extends string, T>(
  paths: Readonly<Record<Flag, string | undefined>>,
  inputs: readonly string[],
  json: boolean,
  work: (files: OutputFiles<Flag>) => Promise<T>,
): Promise<T> {
  const named = Object.values<string | undefined>(paths).filter((path) => path !== undefined);
  if (named.every((path) => path === STANDARD)) giveWritePermissionBack();
  const print = named.includes(STANDARD) ? () => {} : (text: string) => console.log(text);
  const taken = new Map<string, string>();
  for (const input of inputs) if (input !== STANDARD) taken.set(placeOf(input), "is read");
  if (json) taken.set(placeOf(STANDARD), "takes --json");
  const open = (path: string) => path === STANDARD ? standardOutput() : openWhole(path);
  const files: Partial<Record<Flag, PendingFile>> = {};
  try {
    for (const flag of Object.keys(paths) as Flag[]) {
      const path = paths[flag];
      if (path === undefined) continue;
      const other = taken.get(placeOf(path));
      if (other !== undefined) {
        const same = path === STANDARD ? "standard output" : "the same file";
        throw new UsageError(`Cannot write --${flag} ${printableName(path)} as ${same} ${other}`);
      }
      taken.set(placeOf(path), `is written by --${flag}`);
      files[flag] = await open(path).catch(({ message }: Error) => {
        throw new UsageError(message.replace("Cannot write", `Cannot write --${flag}`));
      });
    }
    return await work({ ...files, print } as OutputFiles<Flag>);
  } catch (error) {
    for (const file of Object.values<PendingFile | undefined>(files)) await file?.discard();
    throw error;
  }
}

/** Standard output as a file. */
function standardOutput(): Promise<PendingFile> {
  const append = (content: string | Uint8Array) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    try {
      for (let done = 0; done < bytes.length;) done += Deno.stdout.writeSync(bytes.subarray(done));
    } catch (error) {
      if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
      throw new Error("Cannot go on writing to standard output as nobody reads it any more");
    }
  };
  return Promise.resolve({
    append,
    write: (rest) => Promise.resolve(append(rest)),
    discard: () => Promise.resolve(),
  });
}

/** Where a path leads, links followed as far as there are any. */
function placeOf(path: string): string {
  if (path === STANDARD) return path;
  try {
    return Deno.realPathSync(path);
  } catch {
    return resolve(path);
  }
}

/** From here on nothing can be written. */
function giveWritePermissionBack(): void {
  Deno.permissions.revokeSync({ name: "write" });
}
