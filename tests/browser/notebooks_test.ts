import { assert, assertEquals } from "@std/assert";
import { basename, join } from "node:path";
import { compareOutputs } from "../../lib/notebook_files/compare_outputs.ts";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import {
  joined,
  type Json,
  type JsonObject,
  type Notebook,
  outputsOf,
  withoutVolatile,
} from "../../lib/notebook_files/notebook_file.ts";
import { type LabPage, type LabSession, openLab, screenshotAll } from "./lab_session.ts";
import { cellOutputs, notebookModel, runAll } from "./notebook_page.ts";
import { charts, hoverText } from "./plotly_page.ts";

const folder = join(projectRoot, "notebooks");
const names = [...Deno.readDirSync(folder)].map(({ name }) => name)
  .filter((name) => name.endsWith(".ipynb")).toSorted();
const committed = (name: string): Notebook =>
  JSON.parse(Deno.readTextFileSync(join(folder, name))) as Notebook;

const plotly = "application/vnd.plotly.v1+json";

let lab: LabSession;
Deno.test.beforeAll(async () => {
  lab = await openLab(projectRoot);
});
Deno.test.afterAll(() => lab.end());

// The server and the browser outlive each test.
const shared = { sanitizeOps: false, sanitizeResources: false };

/** The formats that a page should show below each code cell of a notebook. */
function expectedFormats(notebook: Notebook): readonly (readonly string[])[] {
  return notebook.cells.filter((cell) => cell.cell_type === "code").map((cell) =>
    outputsOf(cell).map(({ output_type, name, data }) => {
      if (output_type === "stream") return `application/vnd.jupyter.${name}`;
      if (output_type === "error") return "application/vnd.jupyter.stderr";
      const formats = Object.keys(data as JsonObject);
      return formats.includes(plotly)
        ? "plotly"
        : formats.includes("text/html")
        ? "text/html"
        : formats[0];
    })
  );
}

/** JupyterLab's copy of a chart gets what Plotly guesses, such as an axis's type: what we did not say goes. */
function withoutGuesses(committed: Notebook, executed: Notebook): Notebook {
  const said = committed.cells.map(outputsOf);
  const cells = executed.cells.map((cell, i) => ({
    ...cell,
    outputs: outputsOf(cell).map((output, j) => {
      const data = output.data as JsonObject | undefined;
      const ours = said[i]?.[j]?.data as JsonObject | undefined;
      if (data?.[plotly] === undefined || ours?.[plotly] === undefined) return output;
      const chart = data[plotly] as JsonObject;
      const layout = namesOf((ours[plotly] as JsonObject).layout, chart.layout);
      return { ...output, data: { ...data, [plotly]: { ...chart, layout } } };
    }),
  }));
  return { ...executed, cells } as Notebook;
}

/** The parts of a value that stand under the names that a model has, at every depth. */
function namesOf(model: Json, value: Json): Json {
  if (!isObject(model) || !isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => name in model);
  return Object.fromEntries(kept.map(([name, part]) => [name, namesOf(model[name], part)]));
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Opens a notebook, runs it, and holds what came against what is committed. */
async function openAndRun(name: string): Promise<LabPage> {
  const opened = await lab.open(`notebooks/${name}`);
  const { page } = opened;
  await runAll(page);
  const seen = await cellOutputs(page);
  assertEquals(
    seen.map(({ outputs }) => outputs.map(({ format }) => format)),
    expectedFormats(committed(name)),
    name,
  );
  const executed = withoutVolatile(await notebookModel(page));
  const before = committed(name);
  assertEquals(compareOutputs(before, withoutGuesses(before, executed)), [], name);
  return opened;
}

/** Tables of a notebook's outputs; an explorable draws its own when it is looked at. */
function tables(notebook: Notebook): number {
  const pages = notebook.cells.flatMap(outputsOf)
    .map(({ data }) => joined((data as JsonObject | undefined)?.["text/html"]));
  const still = pages.filter((html) => !html.includes("data-explorable"));
  return still.filter((html) => html.includes("<table")).length;
}

for (const name of names) {
  Deno.test(
    `${name} in JupyterLab: outputs in place, charts live, tables there`,
    shared,
    async () => {
      await using opened = await openAndRun(name);
      const { page } = opened;
      const shown = page.locator(".jp-OutputArea-output:has(table):not(:has(.dmm-explorable))");
      assertEquals(await shown.count(), tables(committed(name)));
      for (const table of await shown.all()) {
        await table.scrollIntoViewIfNeeded();
        assert(await table.isVisible());
      }
      // An explorable grows as it comes to life, and moves the charts below it.
      for (const explorable of await page.locator(".dmm-explorable").all()) {
        await explorable.scrollIntoViewIfNeeded();
        await explorable.locator("table").waitFor();
      }
      const live = charts(page);
      for (let i = 0; i < await live.count(); i++) {
        assert(await hoverText(page, live.nth(i)) !== "", `chart ${i + 1} answers the mouse`);
      }
      await screenshotAll(page, basename(name, ".ipynb"));
    },
  );
}

/** The notebook with the most outputs to misplace. */
function busiest(): string {
  const outputs = (name: string) => committed(name).cells.flatMap(outputsOf).length;
  return names.toSorted((a, b) => outputs(b) - outputs(a))[0];
}

Deno.test("every output is under its own cell in 5 runs out of 5", shared, async () => {
  for (let run = 0; run < 5; run++) {
    await using _opened = await openAndRun(busiest());
  }
});
