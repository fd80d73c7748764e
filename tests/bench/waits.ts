import { basename, join } from "node:path";
import { progressBar } from "../../lib/notebook/progress.ts";
import { codeNotebook } from "../../lib/notebook_files/code_notebook.ts";
import { projectRoot, setUpEnvironment } from "../../lib/jupyter/environment.ts";
import { selectNotebooks } from "../../lib/cli/notebooks.ts";
import { runNotebooks } from "../../lib/jupyter/run_notebooks.ts";
import { textTable } from "../../lib/cli/table.ts";

/** Something a person waits for. */
export interface Wait {
  /** What it is. */
  readonly name: string;
  /** Seconds in the best round. */
  readonly best: number;
  /** Seconds in the median round. */
  readonly median: number;
  /** Size of the committed file, in kB of 10³ bytes, where it is a notebook. */
  readonly kilobytes?: number;
}

const NOTEBOOKS = join(projectRoot, "notebooks");

/** A day of 200 steps in place of `readme`'s 500. */
const DAY = ["--set", "steps=200", "--set", "horizon=200"];
const SIMULATE = ["lib/cli/simulate.ts", ...DAY];

/** What is started as a program of its own, with its arguments. */
const PROGRAMS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ["simulate, 1000 paths of 200 steps", SIMULATE],
  ["simulate, a million paths", [...SIMULATE, "--paths", "1000000"]],
  ["simulate, a million paths, 2 workers", [...SIMULATE, "--paths", "1000000", "--workers", "2"]],
  ["exact results of both strategies, 200 steps", ["lib/cli/exact.ts", ...DAY]],
];

/** Measures programs round by round, then the kernel and every notebook once a round. */
export async function measureWaits(rounds: number): Promise<readonly Wait[]> {
  const environment = await setUpEnvironment(console.error);
  const notebooks = await selectNotebooks(NOTEBOOKS);
  const cells = await scratchNotebooks();
  const paths = [...cells.map(({ path }) => path), ...notebooks];
  const seconds = new Map<string, number[]>();
  const tell = progressBar("Waiting"), total = rounds * (PROGRAMS.length + paths.length);
  let done = 0;
  const note = (name: string, taken: number) => {
    seconds.set(name, [...seconds.get(name) ?? [], taken]);
    tell(++done, total);
  };
  for (let round = 0; round < rounds; round++) {
    for (const [name, args] of PROGRAMS) note(name, await timeProgram(args));
    for await (const { path, seconds: taken, failures } of runNotebooks(environment, paths)) {
      if (failures.length > 0) throw new Error(`Cannot time ${basename(path)}: ${failures[0]}`);
      note(path, taken);
    }
  }
  return [...seconds].map(([key, taken]) => {
    const sorted = taken.toSorted((a, b) => a - b);
    const wait = {
      name: cells.find(({ path }) => path === key)?.name ?? basename(key, ".ipynb"),
      best: sorted[0],
      median: sorted[Math.floor(sorted.length / 2)],
    };
    if (!notebooks.includes(key)) return wait;
    return { ...wait, kilobytes: Deno.statSync(key).size / 1000 };
  });
}

/** Seconds and sizes, as text. */
export function waitsTable(waits: readonly Wait[]): string {
  return textTable([
    ["", "best, s", "median, s", "size, kB"],
    ...waits.map(({ name, best, median, kilobytes }) => [
      name,
      best.toFixed(2),
      median.toFixed(2),
      kilobytes?.toFixed(0) ?? "",
    ]),
  ]);
}

async function timeProgram(args: readonly string[]): Promise<number> {
  const start = performance.now();
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "--no-prompt", "--allow-read=lib", ...args],
    cwd: projectRoot,
    stdin: "null",
  });
  const { success, stderr } = await command.output();
  const seconds = (performance.now() - start) / 1000;
  if (success) return seconds;
  throw new Error(`Cannot time ${args[0]}: ${new TextDecoder().decode(stderr).trim()}`);
}

/** Notebooks of one cell: what the kernel takes to start, and what importing the notebook side adds. */
async function scratchNotebooks(): Promise<readonly { name: string; path: string }[]> {
  const folder = join(projectRoot, ".cache", "bench");
  await Deno.mkdir(folder, { recursive: true });
  const sources = [
    ["kernel: started, one cell run, ended", "one_cell", "1 + 1"],
    [
      "the same, importing the notebook side",
      "importing",
      'import { near } from "@digital-market-maker/lab/notebook";\nnear',
    ],
  ];
  return await Promise.all(sources.map(async ([name, file, source]) => {
    const path = join(folder, `${file}.ipynb`);
    await Deno.writeTextFile(path, codeNotebook([source]));
    return { name, path };
  }));
}
