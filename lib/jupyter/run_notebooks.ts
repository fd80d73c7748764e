import { fileURLToPath } from "node:url";
import { judgeCanary, writeCanary } from "./canary.ts";
import type { Environment } from "./environment.ts";
import { lines } from "./lines.ts";
import type { Execution } from "./execution.ts";
import { strictClaims } from "../notebook/claims.ts";
import type { Notebook } from "../notebook_files/notebook_file.ts";

/** How long a run may take. */
export interface RunLimits {
  /** Seconds for a cell; one that takes longer fails, and ends its notebook. @default {300} */
  readonly cellSeconds?: number;
  /** Seconds more after which the runner itself is taken to hang, and is ended. @default {30} */
  readonly patience?: number;
}

interface Report extends Omit<Execution, "failures"> {
  readonly failures: readonly {
    readonly cell: number | null;
    readonly name: string;
    readonly message: string;
  }[];
}

const KERNEL_START_SECONDS = 60;
const END_SECONDS = 10;

/**
 * Runs notebooks one after the other, each on a new kernel in its own folder.
 *
 * First a canary notebook proves that failure is seen. A cell is done when its reply, its idle and the kernel's
 * word that all of its output was sent have come; else it fails by name. A cell may show 20 million
 * characters. The runner and its kernels are a group of processes, which ends when this program does, however it
 * ends.
 *
 * @returns Each notebook as it ends.
 * @throws {Error} Where the canary goes by unseen.
 */
export async function* runNotebooks(
  environment: Environment,
  paths: readonly string[],
  limits: RunLimits = {},
): AsyncGenerator<Execution> {
  const { cellSeconds = 300, patience = 30 } = limits;
  const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const child = new Deno.Command(environment.python, {
    args: [
      file("in_a_group.py"),
      environment.python,
      file("run_notebook.py"),
      `${cellSeconds}`,
      await writeCanary(),
      ...paths,
    ],
    env: { ...environment.variables, ...Object.fromEntries([strictClaims]) },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const errors = Array.fromAsync(lines(child.stderr));
  let ended = -1;
  let cell: number | undefined;
  const start = performance.now();
  const watch = watchdog(() => endGroup(child));
  try {
    watch.expect(KERNEL_START_SECONDS + patience);
    for await (const line of lines(child.stdout)) {
      const told = JSON.parse(line) as Report | { readonly cell: number };
      cell = "path" in told ? undefined : told.cell;
      watch.expect((cell === undefined ? KERNEL_START_SECONDS : cellSeconds) + patience);
      if (!("path" in told)) continue;
      const run = withSentences(told);
      if (ended++ < 0) judgeCanary(run);
      else yield run;
    }
    await child.status;
  } finally {
    watch.stop();
    await endGroup(child);
  }
  if (ended === paths.length) return;
  const last = (await errors).at(-1) ?? "it says nothing";
  const why = watch.hasBitten ? "it stood still" : last;
  if (ended < 0) throw new Error(`Cannot run the notebooks as the runner ended: ${why}`);
  const path = paths[ended];
  const notebook: Notebook = JSON.parse(await Deno.readTextFile(path));
  const failures = [{ cell: cell ?? null, name: "Error", message: `the runner ended: ${why}` }];
  const seconds = (performance.now() - start) / 1000;
  yield withSentences({ path, seconds, failures, notebook });
  const rest = paths.slice(ended + 1);
  if (rest.length > 0) yield* runNotebooks(environment, rest, limits);
}

/** Acts when what is expected does not come in time. */
function watchdog(act: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasBitten = false;
  return {
    get hasBitten() {
      return hasBitten;
    },
    expect(seconds: number) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        hasBitten = true;
        act();
      }, seconds * 1000);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Ends the runner with all its kernels: it does so when its standard input is closed. */
async function endGroup(child: Deno.ChildProcess): Promise<void> {
  await child.stdin.close().catch(() => {});
  const timer = setTimeout(() => child.kill("SIGKILL"), END_SECONDS * 1000);
  await child.status;
  clearTimeout(timer);
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
