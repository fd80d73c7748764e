/** Runs tasks as a person does. */

const root = new URL("../../", import.meta.url);

/** What a task answered. */
export interface Run {
  readonly code: number;
  readonly out: string;
  /** What it said beside its answer, but for lines of progress: a slow machine hears more of those. */
  readonly errors: string;
}

const progressLine = /^.* \[#*\.*\] \d+ %, .*\n/gm;

/** Runs `deno task simulate` with the given flags. */
export function task(...args: readonly string[]): Promise<Run> {
  return runTask("simulate", ...args);
}

/** Runs a task with the given flags. */
export async function runTask(name: string, ...args: readonly string[]): Promise<Run> {
  const { code, stdout, stderr } = await new Deno.Command("deno", {
    args: ["task", "--quiet", name, ...args],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), errors: text(stderr).replace(progressLine, "") };
}
