import {
  type Cell,
  joined,
  type Notebook,
  withoutVolatile,
} from "../../notebook_files/notebook_file.ts";
import { rolesOf } from "../../notebook_files/folds.ts";
import { type Exercise, exercisesOf } from "./exercise.ts";
import { neededCells } from "./needed_cells.ts";

/** How an exercises' notebook is made. */
export interface ExerciseOptions {
  /** The chapter's file name, such as `06_naive_versus_as.ipynb`. */
  readonly file: string;
  /** The way from its folder up to the chapters'. @default {"../"} */
  readonly up?: string;
  /** Whether it holds the chapter's own solutions, for who teaches. @default {false} */
  readonly solved?: boolean;
}

/**
 * The notebook in which a student works on a chapter's exercises: what the chapter has built, folded, and for
 * each exercise its text, a cell to write in and a check.
 *
 * @returns The notebook, not run; undefined where the chapter has no exercises.
 */
export function exerciseNotebook(
  chapter: Notebook,
  { file, up = "../", solved = false }: ExerciseOptions,
): Notebook | undefined {
  const exercises = exercisesOf(chapterNumber(file), chapter);
  if (exercises.length === 0) return undefined;
  const cells = [
    text(beginning(chapter, file)),
    ...broughtAlong(chapter, exercises),
    ...exercises.flatMap((exercise) => workplace(exercise, solved)),
  ].map((cell) => cell.cell_type === "markdown" ? { ...cell, source: movedUp(cell, up) } : cell);
  return withoutVolatile({ cells, metadata: {} });
}

/** `06_naive_versus_as.ipynb` → `6`. */
export function chapterNumber(file: string): string {
  return String(Number(/^\d+/.exec(file)?.[0]));
}

/** The name under which an exercise's answer is written. */
function answerName({ id }: Exercise): string {
  return `answer${id.split(".")[1]}`;
}

function beginning({ cells }: Notebook, file: string): string {
  const [, title = file] = /^# (.*)$/m.exec(joined(cells[0].source)) ?? [];
  return `# Exercises: ${title}

These are the exercises of [chapter ${chapterNumber(file)}](${file}), with room to work. The folded
cells bring what the chapter has built: run them first. Then write below each exercise, give your answer
its name, and run the check. Where it is not right yet, hints open one at a time; the solutions wait in
the chapter.`;
}

/** The chapter's imports, and what its solutions use of its cells. */
function broughtAlong(chapter: Notebook, exercises: readonly Exercise[]): readonly Cell[] {
  const roles = rolesOf(chapter);
  const sources = chapter.cells.flatMap((cell, i) =>
    cell.cell_type === "code" && roles[i] !== "solution" && roles[i] !== "claims"
      ? [joined(cell.source)]
      : []
  );
  const solutions = exercises.flatMap(({ cells, note }) => [
    ...cells.map(({ source }) => joined(source)),
    ...(note === undefined ? [] : [`(${note.answer});`]),
  ]);
  return [importsOf(sources), ...neededCells(sources, solutions)].map((source) =>
    code(source, { jupyter: { source_hidden: true }, tags: ["from-chapter"] })
  );
}

const NOTEBOOK = "@digital-market-maker/lab/notebook";

/** All that cells import, a statement for each door, and `check`. */
function importsOf(sources: readonly string[]): string {
  const doors = new Map<string, Set<string>>();
  const found = sources.join("\n").matchAll(/^import (type )?\{([^}]*)\} from "([^"]+)";/gm);
  for (const [, type = "", names, door] of [...found, [, "", "check", NOTEBOOK]] as string[][]) {
    const those = doors.get(door) ?? new Set();
    for (const name of names.split(",").map((one) => one.trim()).filter((one) => one !== "")) {
      those.add(type === "" || name.startsWith("type ") ? name : `type ${name}`);
    }
    doors.set(door, those);
  }
  return [...doors].map(([door, names]) => `import { ${[...names].join(", ")} } from "${door}";`)
    .join("\n");
}

function workplace(exercise: Exercise, solved: boolean): readonly Cell[] {
  const { id, note, solution, cells } = exercise;
  const name = answerName(exercise);
  const asked = note === undefined
    ? ""
    : `\n\nYour answer, \`${name}\`: ${note.ask.replaceAll("$", "\\$")}.`;
  const question = text(`## Exercise ${id}\n\n${exercise.text}${asked}`);
  const work = solved
    ? [
      text(solution),
      ...cells.map(({ source }) => code(joined(source))),
      ...(note === undefined ? [] : [code(`const ${name} = ${note.answer};`)]),
    ]
    : [code(note === undefined ? "// Your work." : `// Your work.\nconst ${name} = undefined;`)];
  const check = note === undefined ? [] : [code(`check("${id}", ${name});`)];
  return [question, ...work, ...check];
}

/** Text whose links to chapters lead up to their folder. */
function movedUp({ source }: Cell, up: string): string {
  return joined(source).replace(/\]\((\d\d_\w+\.ipynb)/g, `](${up}$1`);
}

function text(source: string): Cell {
  return { cell_type: "markdown", metadata: {}, source };
}

function code(source: string, metadata: Cell["metadata"] = {}): Cell {
  return { cell_type: "code", execution_count: null, metadata, outputs: [], source };
}
