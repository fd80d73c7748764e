import type { Progress } from "../progress.ts";

/** What a person waits for without a word, at most, in milliseconds. */
const PATIENCE = 2000;

/**
 * The progress of a command's work: a bar in a terminal, elsewhere a line of standard error every two seconds.
 *
 * @param label What the work is.
 */
export async function taskProgress(label: string): Promise<Progress> {
  if (Deno.stderr.isTerminal()) {
    const { progressBar } = await import("../notebook/progress.ts");
    return progressBar(label);
  }
  let told = performance.now();
  return (done, total) => {
    const now = performance.now();
    if (now - told < PATIENCE) return;
    told = now;
    console.error(`${label}: ${Math.floor(100 * done / total)} %`);
  };
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
