import { assertAlmostEquals, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { timeGrid } from "../../../mod.ts";
import { pathsFigure } from "../../../lib/notebook/mod.ts";
import type { ScatterTrace } from "./traces.ts";

const grid = timeGrid({ horizon: 2, steps: 4 });
const paths = [[100, 101, 102, 101, 103], [100, 99, 98, 97, 99]];
const band = { mean: [100, 100, 100, 100, 100], sd: [0, 1, 2, 3, 4] };

Deno.test("pathsFigure() draws the band below its paths, the first path on top", () => {
  const chart = pathsFigure({ grid, paths, band });
  assertEquals(chart.data.map(({ name }) => name), [
    "exact mean ± 2 sd, lower edge",
    "exact mean ± 2 sd",
    "exact mean",
    "1 more",
    "one path",
  ]);
  const [lower, upper] = chart.data as readonly ScatterTrace[];
  assertEquals(lower.y, [100, 98, 96, 94, 92]);
  assertEquals(upper.y, [100, 102, 104, 106, 108]);
  assertEquals(upper.fill, "tonexty");
});

Deno.test("pathsFigure() shows a mean that is zero but for rounding as zero", () => {
  const rounded = { mean: [0, 1e-15, -3e-15, 2e-15, 1e-15], sd: [0, 1, 2, 3, 4] };
  const [lower, , mean] = pathsFigure({ grid, paths, band: rounded })
    .data as readonly ScatterTrace[];
  assertEquals(mean.y, [0, 0, 0, 0, 0]);
  assertEquals(lower.y, [0, -2, -4, -6, -8]);
});

Deno.test("pathsFigure() writes even times as two numbers", () => {
  const [first] = pathsFigure({ grid, paths: [paths[0]] }).data as readonly ScatterTrace[];
  assertEquals([first.x0, first.dx, first.x], [0, 0.5, undefined]);
  assertEquals(first.y, paths[0]);
});

Deno.test("pathsFigure() draws forty paths at most, and says of how many", () => {
  const many = Array.from({ length: 100 }, () => paths[0]);
  const chart = pathsFigure({ grid, paths: many });
  assertEquals(chart.data.length, 40);
  assertStringIncludes(chart.caption, "40 of 100 paths");
});

Deno.test("pathsFigure() says where paths and band end", () => {
  const { caption } = pathsFigure({ grid, paths, band });
  assertStringIncludes(caption, "ending between 99 and 103 $");
  assertStringIncludes(caption, "ends at 100 ± 8 $");
  const rounded = { ...band, mean: [0, 0, 0, 0, 1.2e-16] };
  assertStringIncludes(pathsFigure({ grid, paths, band: rounded }).caption, "ends at 0 ± 8 $");
});

Deno.test("pathsFigure() names quantity and units on its axes", () => {
  const units = { price: "€", time: "days" };
  const { layout } = pathsFigure({ grid, paths, units, quantity: "Ask" });
  assertEquals(layout.yaxis.title?.text, "Ask (€)");
  assertEquals(layout.xaxis.title?.text, "Time t (days)");
  assertAlmostEquals(layout.xaxis.range?.[1] ?? NaN, 2);
});

Deno.test("pathsFigure() refuses no paths, and paths of another length", () => {
  assertThrows(() => pathsFigure({ grid, paths: [] }), TypeError, "at least one");
  assertThrows(() => pathsFigure({ grid, paths: [[1, 2]] }), TypeError, "of one length");
});
