import { assert, assertEquals, assertFalse } from "@std/assert";
import { join } from "node:path";
import { projectRoot } from "../../../lib/jupyter/environment.ts";
import { rolesOf } from "../../../lib/notebook_files/folds.ts";
import { joined, type Notebook } from "../../../lib/notebook_files/notebook_file.ts";
import { exercisesOf } from "../../../lib/site/exercises/exercise.ts";
import { namesOf } from "../../../lib/site/exercises/needed_cells.ts";
import { withoutSolutions } from "../../../lib/site/exercises/without_solutions.ts";

const folder = join(projectRoot, "notebooks");
const chapters = [...Deno.readDirSync(folder)].map(({ name }) => name)
  .filter((name) => /^\d\d_.*\.ipynb$/.test(name)).toSorted();

for (const file of chapters) {
  Deno.test(`withoutSolutions() leaves nothing of ${file}'s solutions, and nothing that needs them`, () => {
    const chapter = JSON.parse(Deno.readTextFileSync(join(folder, file))) as Notebook;
    const roles = rolesOf(chapter);
    const code = (of: Notebook, wanted: (i: number) => boolean) =>
      of.cells.filter((cell, i) => cell.cell_type === "code" && wanted(i)).map(({ source }) =>
        joined(source)
      );
    const handed = withoutSolutions(chapter);
    const text = JSON.stringify(handed.cells.map(({ source, metadata }) => [source, metadata]));
    for (const { text: asked, solution, note } of exercisesOf("0", chapter)) {
      const holds = (words: string) => text.includes(JSON.stringify(words).slice(1, -1));
      assert(holds(asked.slice("**".length)), `the question stays: ${asked}`);
      assertFalse(holds(solution), `the solution goes: ${solution}`);
      assertFalse(text.includes(note!.hints[0]), "no hints");
    }
    const before = new Set(
      code(chapter, (i) => roles[i] === undefined).flatMap((one) => namesOf(one).gives),
    );
    const solved = code(chapter, (i) => roles[i] === "solution").flatMap((one) =>
      namesOf(one).gives
    ).filter((name) => !before.has(name));
    const left = code(handed, () => true);
    const checks = left.filter((one) => /^claims\(/m.test(one));
    const missing = checks.flatMap((one) => {
      const { gives, uses } = namesOf(one);
      return uses.filter((name) => solved.includes(name) && !gives.includes(name));
    });
    assertEquals(missing, []);
    assertFalse(left.some((one) => /["']exercise/.test(one)), "no check of an exercise");
    assert(left.length < chapter.cells.length);
  });
}

const cell = (source: string, cell_type = "code") => ({
  cell_type,
  source,
  metadata: {},
  outputs: [],
});

Deno.test("withoutSolutions() keeps the checks that stand on the chapter alone, whole where nothing goes", () => {
  const exercise = cell(
    "**1. Derive.** Why?\n\n<details><summary>Solution</summary>\n\nSo.\n\n</details>\n\nMore.",
    "markdown",
  );
  const { cells } = withoutSolutions({
    metadata: {},
    cells: [
      cell("const a = 1;"),
      exercise,
      cell("const b = a + 1;"),
      cell("## Check", "markdown"),
      cell(
        'const c = b;\nclaims({\n  "one": a === 1,\n  "exercise 1": true,\n  "c":\n    c === 2,\n});',
      ),
      cell('claims({ "b": b === 2 });'),
      cell('claims({ "a": a === 1 });'),
    ],
  });
  assertEquals(cells.map(({ source }) => source), [
    "const a = 1;",
    "**1. Derive.** Why?\nMore.",
    "## Check",
    'claims({\n  "one": a === 1,\n});',
    'claims({ "a": a === 1 });',
  ]);
});
