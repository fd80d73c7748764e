import { endWithTask } from "../jupyter/end_with_task.ts";
import { basename, join } from "node:path";
import { chaptersIn } from "../notebook_files/chapters.ts";
import { committedText } from "../notebook_files/committed.ts";
import { compareOutputs } from "../notebook_files/compare_outputs.ts";
import { projectRoot, setUpEnvironment } from "../jupyter/environment.ts";
import { type Command, runCommand } from "./command.ts";
import { chosenChapters, restoreChapters } from "./restore.ts";
import { toggle, type Values } from "./flags.ts";
import {
  joined,
  type Notebook,
  notebookText,
  withoutVolatile,
} from "../notebook_files/notebook_file.ts";
import { withFolds } from "../notebook_files/folds.ts";
import type { Execution } from "../jupyter/execution.ts";
import { withRecordedOutputs } from "../notebook_files/recorded_data.ts";
import { firstPicture, PICTURE, PICTURED } from "../notebook_files/readme_picture.ts";
import { writeWhole } from "../notebook_files/write_whole.ts";
import { runNotebooks } from "../jupyter/run_notebooks.ts";
import { printableName } from "../printable.ts";

const flags = {
  check: toggle(
    "write nothing: run the chapters as committed, compare outputs, numbers within 1e-6",
  ),
  restore: toggle(
    "run nothing: bring the named chapters back as committed; yours go to notebooks/my/",
  ),
};

const command: Command<typeof flags> = {
  name: "notebooks",
  words: "[NAME…]",
  about:
    `Runs the chapters whose name begins with one of the names, or all of them, on the real kernel, and
writes their outputs back. Chapters are NN_….ipynb in notebooks/; others are yours, and stay as they
are. The first run sets up JupyterLab in .venv. A cell that takes longer than five minutes, shows
more than 20 million characters or loses any of them fails by name.`,
  flags,
  run: notebooks,
};

/** How notebooks are run, and what for. */
export interface NotebookOptions {
  /** Beginnings of the names to run; none runs all. */
  readonly names?: readonly string[];
  /** Whether to compare with the committed outputs in place of writing. */
  readonly check?: boolean;
  /** The folder that holds the notebooks. */
  readonly folder?: string;
  /** Takes each line for the person who waits. */
  readonly say?: (line: string) => void;
}

/**
 * Runs notebooks on the real kernel, a line for each, and writes their outputs back.
 *
 * Only `NN_….ipynb` are chapters; all other notebooks are a person's own. What is compared is the committed
 * chapter, where git is there: one that was edited is none the worse for it.
 *
 * First a canary notebook proves that failure is seen. What a run writes is the same at every run and
 * on every machine, so a notebook whose outputs did not change keeps its file as it is.
 *
 * @param options Which notebooks, and whether only to compare.
 * @returns Every failure or difference as a sentence; empty where all went well.
 * @throws {Error} Where the environment cannot be set up or the canary goes by unseen.
 */
export async function executeNotebooks(options: NotebookOptions = {}): Promise<readonly string[]> {
  const { names = [], check = false, say = console.log } = options;
  const folder = options.folder ?? join(projectRoot, "notebooks");
  const here = await selectNotebooks(folder, names);
  const environment = await setUpEnvironment(say);
  const paths = check ? await Promise.all(here.map(asCommitted)) : here;
  const problems: string[] = [];
  for await (const run of runNotebooks(environment, paths)) {
    const { found, kept } = await settle(run, check);
    say(
      line(run, found, kept) +
        (here.includes(run.path) ? "" : "  (as committed: yours is another)"),
    );
    problems.push(...found.map((problem) => `${printableName(basename(run.path))}, ${problem}`));
  }
  return problems;
}

/** Paths of the notebooks whose name begins with one of the names, or of all, in the order of the course. */
export async function selectNotebooks(
  folder: string,
  names: readonly string[] = [],
): Promise<readonly string[]> {
  const all = await chaptersIn(folder);
  const chosen = names.length === 0 ? all : chosenChapters("run", all, names);
  return chosen.map((name) => join(folder, name));
}

/**
 * The chapter to run for a comparison: the file itself, or, where git has it otherwise, a copy of what is
 * committed, as deep in the project as the chapters are.
 */
async function asCommitted(path: string): Promise<string> {
  const committed = await committedText(path);
  if (committed === undefined || committed === await Deno.readTextFile(path)) return path;
  const copy = join(projectRoot, ".cache", basename(path));
  await writeWhole(copy, committed);
  return copy;
}

/** What is wrong with a run, and how many cells keep outputs of recorded files that were not there. */
interface Settled {
  readonly found: readonly string[];
  readonly kept: number;
}

async function settle(run: Execution, check: boolean): Promise<Settled> {
  if (run.failures.length > 0) return { found: run.failures, kept: 0 };
  const lasting = withoutVolatile(run.notebook);
  if (JSON.stringify(lasting).includes(JSON.stringify(projectRoot).slice(1, -1))) {
    return { found: ["an output names a folder of this machine"], kept: 0 };
  }
  const written = await Deno.readTextFile(run.path);
  const committed = JSON.parse(written) as Notebook;
  const { notebook, kept } = withRecordedOutputs(committed, lasting);
  if (check) return { found: compareOutputs(committed, notebook), kept };
  if (sourcesOf(committed) !== sourcesOf(run.notebook)) {
    return { found: ["it was edited while it ran: nothing is written"], kept: 0 };
  }
  const text = notebookText(withFolds(notebook));
  if (text !== written) await writeWhole(run.path, text);
  const picture = firstPicture(notebook);
  if (basename(run.path) === PICTURED && picture !== undefined) {
    await writeWhole(join(projectRoot, ...PICTURE.split("/")), picture);
  }
  return { found: [], kept };
}

/** All that a person types, as one text. */
function sourcesOf({ cells }: Notebook): string {
  return JSON.stringify(cells.map(({ cell_type, source }) => [cell_type, joined(source)]));
}

function line(
  { path, notebook, seconds }: Execution,
  found: readonly string[],
  kept: number,
): string {
  const name = printableName(basename(path, ".ipynb")).padEnd(36);
  if (found.length > 0) return `${name} FAILED  ${found[0]}`;
  const cells = notebook.cells.filter((cell) => cell.cell_type === "code").length;
  const note = kept > 0 ? `  (${kept} stay as committed: their recorded files are not here)` : "";
  return `${name} ${String(cells).padStart(3)} cells  ${seconds.toFixed(1).padStart(5)} s${note}`;
}

async function notebooks(
  { check, restore }: Values<typeof flags>,
  names: readonly string[],
): Promise<number> {
  const folder = join(projectRoot, "notebooks");
  if (restore) {
    await restoreChapters(folder, names, console.log);
    return 0;
  }
  endWithTask();
  const problems = await executeNotebooks({ names, check });
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
}

if (import.meta.main) await runCommand(command);
