import { nearestName, suggestion } from "../nearest_name.ts";
import type { ValueKind } from "./values.ts";

/** A mistake in the command line: told in one line, exit code 2. */
export class UsageError extends Error {
  /** The error's name. */
  override name = "UsageError";
}

/**
 * Whether an error is the user's: a mistake in the command line, or a value of it or of a file that the library
 * refuses, which it does in one grammar.
 */
export function isUsersMistake(error: unknown): boolean {
  if (error instanceof UsageError) return true;
  const refused = error instanceof RangeError || error instanceof TypeError;
  return refused && /^Cannot .+ as /s.test(error.message);
}

/** One flag of a command: all that parsing, checking and help need to know. */
export interface Flag<T> {
  /** What it does, in words. */
  readonly about: string;
  /** What stands for its value in the help, such as `N`; none for a switch. */
  readonly placeholder?: string;
  /** What must hold for its value, in words. */
  readonly rule: string;
  /** Its value where it is not given, as the help tells it. */
  readonly otherwise: string;
  /** Whether it may be given more than once. */
  readonly repeats: boolean;
  /** Its value, from the texts that were given: none, one, or more where it repeats. */
  readonly read: (name: string, texts: readonly string[]) => T;
  /** Names that its value begins with, so that one written as a flag is understood. */
  readonly keys?: readonly string[];
}

/** A command's flags, by name without the dashes. */
export type Flags = Readonly<Record<string, Flag<unknown>>>;

/** What each flag's value is. */
export type Values<F extends Flags> = {
  readonly [K in keyof F]: F[K] extends Flag<infer T> ? T : never;
};

/** A flag without a value. */
export function toggle(about: string): Flag<boolean> {
  const read = (_: string, texts: readonly string[]) => texts.length > 0;
  return { about, rule: "", otherwise: "", repeats: false, read };
}

/** A flag with one value, and the text that is read where it is not given. */
export function flag<T>(
  placeholder: string,
  kind: ValueKind<T>,
  about: string,
  fallback: string,
): Flag<T> {
  const read = (name: string, texts: readonly string[]) =>
    readValue(`read --${name}`, kind, texts[0] ?? fallback);
  return { about, placeholder, rule: kind.rule, otherwise: fallback, repeats: false, read };
}

/** A flag with one value that is undefined where it is not given; `otherwise` says what holds then. */
export function optional<T>(
  placeholder: string,
  kind: ValueKind<T>,
  about: string,
  otherwise: string,
): Flag<T | undefined> {
  const read = (name: string, texts: readonly string[]) =>
    texts.length === 0 ? undefined : readValue(`read --${name}`, kind, texts[0]);
  return { about, placeholder, rule: kind.rule, otherwise, repeats: false, read };
}

/**
 * Reads a value by its kind.
 *
 * @param action What cannot be done where the rule is broken, such as `read --paths`.
 */
export function readValue<T>(action: string, kind: ValueKind<T>, text: string): T {
  const value = kind.read(text);
  if (value !== undefined) return value;
  throw new UsageError(
    `Cannot ${action} as it must be ${kind.rule || "some text"}: current value is ${
      JSON.stringify(text)
    }`,
  );
}

/** A command line, read: the flags' values, and the words between them. */
export interface Arguments<F extends Flags> {
  /** Values by flag. */
  readonly values: Values<F>;
  /** Everything that is no flag, in order. */
  readonly words: readonly string[];
}

/**
 * Reads a command line: `--flag value` or `--flag=value`, words in between, after `--` words alone.
 *
 * @throws {UsageError} For a flag that does not exist, is given twice, or whose value breaks its rule.
 */
export function readArguments<F extends Flags>(args: readonly string[], flags: F): Arguments<F> {
  const texts = new Map<string, string[]>();
  const words: string[] = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === "--") {
      words.push(...args.slice(i + 1));
      break;
    }
    if (!/^-[^0-9.]/.test(args[i])) {
      words.push(args[i]);
      continue;
    }
    const [, name, given] = /^--?([^=]*)(?:=(.*))?$/s.exec(args[i])!;
    if (!args[i].startsWith("--") || !Object.hasOwn(flags, name)) refuseUnknown(args[i], flags);
    const { placeholder, repeats } = flags[name];
    if (texts.has(name) && !repeats) {
      throw new UsageError(`Cannot read --${name} as it is given twice`);
    }
    const value = placeholder === undefined ? noValue(name, given) : given ?? args[++i];
    // A value may begin with a dash, as numbers below zero do; two dashes begin the next flag.
    if (value === undefined || (given === undefined && value.startsWith("--"))) {
      throw new UsageError(
        `Cannot read --${name} as its value is missing: --${name} ${placeholder}`,
      );
    }
    texts.set(name, [...texts.get(name) ?? [], value]);
  }
  const values = Object.entries(flags)
    .map(([name, { read }]) => [name, read(name, texts.get(name) ?? [])]);
  return { values: Object.fromEntries(values), words };
}

function noValue(name: string, given: string | undefined): string {
  if (given === undefined) return "";
  throw new UsageError(`Cannot read --${name} as it takes no value: got ${JSON.stringify(given)}`);
}

function refuseUnknown(written: string, flags: Flags): never {
  const name = written.replace(/^-+/, "").replace(/=.*/s, "");
  const entries = Object.entries(flags);
  const near = nearestName(name, Object.keys(flags));
  for (const [flag, { keys = [] }] of entries) {
    const key = nearestName(name, keys);
    const surer = key === name || near === undefined;
    if (key !== undefined && surer) {
      throw new UsageError(
        `Cannot read ${written} as there is no such flag: did you mean --${flag} ${key}=…?`,
      );
    }
  }
  const names = Object.keys(flags).map((flag) => `--${flag}`);
  throw new UsageError(
    `Cannot read ${written} as there is no such flag: ${suggestion(`--${name}`, names)}`,
  );
}
