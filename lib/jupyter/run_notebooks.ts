import { fileURLToPath } from "node:url";
import { judgeCanary, writeCanary } from "./canary.ts";
import type { Environment } from "./environment.ts";
import { lines } from "./lines.ts";
import type { Execution } from "./execution.ts";
import { strictClaims } from "../notebook/claims.ts";
import type { Notebook } from "../notebook_files/notebook_file.ts";

interface Report extends Omit<Execution, "failures"> {
  readonly failures: readonly {
    readonly cell: number | null;
    readonly name: string;
    readonly message: string;
  }[];
}

/**
 * Runs notebooks one after the other, each on a new kernel in its own folder.
 *
 * First a canary notebook proves that failure is seen.
 *
 * @param environment Where nbclient and the kernel are.
 * @param paths The notebooks' files.
 * @returns Each notebook as it ends.
 * @throws {Error} Where the canary goes by unseen, or the runner itself ends early.
 */
export async function* runNotebooks(
  environment: Environment,
  paths: readonly string[],
): AsyncGenerator<Execution> {
  const canary = await writeCanary();
  const runner = fileURLToPath(new URL("run_notebook.py", import.meta.url));
  const child = new Deno.Command(environment.python, {
    args: [runner, canary, ...paths],
    env: { ...environment.variables, ...Object.fromEntries([strictClaims]) },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const errors = Array.fromAsync(lines(child.stderr));
  let ended = -1;
  try {
    for await (const line of lines(child.stdout)) {
      const run = withSentences(JSON.parse(line) as Report);
      if (ended++ < 0) judgeCanary(run);
      else yield run;
    }
    const { success } = await child.status;
    if (success && ended === paths.length) return;
    const last = (await errors).at(-1) ?? "it says nothing";
    throw new Error(`Cannot run ${paths[ended] ?? "the notebooks"} as the runner ended: ${last}`);
  } finally {
    // Ends a runner that is still at work; one that has ended has closed it already.
    await child.stdin.close().catch(() => {});
  }
}

function withSentences(report: Report): Execution {
  const failures = report.failures.map(({ cell, name, message }) => {
    const place = cell === null ? "" : `code cell ${codeCellNumber(report.notebook, cell)}: `;
    return `${place}${name}: ${message}`;
  });
  return { ...report, failures };
}

function codeCellNumber(notebook: Notebook, index: number): number {
  return notebook.cells.slice(0, index + 1).filter((cell) => cell.cell_type === "code").length;
}
