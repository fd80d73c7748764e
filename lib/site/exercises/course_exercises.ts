import { chaptersIn } from "../../notebook_files/chapters.ts";
import { join } from "node:path";
import { type Notebook, notebookText } from "../../notebook_files/notebook_file.ts";
import { chapterNumber, exerciseNotebook, type ExerciseOptions } from "./exercise_notebook.ts";
import { exercisesOf } from "./exercise.ts";

/** A file made from the chapters. */
export interface MadeFile {
  /** Its path, from the project's root. */
  readonly path: string;
  readonly text: string;
}

/** Where the answers' keys stand: with what is for who teaches, not beside the notebooks to work in. */
export const KEYS = "notebooks/teaching/keys.json";

/**
 * Everything that is made from the chapters' exercises: the notebooks to work in and the keys that `check`
 * holds answers against.
 *
 * @returns The files, in deno's format.
 * @throws {Error} Where a chapter cannot be read, or `deno fmt` does not run.
 */
export async function courseExercises(root: string): Promise<readonly MadeFile[]> {
  const chapters = await readChapters(join(root, "notebooks"));
  const keys = chapters.flatMap(({ file, notebook }) =>
    exercisesOf(chapterNumber(file), notebook).flatMap(({ id, note }) => {
      if (note === undefined) return [];
      const { answer: _, ...key } = note;
      return [[id, key] as const];
    })
  );
  const notebooks = exerciseNotebooks(chapters, "notebooks/exercises", {});
  return await Promise.all(
    [...notebooks, { path: KEYS, text: JSON.stringify(Object.fromEntries(keys)) }].map(formatted),
  );
}

/** The exercises with the chapters' own solutions filled in, for who teaches. */
export async function solvedExercises(root: string, folder: string): Promise<readonly MadeFile[]> {
  const chapters = await readChapters(join(root, "notebooks"));
  return await Promise.all(exerciseNotebooks(chapters, folder, { solved: true }).map(formatted));
}

interface Chapter {
  readonly file: string;
  readonly notebook: Notebook;
}

async function readChapters(folder: string): Promise<readonly Chapter[]> {
  return await Promise.all(
    (await chaptersIn(folder)).map(async (file) => ({
      file,
      notebook: JSON.parse(await Deno.readTextFile(join(folder, file))) as Notebook,
    })),
  );
}

function exerciseNotebooks(
  chapters: readonly Chapter[],
  folder: string,
  options: Omit<ExerciseOptions, "file" | "up">,
): readonly MadeFile[] {
  const up = "../".repeat(folder.split("/").length - 1);
  return chapters.flatMap(({ file, notebook }) => {
    const made = exerciseNotebook(notebook, { ...options, file, up });
    return made === undefined ? [] : [{ path: `${folder}/${file}`, text: notebookText(made) }];
  });
}

async function formatted({ path, text }: MadeFile): Promise<MadeFile> {
  const child = new Deno.Command("deno", {
    args: ["fmt", `--ext=${path.split(".").at(-1)}`, "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  const written = writer.write(new TextEncoder().encode(text)).then(() => writer.close());
  const [{ success, stdout, stderr }] = await Promise.all([child.output(), written]);
  if (success) return { path, text: new TextDecoder().decode(stdout) };
  throw new Error(`Cannot format ${path}: ${new TextDecoder().decode(stderr).trim()}`);
}
