import { join } from "node:path";
import { projectRoot } from "./environment.ts";
import { codeNotebook } from "../notebook_files/code_notebook.ts";
import { outputsOf } from "../notebook_files/notebook_file.ts";
import type { Execution } from "./execution.ts";

/** Cells that fail, each in its own way, and a part of what must be told about them. */
const failing: readonly (readonly [source: string, told: string])[] = [
  ['throw new RangeError("no such bird");', "RangeError: no such bird"],
  ['throw "text";', "text"],
  ["const canary = ;", "Expression expected"],
  ['import "no-such-package";', "no-such-package"],
];
const sound = '["a", "sound", "cell"].join(" ")';

/**
 * Writes the notebook that {@linkcode judgeCanary} judges.
 *
 * @returns Its path.
 */
export async function writeCanary(): Promise<string> {
  const folder = join(projectRoot, ".cache");
  const path = join(folder, "canary.ipynb");
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(path, codeNotebook([...failing.map(([source]) => source), sound]));
  return path;
}

/**
 * Makes sure that the runner saw each failing cell as what it is: some versions of the kernel report
 * failure as success, or without a word.
 *
 * @param run The canary's run, which went on after every failure.
 * @throws {Error} Where a failing cell went by unseen, or the sound one did not give its result.
 */
export function judgeCanary(run: Execution): void {
  for (const [index, [source, told]] of failing.entries()) {
    const start = `code cell ${index + 1}: `;
    const failure = run.failures.find((line) => line.startsWith(start));
    if (failure?.includes(told)) continue;
    const seen = failure === undefined ? "as success" : `only as ${JSON.stringify(failure)}`;
    throw new Error(`Cannot trust the runner as it sees \`${source}\` ${seen}`);
  }
  const outputs = JSON.stringify(outputsOf(run.notebook.cells[failing.length]));
  if (run.failures.length > failing.length || !outputs.includes("a sound cell")) {
    throw new Error(`Cannot trust the runner as it does not see the result of \`${sound}\``);
  }
}
