import { existsSync } from "node:fs";
import { join } from "node:path";
import { chaptersIn } from "../notebook_files/chapters.ts";

/** The folder of notebooks to work in, beside the chapters. */
export const EXERCISES = "exercises";

/**
 * Copies the chapters, and the notebooks of exercises below them; a person's own stay where they are.
 *
 * @param from The chapters' folder.
 * @param to Where they go; made where it is not there.
 * @param change What becomes of a chapter's text. @default {nothing}
 * @param changeExercise What becomes of an exercise notebook's text. @default {nothing}
 */
export async function copyNotebooks(
  from: string,
  to: string,
  change: (text: string) => string = (text) => text,
  changeExercise: (text: string) => string = (text) => text,
): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for (const name of await chaptersIn(from)) {
    await Deno.writeTextFile(join(to, name), change(await Deno.readTextFile(join(from, name))));
  }
  const exercises = join(from, EXERCISES);
  if (existsSync(exercises)) await copyNotebooks(exercises, join(to, EXERCISES), changeExercise);
}
