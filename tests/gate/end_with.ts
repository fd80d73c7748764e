import { systemError } from "../../lib/cli/system_error.ts";

/**
 * Ends a program with its exit code. An error of the system's, or one that says what could not be done, is told
 * without a stack; a fault of the program keeps it.
 */
export async function endWith(run: () => number | Promise<number>): Promise<never> {
  try {
    Deno.exit(await run());
  } catch (error) {
    const sentence = systemError(error) ?? ownSentence(error);
    if (sentence === undefined) throw error;
    console.error(sentence);
    Deno.exit(1);
  }
}

function ownSentence(error: unknown): string | undefined {
  return error instanceof Error && error.constructor === Error ? error.message : undefined;
}
