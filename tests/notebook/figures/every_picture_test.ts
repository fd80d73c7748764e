import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import {
  barsFigure,
  cells,
  curvesFigure,
  displayMethod,
  type Figure,
  heatMapFigure,
  histogramFigure,
  looks,
  pointsFigure,
} from "../../../lib/notebook/mod.ts";

const x = { label: "x" }, y = { label: "y" };

/** What is drawn of numbers and words, by each kind of figure that takes any. */
function figures(
  numbers: readonly number[],
  words: string,
): Readonly<Record<string, () => Figure>> {
  const axis = { label: words, unit: words };
  const text = { x: axis, y: axis, title: `a ${words}`, caption: `a ${words}` };
  const places = Array.from(numbers, (_, i) => i);
  const named = { name: words, x: places };
  return {
    curves: () => curvesFigure({ ...text, curves: [{ ...named, y: numbers, role: "as" }] }),
    points: () => pointsFigure({ ...text, series: [{ ...named, y: numbers }] }),
    bars: () =>
      barsFigure({
        ...text,
        groups: places.map((i) => `${words} ${i}`),
        series: [{ name: words, role: "as", values: numbers }],
      }),
    heatMap: () =>
      heatMapFigure({
        ...text,
        columns: places,
        rows: [0, 1],
        values: [numbers, numbers],
        value: y,
      }),
    histogram: () => histogramFigure({ samples: { a: numbers }, roles: { a: "as" }, x: axis }),
  };
}

// What no XML holds, a tag that no chart has, and a bare ampersand.
const broken =
  // deno-lint-ignore no-control-regex
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|<script|&(?!#?\w+;)/;

const svgOf = (figure: Figure) => String(figure[displayMethod]()["image/svg+xml"]);

/** The picture of a figure, or that it was refused in words. */
function drawn(build: () => Figure): string {
  let made: Figure;
  try {
    made = build();
  } catch (error) {
    assertMatch(String(error), /^(Range|Type)Error: Cannot build .+ as .+ must/s);
    return "";
  }
  return svgOf(made);
}

Deno.test("a picture is one whatever its numbers: no NaN in a path, or a refusal", () => {
  const lists = [
    [NaN, NaN, NaN],
    [1, Infinity, -Infinity],
    [1e300, -1e300, 0],
    [1e-320, 0, -0],
    [5, 5, 5],
    [7],
    Array<number>(3),
    [1n, 2n, 3n] as unknown as number[],
    BigInt64Array.of(1n, 2n) as unknown as number[],
    [],
  ];
  let pictures = 0;
  for (const list of lists) {
    for (const [name, build] of Object.entries(figures(list, "w"))) {
      const svg = drawn(build);
      const shapes = svg.replace(/<text.*?<\/text>/gs, "");
      assertEquals(/NaN|Infinity|undefined/.exec(shapes), null, `${name} of ${list.length}`);
      if (svg !== "") pictures++;
    }
  }
  assert(pictures > 20, `${pictures} pictures`);
});

Deno.test("a picture is one whatever its words: nothing in them is markup, or no character", () => {
  const words = [
    "<script>",
    "</text>",
    "&amp;",
    '"',
    "a\u0000b",
    "\u0007",
    "\ud800",
    "\uffff",
    "]]>",
    "\u001b[31m",
  ];
  for (const word of words) {
    for (const [name, build] of Object.entries(figures([1, 2, 3], word))) {
      const svg = drawn(build);
      assert(svg !== "", name);
      assertEquals(broken.exec(svg), null, name);
      assert(svg.isWellFormed(), name);
    }
  }
});

Deno.test("cells stand in order: rows and columns that fall are drawn like those that rise, others refused", () => {
  const text = { x, y, value: y, title: "a" };
  const build = (columns: readonly number[], rows: readonly number[]) =>
    heatMapFigure({
      ...text,
      columns,
      rows,
      values: rows.map((r) => columns.map((c) => 10 * r + c)),
    });
  const strokes = (
    figure: Figure,
  ) => [...svgOf(figure).matchAll(/stroke-width="([^"]*)" shape/g)];
  for (
    const [columns, rows] of [[[1, 2, 4], [0.5, 1]], [[4, 2, 1], [0.5, 1]], [[1, 2, 4], [1, 0.5]], [
      [4, 2, 1],
      [1, 0.5],
    ]]
  ) {
    const widths = strokes(build(columns, rows)).map(([, width]) => Number(width));
    assertEquals(widths.length, 6);
    assert(widths.every((width) => width > 0));
  }
  for (const wrong of [[1, 2, 2], [1, 3, 2], [2, 1, 2], [1, NaN, 2], [1, Infinity], [NaN]]) {
    assertThrows(() => build(wrong, [1]), RangeError, "Cannot build heatMapFigure as columns[");
    assertThrows(() => build([1], wrong), RangeError, "Cannot build heatMapFigure as rows[");
  }
  const colors = [[0, looks.as.color], [1, looks.naive.color]] as const;
  const parts = { name: "a", colors, ends: [0, 1] as const };
  assertThrows(
    () => cells({ ...parts, x: [0, 1], y: [0], values: [[1]] }),
    TypeError,
    "1 rows of 2",
  );
});
