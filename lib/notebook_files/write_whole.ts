import { basename, dirname, join, resolve } from "node:path";
import { printableName } from "../printable.ts";

/** A file that is being written beside its place. */
export interface PendingFile {
  /** Writes a first part, or a next one: what is too large to be held at once. */
  readonly append: (content: string) => void;
  /** Writes everything, or what is left, and puts the file in its place; once. */
  readonly write: (content: string | Uint8Array) => Promise<void>;
  /** Gives up: nothing is left of what was written. */
  readonly discard: () => Promise<void>;
}

/**
 * Opens a file that will be written whole or not at all: beside its place, to the disk, and only then renamed
 * over it.
 *
 * Opened before long work, a folder that is missing or closed does not cost an hour. Where anything fails (a
 * full disk, a kill half-way) the old file is still there as it was. A link is followed, and the file keeps
 * its mode.
 *
 * @throws {Error} Where it cannot be written: why, and what became of the old file.
 */
export async function openWhole(path: string): Promise<PendingFile> {
  const old = await Deno.stat(path).catch(() => undefined);
  // A link is followed where it leads to nothing yet, too.
  const aim = () => Deno.readLink(path).then((to) => resolve(dirname(path), to), () => path);
  const place = old === undefined ? await aim() : await Deno.realPath(path);
  const key = crypto.randomUUID().slice(0, 8);
  const beside = join(dirname(place), `.${basename(place)}.${key}.part`);
  const refused = async (error: unknown) => {
    await Deno.remove(beside).catch(() => {});
    const kept = !old?.isFile ? "nothing was written" : "the file that was there is whole";
    return new Error(`Cannot write ${printableName(path)} as ${whyNot(error)}: ${kept}`);
  };
  if (old?.isDirectory) throw await refused(new Deno.errors.IsADirectory("it is a folder"));
  // A pipe would be replaced, and whoever reads it would wait for ever.
  if (old?.isFile === false) throw await refused(new Error("it is no file"));
  const mode = old?.mode == null ? {} : { mode: old.mode & 0o777 };
  const file = await Deno.open(beside, { write: true, createNew: true, ...mode })
    .catch(async (error) => {
      throw await refused(error);
    });
  return {
    append(content) {
      const bytes = new TextEncoder().encode(content);
      for (let done = 0; done < bytes.length;) done += file.writeSync(bytes.subarray(done));
    },
    async discard() {
      closeOnce(file);
      await Deno.remove(beside).catch(() => {});
    },
    async write(content) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      try {
        for (let done = 0; done < bytes.length;) done += await file.write(bytes.subarray(done));
        await file.sync();
        file.close();
        await Deno.rename(beside, place);
      } catch (error) {
        closeOnce(file);
        throw await refused(error);
      }
    },
  };
}

function closeOnce(file: Deno.FsFile): void {
  try {
    file.close();
  } catch {
    // It was closed before.
  }
}

/** Writes a file whole or not at all: {@linkcode openWhole}, in one call. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await (await openWhole(path)).write(content);
}

/** Why a file could not be read or written, in a few words. */
export function whyNot(error: unknown): string {
  const code = error instanceof Error ? (error as { readonly code?: string }).code : undefined;
  if (code !== undefined && code in reasons) return reasons[code];
  if (error instanceof Deno.errors.NotCapable) return "this task may not write there";
  const words = error instanceof Error ? error.message : String(error);
  return words.split("\n")[0].replace(/ \(os error \d+\).*$/, "");
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  EACCES: "the rights to it are missing",
  EPERM: "the rights to it are missing",
  ENOENT: "its folder is not there",
  ENOTDIR: "its folder is not a folder",
  EISDIR: "it is a folder",
  EEXIST: "there is something else",
};
