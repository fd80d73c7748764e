import {
  type Cell,
  joined,
  type JsonObject,
  type Notebook,
} from "../../notebook_files/notebook_file.ts";
import { rolesOf } from "../../notebook_files/folds.ts";
import type { Key } from "../../notebook/exercises/keys.ts";

/** What an exercise's text says in its cell's metadata, under `exercise`. */
export interface ExerciseNote extends Key {
  /** The answer as an expression, in words of the solution's cells. */
  readonly answer: string;
}

/** An exercise of a chapter. */
export interface Exercise {
  /** Chapter and number, such as `6.2`. */
  readonly id: string;
  /** Its text, without the solution. */
  readonly text: string;
  /** The solution in words. */
  readonly solution: string;
  /** The solution's code cells. */
  readonly cells: readonly Cell[];
  /** What is asked for and what is right; undefined where the chapter does not say. */
  readonly note: ExerciseNote | undefined;
}

const opening = /^\*\*(\d+)\. .*?\*\*/m;
/** A folded solution, as chapters write it. */
export const foldedSolution =
  /\n*<details>\s*<summary>Solution<\/summary>\s*([\s\S]*?)\s*<\/details>\n*/;

/**
 * The exercises of a chapter, in their order.
 *
 * An exercise is a text that begins with its number, `**2. Change a function.**`, and ends with a folded
 * solution; the code cells after it belong to the solution.
 *
 * @param chapter The chapter's number, such as `6`.
 */
export function exercisesOf(chapter: string, notebook: Notebook): readonly Exercise[] {
  const { cells } = notebook;
  const roles = rolesOf(notebook);
  return cells.flatMap((cell, at) => {
    const source = joined(cell.source);
    const [, number] = opening.exec(source) ?? [];
    const folded = foldedSolution.exec(source);
    if (cell.cell_type !== "markdown" || number === undefined || folded === null) return [];
    const from = source.indexOf(`**${number}. `);
    const end = cells.findIndex((_, i) => i > at && roles[i] !== "solution");
    return [{
      id: `${chapter}.${number}`,
      text: source.slice(from, folded.index).replace(`**${number}. `, "**").trim(),
      solution: folded[1],
      cells: cells.slice(at + 1, end < 0 ? cells.length : end),
      note: (cell.metadata as JsonObject | undefined)?.exercise as ExerciseNote | undefined,
    }];
  });
}
