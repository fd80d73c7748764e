import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { projectRoot } from "../../../lib/jupyter/environment.ts";
import { keys } from "../../../lib/notebook/exercises/keys.ts";
import { joined, type Notebook } from "../../../lib/notebook_files/notebook_file.ts";
import {
  courseExercises,
  KEYS,
  solvedExercises,
} from "../../../lib/site/exercises/course_exercises.ts";
import { chapterNumber } from "../../../lib/site/exercises/exercise_notebook.ts";
import { exercisesOf } from "../../../lib/site/exercises/exercise.ts";

const notebooks = join(projectRoot, "notebooks");
const chapters = [...Deno.readDirSync(notebooks)].map(({ name }) => name)
  .filter((name) => /^\d\d_.*\.ipynb$/.test(name)).toSorted();
const read = (path: string) => JSON.parse(Deno.readTextFileSync(path)) as Notebook;

Deno.test("the committed exercises and keys are what the chapters make (else: deno task exercises)", async () => {
  const made = await courseExercises(projectRoot);
  for (const { path, text } of made) {
    assert(Deno.readTextFileSync(join(projectRoot, path)) === text, `${path} is not up to date`);
  }
  const committed = [...Deno.readDirSync(join(notebooks, "exercises"))].map(({ name }) => name);
  assertEquals(
    committed.map((name) => `notebooks/exercises/${name}`).toSorted(),
    made.map(({ path }) => path).filter((path) => path !== KEYS).toSorted(),
  );
});

for (const file of chapters) {
  Deno.test(`every exercise of ${file} says in its cell's metadata what is asked, what is right, and hints`, () => {
    for (const { id, note } of exercisesOf(chapterNumber(file), read(join(notebooks, file)))) {
      assert(note !== undefined, `${id} needs metadata.exercise: { ask, answer, value, hints }`);
      assert(note.ask !== "" && note.answer !== "" && note.value !== undefined, id);
      assert(
        note.hints.length >= 2 && note.hints.every((hint) => hint.trim() !== ""),
        `${id}: hints`,
      );
    }
  });
}

/** A notebook of exercises as a module that answers which checks passed. */
function asModule({ cells }: Notebook): string {
  const sources = cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) =>
    joined(source).replace(/^check\((".*?"), (\w+)\);$/m, "verdicts[$1] = check($1, $2).passed;")
  );
  return `export const verdicts = {};\n${sources.join("\n;\n")}\n`;
}

async function verdictsOf(text: string, name: string): Promise<Readonly<Record<string, boolean>>> {
  const folder = join(projectRoot, ".cache", "exercises");
  const path = join(folder, `${name.replace(".ipynb", "")}.ts`);
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(path, asModule(JSON.parse(text)));
  const { verdicts } = await import(`file://${path}`);
  return verdicts;
}

const filled = new Map<string, string>();
Deno.test.beforeAll(async () => {
  for (const { path, text } of await solvedExercises(projectRoot, "notebooks/my/solutions")) {
    filled.set(path.split("/").at(-1)!, text);
  }
});

// Simulations leave their workers warm for the next.
const shared = { sanitizeOps: false, sanitizeResources: false };

for (const file of [...Deno.readDirSync(join(notebooks, "exercises"))].map(({ name }) => name)) {
  const number = chapterNumber(file);
  const ids = Object.keys(keys).filter((id) => id.startsWith(`${number}.`));
  const all = (passed: boolean) => Object.fromEntries(ids.map((id) => [id, passed]));
  Deno.test(`${file}: the chapter's own solutions pass every check`, shared, async () => {
    assertEquals(await verdictsOf(filled.get(file)!, file), all(true));
  });
  Deno.test(`${file}: an exercise as it is handed out passes no check`, shared, async () => {
    const stub = Deno.readTextFileSync(join(notebooks, "exercises", file));
    assertEquals(await verdictsOf(stub, `stub_${file}`), all(false));
  });
}
