import { progressBar } from "../notebook/progress.ts";
import type { Progress } from "../progress.ts";

/** Takes the number of bytes that came. */
export type Told = (bytes: number) => void;

/**
 * Reads files under a progress bar of their bytes, which comes to its end only where the reading does.
 *
 * @param paths The files.
 * @param read Reads them, and tells what came; it has nobody to tell where a size is not known, as of
 * standard input.
 * @param tell Who is told. @default {a bar}
 * @returns What the reading gave.
 */
export async function readingBytes<T>(
  paths: readonly string[],
  read: (told: Told | undefined) => Promise<T>,
  tell: Progress = progressBar("Reading bytes"),
): Promise<T> {
  const sizes = paths.map(sizeOf);
  if (sizes.some((size) => size === 0)) return await read(undefined);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  const result = await read((bytes) => {
    // A file may have grown since; the end is told once.
    done = Math.min(total - 1, done + bytes);
    tell(done, total);
  });
  tell(total, total);
  return result;
}

function sizeOf(path: string): number {
  if (path === "-") return 0;
  try {
    const { isFile, size } = Deno.statSync(path);
    return isFile ? size : 0;
  } catch {
    return 0;
  }
}
