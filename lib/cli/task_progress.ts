import type { Progress } from "../progress.ts";

/**
 * The progress of a command's work, as `simulate` shows its own. What shows it is loaded here: most of the
 * library would be loaded with it before the first line of help.
 *
 * @param label What the work is.
 */
export async function taskProgress(label: string): Promise<Progress> {
  const { progressBar } = await import("../notebook/progress.ts");
  return progressBar(label);
}

/**
 * The progress of one piece among many, which may begin anew where it finds that it must look farther.
 *
 * @param progress Who is told of the whole.
 * @param piece Which piece, from 0.
 * @param pieces How many there are.
 */
export function pieceOf(progress: Progress, piece: number, pieces: number): Progress {
  const parts = 1000;
  let most = 0;
  return (done, total) => {
    most = Math.max(most, Math.floor(parts * done / total));
    // The whole has its end only where the last piece is known to have come to its own.
    progress(Math.min(piece * parts + most, pieces * parts - 1), pieces * parts);
  };
}
