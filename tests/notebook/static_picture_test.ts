import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertLess,
  assertMatch,
  assertStrictEquals,
} from "@std/assert";
import { displayMethod } from "../../lib/notebook/display.ts";
import { addPictures, type NotebookJson } from "../../lib/notebook/static_picture.ts";
import { everyFigure } from "./figures/every_figure.ts";

const charts = Object.entries(everyFigure());
const PLOTLY = "application/vnd.plotly.v1+json";

function notebookOf(outputs: readonly Readonly<Record<string, unknown>>[]): NotebookJson {
  const cells = outputs.map((data) => ({
    cell_type: "code",
    outputs: [{ output_type: "execute_result", data, metadata: {} }],
  }));
  return { cells: [{ cell_type: "markdown", source: "words" }, ...cells], nbformat: 4 };
}

function dataOf({ cells }: NotebookJson): readonly Readonly<Record<string, unknown>>[] {
  return cells.flatMap(({ outputs = [] }) => outputs.map(({ data = {} }) => data));
}

const bundles = charts.map(([, chart]) =>
  JSON.parse(JSON.stringify(chart[displayMethod]())) as Record<string, unknown>
);
const saved = { ...bundles[1], "image/png": "iVBORw0KGgo=" };
const notebook = notebookOf([...bundles, saved, { "text/plain": "42" }]);
const drawn = await addPictures(notebook);
const pictures = dataOf(drawn).map((data) => data["image/svg+xml"] as string);

Deno.test("addPictures() gives every chart a picture and touches nothing else", () => {
  const [first, last] = [dataOf(drawn)[0], dataOf(drawn).at(-1)];
  assertEquals(Object.keys(first), [PLOTLY, "text/plain", "image/svg+xml"]);
  assertEquals(last, { "text/plain": "42" });
  assertEquals(drawn.cells[0], notebook.cells[0]);
  assertEquals(drawn.nbformat, 4);
  assertEquals(first[PLOTLY], bundles[0][PLOTLY]);
});

Deno.test("addPictures() gives a notebook without charts back as it is", async () => {
  const plain = notebookOf([{ "text/plain": "42" }]);
  assertStrictEquals(await addPictures(plain), plain);
});

Deno.test("addPictures() removes the picture that JupyterLab saves beside a chart", () => {
  assertEquals(dataOf(drawn)[bundles.length]["image/png"], undefined);
});

Deno.test("addPictures() gives the same bytes again, also over its own pictures", async () => {
  assertEquals(await addPictures(notebook), drawn);
  assertEquals(await addPictures(drawn), drawn);
});

for (const [i, [name, chart]] of charts.entries()) {
  Deno.test(`picture of the ${name} figure is plain, small and says what it shows`, () => {
    const svg = pictures[i];
    assertLess(svg.length, 25_000);
    const tags = new Set([...svg.matchAll(/<(\w+)/g)].map(([, tag]) => tag));
    assertEquals(tags.difference(new Set(["svg", "g", "path", "text", "tspan"])), new Set());
    const attributes = new Set([...svg.matchAll(/ ([\w-]+)="/g)].map(([, attribute]) => attribute));
    const refused = ["id", "class", "style", "href", "clip-path", "xlink"];
    assertEquals(attributes.intersection(new Set(refused)), new Set());
    assert(!/url\(|data:|NaN|undefined/.test(svg));
    assertMatch(svg, /^<svg [^>]*role="img" aria-label="[^"]{20,}"/);
    for (const word of [chart.layout.title.text, chart.layout.xaxis.title!.text]) {
      assert(svg.includes(word.split("<br>")[0].replaceAll("&", "&amp;")), word);
    }
  });
}

Deno.test("picture of a line follows the line", () => {
  const svg = pictures[charts.findIndex(([name]) => name === "quotes")];
  const { data } = everyFigure().quotes;
  for (const { name } of data) assert(svg.includes(`>${name}</text>`), name);
});

Deno.test("picture of a heat map paints every cell that has a value, and no other", () => {
  const svg = pictures[charts.findIndex(([name]) => name === "heatMap")];
  const groups = [...svg.matchAll(/<g fill="none" stroke-width="(\d+)"[^>]*>([^]*?)<\/g>/g)];
  const [, , cells] = groups.toSorted((a, b) => Number(b[1]) - Number(a[1]))[0];
  const widths = [...cells.matchAll(/h(\d+)/g)].map(([, width]) => Number(width));
  const painted = widths.reduce((sum, width) => sum + width, 0);
  const colors = new Set([...cells.matchAll(/stroke="(#\w{6})"/g)].map(([, color]) => color));
  // Edges half way between columns 1, 2, 4: widths 1, 1.5, 2; the widest cell of one row is empty.
  const row = Math.max(...rowsOf(cells));
  assertAlmostEquals(painted / row, (4.5 + 2.5) / 4.5, 0.02);
  // Four values: −3, −2, −1 and 0.
  assertEquals(colors.size, 4);
});

/** How far the strokes of each row reach in all. */
function rowsOf(paths: string): readonly number[] {
  const rows = new Map<string, number>();
  for (const [, level, width] of paths.matchAll(/M\d+ (\d+)h(\d+)/g)) {
    rows.set(level, (rows.get(level) ?? 0) + Number(width));
  }
  return [...rows.values()];
}
