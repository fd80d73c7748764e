import { assertAlmostEquals, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { poissonFlow } from "../../../mod.ts";
import { fillFigure } from "../../../lib/notebook/mod.ts";
import type { ScatterTrace } from "./traces.ts";

const flows = {
  "first-order": poissonFlow({ scale: 140, decay: 1.5 }),
  exact: poissonFlow({ scale: 140, decay: 1.5, fills: "exact" }),
};

Deno.test("fillFigure() draws the flows' own probabilities", () => {
  const chart = fillFigure({ flows, dt: 0.005, maxDepth: 3 });
  const [first, exact] = chart.data as readonly ScatterTrace[];
  assertEquals([first.name, exact.name], ["first-order", "exact"]);
  assertAlmostEquals(first.y[0] as number, 0.7, 1e-6);
  assertAlmostEquals(exact.y[0] as number, 1 - Math.exp(-0.7), 1e-6);
  assertAlmostEquals(first.y.at(-1) as number, 0.7 * Math.exp(-4.5), 1e-6);
  assertEquals(chart.layout.xaxis.title?.text, "Depth δ ($)");
});

Deno.test("fillFigure() shows counted fills with two standard errors, in the colour of their curve", () => {
  const counted = { "counted": { depth: [1], probability: [0.2], standardError: [0.03] } };
  const chart = fillFigure({ flows, dt: 0.005, maxDepth: 3, counted });
  const [first, , points] = chart.data as readonly ScatterTrace[];
  assertEquals(points.mode, "markers");
  assertEquals(points.error_y?.array, [0.06]);
  assertEquals(points.marker?.color, first.line?.color);
  assertStringIncludes(chart.caption, "counted fills");
});

Deno.test("fillFigure() shows the side asked for", () => {
  const biased = { flow: poissonFlow({ scale: 100, decay: 1, flowBias: 0.5 }) };
  const at = (side: "bid" | "ask") =>
    (fillFigure({ flows: biased, dt: 0.001, maxDepth: 1, side }).data[0] as ScatterTrace).y[0];
  assertEquals([at("ask"), at("bid")], [0.15, 0.05]);
});

Deno.test("fillFigure() refuses depths that do not rise and steps without length", () => {
  assertThrows(() => fillFigure({ flows, dt: 0.1, maxDepth: 1, minDepth: 1 }), RangeError);
  assertThrows(() => fillFigure({ flows, dt: 0, maxDepth: 1 }), RangeError, "dt must be > 0");
});
