import { basename, dirname, join } from "node:path";

/**
 * Writes a file whole or not at all: beside its place, to the disk, and only then renamed over it.
 *
 * Where anything fails (a full disk, a folder that cannot be written, a kill half-way) the old file is
 * still there as it was. A link is followed, and the file keeps its mode.
 *
 * @param path The file.
 * @param content Its text or bytes.
 * @throws {Error} Where it cannot be written: why, and what became of the old file.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const old = await Deno.stat(path).catch(() => undefined);
  const place = old === undefined ? path : await Deno.realPath(path);
  const beside = join(
    dirname(place),
    `.${basename(place)}.${crypto.randomUUID().slice(0, 8)}.part`,
  );
  try {
    {
      using file = await Deno.open(beside, {
        write: true,
        createNew: true,
        ...(old?.mode == null ? {} : { mode: old.mode & 0o777 }),
      });
      for (let done = 0; done < bytes.length;) done += await file.write(bytes.subarray(done));
      await file.sync();
    }
    await Deno.rename(beside, place);
  } catch (error) {
    await Deno.remove(beside).catch(() => {});
    const kept = old === undefined ? "nothing was written" : "the file that was there is whole";
    throw new Error(`Cannot write ${path} as ${whyNot(error)}: ${kept}`);
  }
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
};
