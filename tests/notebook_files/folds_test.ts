import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { rolesOf, withFolds } from "../../lib/notebook_files/folds.ts";
import type { Notebook } from "../../lib/notebook_files/notebook_file.ts";

const text = (source: string) => ({ cell_type: "markdown", source, metadata: {} });
const code = (source: string, metadata = {}, outputs: readonly unknown[] = [{}]) =>
  ({ cell_type: "code", source, metadata, outputs }) as Notebook["cells"][number];
const notebook = (...cells: Notebook["cells"][number][]): Notebook => ({ cells, metadata: {} });

const predict = text("One thing.\n\n> **Predict, then run.** How much?");
const solution = text(
  "**1. Derive.** Why?\n\n<details><summary>Solution</summary>\n\nSo.\n\n</details>",
);
const answer = { collapsed: true, jupyter: { outputs_hidden: true }, tags: ["prediction-answer"] };
const solved = {
  collapsed: true,
  jupyter: { outputs_hidden: true, source_hidden: true },
  tags: ["solution"],
};

Deno.test("rolesOf() reads from the text what each cell is to the reader", () => {
  const roles = rolesOf(notebook(
    code("before;"),
    predict,
    code("const a = 1;"),
    code("a;"),
    text("Why."),
    code("after;"),
    predict,
    text("First this."),
    code("late;"),
    solution,
    code("solved;"),
    text("And so on."),
    code("free;"),
    code('const x = 1;\nclaims({ "one": x === 1 });'),
  ));
  assertEquals(roles.map((role) => role ?? ""), [
    ...["", "", "prediction-answer", "prediction-answer", "", "", "", "", "prediction-answer"],
    ...["", "solution", "", "", "claims"],
  ]);
});

Deno.test("rolesOf() takes the last of what a text asks, and a solution does not wait", () => {
  const both = text(`${predict.source}\n\n${solution.source}`);
  const turned = text(`${solution.source}\n\n${predict.source}`);
  assertEquals(rolesOf(notebook(both, code("a;")))[1], "solution");
  assertEquals(rolesOf(notebook(turned, code("a;")))[1], "prediction-answer");
  assertEquals(rolesOf(notebook(solution, text("Words alone."), code("a;")))[2], undefined);
});

Deno.test("withFolds() folds outputs below predictions, solutions whole, and the code of checks", () => {
  const { cells } = withFolds(notebook(
    predict,
    code("const a = 1;", {}, []),
    code("a;"),
    solution,
    code("b;"),
    text("## Check"),
    code("claims({});"),
  ));
  assertEquals(cells.map(({ metadata }) => metadata), [
    {},
    { tags: ["prediction-answer"] },
    answer,
    {},
    solved,
    {},
    { jupyter: { source_hidden: true }, tags: ["claims"] },
  ]);
});

Deno.test("withFolds() keeps other metadata, closes what was opened, and opens what lost its role", () => {
  const own = { tags: ["recorded-data"], slideshow: { slide_type: "slide" } };
  const opened = {
    collapsed: false,
    jupyter: { outputs_hidden: false },
    tags: ["prediction-answer"],
  };
  const { cells } = withFolds(notebook(
    code("a;", solved),
    code("b;", { jupyter: { source_hidden: true } }),
    predict,
    code("c;", own),
    code("d;", opened),
  ));
  assertEquals(cells.map(({ metadata }) => metadata), [
    {},
    { jupyter: { source_hidden: true } },
    {},
    { ...own, ...answer, tags: ["recorded-data", "prediction-answer"] },
    answer,
  ]);
  assertEquals(withFolds(notebook(...cells)).cells, cells);
});

const folder = join(projectRoot, "notebooks");
const names = [...Deno.readDirSync(folder)].map(({ name }) => name)
  .filter((name) => name.endsWith(".ipynb")).toSorted();
for (const name of names) {
  Deno.test(`${name} folds the answer to every prediction, every solution and every check`, async () => {
    const chapter = JSON.parse(await Deno.readTextFile(join(folder, name))) as Notebook;
    const metadata = (of: Notebook) => of.cells.map((cell) => cell.metadata);
    assertEquals(metadata(chapter), metadata(withFolds(chapter)));
  });
}
