import { progressBar } from "../notebook/progress.ts";

/** Shows how much of some files is read. */
export interface ReadingProgress {
  /** Takes the number of bytes that came. */
  readonly told: (bytes: number) => void;
  /** Ends the bar, whether all was read or not. */
  readonly end: () => void;
}

/**
 * A progress bar of reading files, by their bytes.
 *
 * @param paths The files.
 * @returns The progress; undefined where a size is not known, as of standard input.
 */
export function readingProgress(paths: readonly string[]): ReadingProgress | undefined {
  const sizes = paths.map(sizeOf);
  if (sizes.some((size) => size === 0)) return undefined;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const tell = progressBar("Reading bytes");
  let done = 0;
  return {
    told(bytes) {
      // A file may have grown since; the end is told once.
      done = Math.min(total - 1, done + bytes);
      tell(done, total);
    },
    end: () => tell(total, total),
  };
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
