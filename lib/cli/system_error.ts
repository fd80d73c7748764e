import { whyNot } from "../notebook_files/write_whole.ts";
import { printableName } from "../printable.ts";

/**
 * What a program says of an error that ends it, in one sentence where the system gave it: a full disk, a folder
 * that is read-only, rights that are missing.
 *
 * @param error What was thrown.
 * @returns The sentence; undefined where it is no error of the system's.
 */
export function systemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof Deno.errors.NotCapable) {
    const [, kind, what] = /^Requires (\w+) access to "?(.*?)"?, run again/s.exec(error.message) ??
      [];
    return kind === undefined
      ? undefined
      : `Cannot ${kind} ${printableName(what)} as this task may not do so`;
  }
  // Without a path: what was open already, as standard output is.
  if (/^[^:]* \(os error \d+\)$/.test(error.message)) return `Cannot go on as ${whyNot(error)}`;
  const [, action, path] = / \(os error \d+\): (\w+) '(.*?)'(?: -> '.*')?$/s.exec(error.message) ??
    [];
  if (action === undefined) return undefined;
  const verb = verbs[action] ?? "use";
  return `Cannot ${verb} ${printableName(path)} as ${
    reading.includes(action) && error instanceof Deno.errors.NotFound
      ? "it is not there"
      : whyNot(error)
  }`;
}

const reading = ["readfile", "readdir", "open", "stat", "lstat"];
const verbs: Readonly<Record<string, string>> = {
  mkdir: "make",
  writefile: "write",
  readfile: "read",
  readdir: "read",
  rename: "move",
  remove: "remove",
  open: "open",
};
