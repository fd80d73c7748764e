import { systemError } from "./system_error.ts";
import { denoCommand } from "../deno_command.ts";
import {
  type Flags,
  isUsersMistake,
  readArguments,
  toggle,
  UsageError,
  type Values,
} from "./flags.ts";
import { helpRows, wrapped } from "./help_text.ts";
import { quietConsole } from "./quiet_console.ts";

/** A command that a user types: one table makes its parsing, its checks and its help. */
export interface Command<F extends Flags> {
  /** Its task's name. */
  readonly name: string;
  /** What it takes beside flags, such as `FILE…`; none takes nothing. */
  readonly words?: string;
  /** What it does, in sentences; the help breaks them into lines. */
  readonly about: string;
  /** Its flags. */
  readonly flags: F;
  /** What the help says after the flags. */
  readonly notes?: string;
  /** Runs it and gives the exit code. */
  readonly run: (values: Values<F>, words: readonly string[]) => number | Promise<number>;
}

/**
 * Runs a command on the program's arguments and ends the program: its result is its exit code. What goes
 * wrong is one line on stderr: exit code 2 for a bad flag or value, also where the library finds it or it is a
 * file's, 1 for the rest.
 */
export async function runCommand<F extends Flags>(command: Command<F>): Promise<never> {
  quietConsole();
  let code: number;
  try {
    code = await answer(command, Deno.args);
  } catch (error) {
    // A progress bar may stand there: its job has ended otherwise than it says.
    if (Deno.stderr.isTerminal()) Deno.stderr.writeSync(new TextEncoder().encode("\r\x1b[K"));
    console.error(systemError(error) ?? (error instanceof Error ? error.message : String(error)));
    code = isUsersMistake(error) ? 2 : 1;
  }
  Deno.exit(code);
}

async function answer<F extends Flags>(command: Command<F>, args: readonly string[]) {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(help(command));
    return 0;
  }
  const { values, words } = readArguments(args, command.flags);
  if (command.words === undefined && words.length > 0) {
    throw new UsageError(
      `Cannot read ${JSON.stringify(words[0])} as ${
        denoCommand(`task ${command.name}`)
      } takes flags alone`,
    );
  }
  return await command.run(values, words);
}

/** The help of a command, from its table. */
export function help<F extends Flags>({ name, words, about, flags, notes }: Command<F>): string {
  const all: Flags = { ...flags, help: toggle("this text") };
  const rows = Object.entries(all).map(([flag, { placeholder, about, rule, otherwise }]) => {
    const range = [rule, otherwise === "" ? "" : `default ${otherwise}`].filter((part) =>
      part !== ""
    );
    const meaning = range.length === 0 ? about : `${about} (${range.join("; ")})`;
    return [`--${flag} ${placeholder ?? ""}`.trimEnd(), meaning] as const;
  });
  const usage = ["Usage:", denoCommand(`task ${name}`), words, "[flags]"].filter((part) =>
    part !== undefined
  );
  const parts = [usage.join(" "), wrapped(about).join("\n"), helpRows(rows), notes];
  return parts.filter((part) => part !== undefined).join("\n\n");
}
