import { dirname, join } from "node:path";
import { projectRoot } from "../jupyter/environment.ts";
import { writeWhole } from "../notebook_files/write_whole.ts";
import { courseExercises, solvedExercises } from "../site/exercises/course_exercises.ts";
import { type Command, runCommand } from "./command.ts";
import { toggle, type Values } from "./flags.ts";

const SOLVED = "notebooks/my/solutions";

const flags = {
  solutions: toggle(`write them with the chapters' own solutions filled in, to ${SOLVED}/`),
};

const command: Command<typeof flags> = {
  name: "exercises",
  about:
    `Makes the notebooks in which students work, notebooks/exercises/, from the chapters' exercises, and
the keys that check() holds their answers against. An exercise's metadata says what is asked for, what
is right, and the hints.`,
  flags,
  run: exercises,
};

async function exercises({ solutions }: Values<typeof flags>): Promise<number> {
  const made = solutions
    ? await solvedExercises(projectRoot, SOLVED)
    : await courseExercises(projectRoot);
  for (const { path, text } of made) {
    const place = join(projectRoot, path);
    await Deno.mkdir(dirname(place), { recursive: true });
    await writeWhole(place, text);
  }
  console.log(`${made.length} files: ${dirname(made[0].path)}/`);
  return 0;
}

if (import.meta.main) await runCommand(command);
