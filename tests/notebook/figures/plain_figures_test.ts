import {
  assert,
  assertEquals,
  assertNotEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { policyTable, scenario } from "../../../mod.ts";
import {
  barsFigure,
  curvesFigure,
  depthsFigure,
  figure,
  heatMapFigure,
  looks,
  points,
  pointsFigure,
} from "../../../lib/notebook/mod.ts";
import type { BarTrace, HeatMapTrace, ScatterTrace } from "./traces.ts";

const x = { label: "Depth", unit: "$" };
const y = { label: "Profit", unit: "$" };

Deno.test("curvesFigure() colours by role, whatever the name, and else by turn", () => {
  const line = { x: [0, 1], y: [1, 2] };
  const chart = curvesFigure({
    curves: [
      { ...line, name: "clock", role: "as" },
      { ...line, name: "AS, constant", role: "as" },
      { ...line, name: "our rule", role: "exact" },
    ],
    x,
    y,
    title: "Three",
  });
  const colors = (chart.data as readonly ScatterTrace[]).map((trace) => trace.line?.color);
  assertEquals([colors[0], colors[2]], [looks.as.color, looks.exact.color]);
  assertEquals(new Set(colors).size, 3);
});

Deno.test("curvesFigure() puts a band's shade between its edges, without a legend entry", () => {
  const curves = [{ name: "a", x: [0, 1], y: [1, 2], band: { lower: [0, 1], upper: [2, 3] } }];
  const [lower, upper, line] = curvesFigure({ curves, x, y, title: "Band" })
    .data as readonly ScatterTrace[];
  assertEquals([lower.y, upper.y, line.y], [[0, 1], [2, 3], [1, 2]]);
  assertEquals([lower.fill, upper.fill], [undefined, "tonexty"]);
  assertEquals([lower.showlegend, upper.showlegend], [false, false]);
});

Deno.test("curvesFigure() gives logarithmic ranges in powers of ten, as Plotly wants them", () => {
  const chart = curvesFigure({
    curves: [{ name: "a", x: [0, 1], y: [1, 100] }],
    x,
    y: { ...y, log: true, range: [1, 100] },
    title: "Log",
  });
  assertEquals(chart.layout.yaxis.range, [0, 2]);
});

Deno.test("barsFigure() tells series apart by colour and by hatching", () => {
  const chart = barsFigure({
    groups: ["one", "two"],
    series: [{ name: "Naive", values: [1, 2], errors: [0.1, 0.2] }, {
      name: "AS",
      values: [3, NaN],
    }],
    x: { label: "Group" },
    y,
    title: "Bars",
  });
  const [first, second] = chart.data as readonly BarTrace[];
  assertEquals([first.y, second.y], [[1, 2], [3, null]]);
  assertEquals(first.error_y?.array, [0.1, 0.2]);
  assertNotEquals(first.marker?.color, second.marker?.color);
  assertNotEquals(first.marker?.pattern?.shape, second.marker?.pattern?.shape);
  assertStringIncludes(chart.caption, "one: Naive 1, AS 3; two: Naive 2, AS –");
  const wrong = { groups: ["one"], series: [{ name: "a", values: [1, 2] }], x, y, title: "Bars" };
  assertThrows(() => barsFigure(wrong), TypeError, "one value for each group");
});

Deno.test("heatMapFigure() puts opposite colours equally far from the middle", () => {
  const map = { columns: [1, 2], rows: ["low", "high"], x, y, value: y, title: "Map" };
  const [trace] = heatMapFigure({ ...map, values: [[-1, 3], [0, NaN]], middle: 0 })
    .data as readonly HeatMapTrace[];
  assertEquals([trace.zmin, trace.zmax], [-3, 3]);
  assertEquals(trace.z, [[-1, 3], [0, null]]);
  assertEquals(trace.y, ["low", "high"]);
  const [plain] = heatMapFigure({ ...map, values: [[-1, 3], [0, 1]] })
    .data as readonly HeatMapTrace[];
  assertEquals([plain.zmin, plain.zmax], [-1, 3]);
  assertThrows(() => heatMapFigure({ ...map, values: [[1, 2]] }), TypeError, "2 rows of 2 columns");
});

Deno.test("depthsFigure() reads the policy table: bid depth rises with inventory, early on", () => {
  const table = policyTable(scenario("paper"), "as");
  const [trace] = depthsFigure(table, { maxLots: 3 }).data as readonly HeatMapTrace[];
  assertEquals(trace.y, [-3, -2, -1, 0, 1, 2, 3]);
  const first = trace.z.map(([value]) => value as number);
  assert(first.every((value, i) => i === 0 || value > first[i - 1]));
  // The price of holding one unit more until the end: γσ²T.
  assertEquals(Math.round((first[1] - first[0]) * 1e4) / 1e4, 0.4);
  const shift = depthsFigure(table, { quantity: "lean", maxLots: 1 });
  const [{ z, zmin, zmax }] = shift.data as readonly HeatMapTrace[];
  assertEquals([zmin! + zmax!, z[1][0], z[0][0], z[2][0]], [0, 0, 0.4, -0.4]);
});

Deno.test("depthsFigure() shows a policy that does not read time, the same at all times", () => {
  const table = policyTable(scenario("readme"), "naive", { maxLots: 2 });
  const [trace] = depthsFigure(table, { quantity: "spread" }).data as readonly HeatMapTrace[];
  assertEquals(new Set(trace.z.flat()), new Set([1.3]));
});

Deno.test("pointsFigure() turns ends of intervals into lengths of error bars", () => {
  const series = [{ name: "a", x: [1], y: [2], lower: [1.5], upper: [3] }];
  const [trace] = pointsFigure({ series, x, y, title: "Points" }).data as readonly ScatterTrace[];
  assertEquals([trace.error_y?.array, trace.error_y?.arrayminus], [[1], [0.5]]);
});

Deno.test("pointsFigure() draws many points by WebGL and thins a hundred thousand", () => {
  const many = Float64Array.from({ length: 100_000 }, (_, i) => i);
  const trace = (n: number) =>
    pointsFigure({
      series: [{ name: "a", x: many.subarray(0, n), y: many.subarray(0, n) }],
      x,
      y,
      title: "a",
    })
      .data[0] as ScatterTrace;
  assertEquals(trace(100).type, "scatter");
  assertEquals(trace(5_000).type, "scattergl");
  assertEquals(trace(100_000).y.length, 6_000);
});

const dot = points({ name: "dot", look: looks.other, x: [1], y: [1] });

Deno.test("figure() breaks a long title and refuses an empty one", () => {
  const parts = { x, y, marks: [dot], caption: "Words." };
  const { layout } = figure({ ...parts, title: "word ".repeat(50).trim() });
  assert(layout.title.text.split("<br>").every((line) => line.length <= 110));
  assertThrows(() => figure({ ...parts, title: " " }), TypeError, "some words");
  assertThrows(() => figure({ ...parts, title: "a", marks: [] }), TypeError, "at least one");
  assertThrows(() => figure({ ...parts, title: "a", height: 0 }), RangeError, "height must be > 0");
});

Deno.test("figure() keeps charts at home and their size to the page", () => {
  const { config } = figure({ x, y, marks: [dot], title: "a", caption: "Words." });
  assertEquals(config.showSendToCloud, false);
  // With it, JupyterLab shrinks a page's first chart to a line.
  assertEquals("responsive" in config, false);
});
