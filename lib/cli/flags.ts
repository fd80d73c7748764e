import { parseArgs } from "node:util";

/** A mistake in the command line: told in one line, exit code 2. */
export class UsageError extends Error {
  /** The error's name. */
  override name = "UsageError";
}

/** What one flag is: a switch, a text, or a text that may be repeated. */
export interface Flag {
  /** Whether a value follows. */
  readonly type: "boolean" | "string";
  /** Whether the flag may be given more than once. */
  readonly multiple?: boolean;
}

/** The flags of a command and the words between them. */
export interface Arguments {
  /** Values by flag, without the dashes. */
  readonly flags: Readonly<
    Record<string, string | boolean | readonly (string | boolean)[] | undefined>
  >;
  /** Everything that is no flag, in order. */
  readonly words: readonly string[];
}

/** Reads a command line; an unknown flag or a missing value is a {@linkcode UsageError}. */
export function readArguments(
  args: readonly string[],
  options: Readonly<Record<string, Flag>>,
  { words = false }: { readonly words?: boolean } = {},
): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: words,
      strict: true,
    });
    return { flags: values, words: positionals };
  } catch (error) {
    throw new UsageError(firstSentence(error));
  }
}

function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(/\.(?: |$)|\n/)[0];
}

/** A flag's text, where it was given. */
export function text({ flags }: Arguments, name: string): string | undefined {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
}

/** A flag's whole number of at least `least`, or the fallback. */
export function wholeNumber(
  given: Arguments,
  name: string,
  { fallback, least = 1 }: { readonly fallback: number; readonly least?: number },
): number {
  const value = text(given, name);
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < least) {
    throw new UsageError(
      `Cannot read --${name} as it must be a whole number >= ${least}: current value is ${
        JSON.stringify(value)
      }`,
    );
  }
  return number;
}

/**
 * Runs a command: its result is its exit code. What goes wrong is one line on stderr: exit code 2 for a bad
 * flag or value, 1 for the rest.
 */
export async function runCommand(
  command: (args: readonly string[]) => number | Promise<number>,
): Promise<never> {
  let code: number;
  try {
    code = await command(Deno.args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    code = error instanceof UsageError ? 2 : 1;
  }
  Deno.exit(code);
}
