import { assertEquals } from "@std/assert";
import { curvesFigure, heatMapFigure, pointsFigure } from "../../../lib/notebook/mod.ts";

const axis = { label: "Loss", unit: "$" };

Deno.test("heatMapFigure() stands names evenly, also names that look like numbers or dates", () => {
  const map = { values: [[1, 2], [3, 4]], x: axis, y: axis, value: axis, title: "Map" };
  const named = heatMapFigure({ ...map, columns: ["1/4", "16"], rows: ["1", "2"] });
  assertEquals([named.layout.xaxis.type, named.layout.yaxis.type], ["category", "category"]);
  const placed = heatMapFigure({ ...map, columns: [0.25, 16], rows: [1, 2] });
  assertEquals([placed.layout.xaxis.type, placed.layout.yaxis.type], [undefined, undefined]);
});

Deno.test("curvesFigure() writes 1, 2 and 5 on a logarithmic axis of few decades alone, so that a narrow page has room", () => {
  const chart = (highest: number) =>
    curvesFigure({
      curves: [{ name: "loss", x: [1, 100], y: [1, highest] }],
      x: { ...axis, log: true },
      y: { ...axis, log: true },
      title: "Loss",
    }).layout;
  assertEquals([chart(100).xaxis.dtick, chart(100).yaxis.dtick], ["D2", "D2"]);
  assertEquals(chart(10_000).yaxis.dtick, 1);
  assertEquals(chart(1e20).yaxis.dtick, undefined);
});

Deno.test("pointsFigure() writes 1, 2 and 5 on logarithmic axes, and leaves others to Plotly", () => {
  const { layout } = pointsFigure({
    series: [{ name: "error", x: [10, 2000], y: [3, 0.2] }],
    x: { ...axis, log: true },
    y: axis,
    title: "Error",
  });
  assertEquals([layout.xaxis.dtick, layout.yaxis.dtick], ["D2", undefined]);
});
