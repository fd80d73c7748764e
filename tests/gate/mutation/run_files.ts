import type { ScratchCopy } from "./scratch_copy.ts";

/** What came of some test files. */
export interface Verdict {
  /** Whether every test passed. */
  readonly passed: boolean;
  /** The first test that failed, or what happened instead. */
  readonly by: string;
}

/** How long and until when tests may run. */
export interface Limits {
  /** Seconds for all files of a fault. */
  readonly seconds: number;
  /** Ends what runs. */
  readonly stop: AbortSignal;
}

const passed: Verdict = { passed: true, by: "" };

/**
 * Runs test files in a copy of the project, up to the first test that fails. Types are not checked: a fault
 * shall be found by what the program does.
 *
 * @param copy The copy.
 * @param files Test files, and files whose examples are run.
 * @param limits When to give up: tests that do not end count as failed.
 * @returns What came of them.
 */
export async function runFiles(
  copy: ScratchCopy,
  files: readonly string[],
  limits: Limits,
): Promise<Verdict> {
  const tests = files.filter((file) => file.endsWith("_test.ts"));
  const documents = files.filter((file) => !file.endsWith("_test.ts"));
  const found = tests.length === 0 ? passed : await run(copy, tests, limits);
  if (!found.passed || documents.length === 0) return found;
  return await run(copy, ["--doc", ...documents], limits);
}

async function run(
  { root, flags }: ScratchCopy,
  args: readonly string[],
  { seconds, stop }: Limits,
): Promise<Verdict> {
  const child = new Deno.Command("deno", {
    args: [
      ...["test", "--quiet", "--frozen", "--no-prompt", "--no-check", "--fail-fast", "--allow-all"],
      ...flags,
      ...args,
    ],
    cwd: root,
    env: { NO_COLOR: "1", RUST_BACKTRACE: "0", CI: "" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    // A group of its own, so that nothing it has started outlives it.
    detached: true,
  }).spawn();
  let late = false;
  const end = () => endGroup(child);
  const timer = setTimeout(() => {
    late = true;
    end();
  }, seconds * 1000);
  stop.addEventListener("abort", end);
  try {
    const { success, stdout, stderr } = await child.output();
    if (success) return passed;
    const text = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("\n");
    return { passed: false, by: late ? `not ended after ${seconds} s` : firstFailure(text) };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener("abort", end);
    end();
  }
}

/** The name of the first test that failed, from what deno printed. */
export function firstFailure(output: string): string {
  const test = /^(?:\.\/\S+ => ?)?(.+?) \.\.\.(?: \S+ \.\.\.)* FAILED/m.exec(output)?.[1];
  const file = /^(?:\.\/)?(\S+) \(uncaught error\)/m.exec(output)?.[1];
  return test ?? (file === undefined ? output.trim().split("\n").at(-1)! : `${file} does not load`);
}

/** Ends a program and all that it has started; without the right to that, at least itself. */
function endGroup(child: Deno.ChildProcess): void {
  for (const kill of [() => Deno.kill(-child.pid, "SIGKILL"), () => child.kill("SIGKILL")]) {
    try {
      return kill();
    } catch {
      // It has ended, or the right is missing.
    }
  }
}
