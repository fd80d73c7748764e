import { assertEquals, assertGreater, assertGreaterOrEqual } from "@std/assert";
import type { AxisLabel } from "../../../lib/notebook/chart/axis.ts";
import type { Chart } from "../../../lib/notebook/chart/chart.ts";
import { frameOf, PHONE } from "../../../lib/notebook/chart/frame.ts";
import { scaleOf } from "../../../lib/notebook/chart/scale.ts";
import { textWidth } from "../../../lib/notebook/chart/text_width.ts";
import {
  curvesFigure,
  type Figure,
  heatMapFigure,
  line,
  looks,
  pointsFigure,
} from "../../../lib/notebook/mod.ts";

const axis = { label: "Loss", unit: "$" };

Deno.test("heatMapFigure() stands names evenly, also names that look like numbers or dates", () => {
  const map = { values: [[1, 2], [3, 4]], x: axis, y: axis, value: axis, title: "Map" };
  const named = heatMapFigure({ ...map, columns: ["1/4", "16"], rows: ["1", "2"] });
  assertEquals([named.layout.xaxis.type, named.layout.yaxis.type], ["category", "category"]);
  const placed = heatMapFigure({ ...map, columns: [0.25, 16], rows: [1, 2] });
  assertEquals([placed.layout.xaxis.type, placed.layout.yaxis.type], [undefined, undefined]);
});

/** The numbers that a chart is given along its axes. */
function given({ layout }: Figure): readonly unknown[] {
  return [layout.xaxis.ticktext, layout.yaxis.ticktext];
}

Deno.test("curvesFigure() writes 1, 2 and 5 on a logarithmic axis of few decades alone", () => {
  const chart = (highest: number) =>
    curvesFigure({
      curves: [{ name: "loss", x: [1, 100], y: [1, highest] }],
      x: { ...axis, log: true },
      y: { ...axis, log: true },
      title: "Loss",
    });
  const dense = ["1", "2", "5", "10", "20", "50", "100"];
  assertEquals(given(chart(100)), [dense, dense]);
  assertEquals(chart(10_000).layout.yaxis.dtick, 1);
  assertEquals(given(chart(1e20))[1], ["10⁰", "10⁴", "10⁸", "10¹²", "10¹⁶", "10²⁰"]);
});

Deno.test("pointsFigure() writes 1 and 3 on a level logarithmic axis where 1, 2 and 5 would touch on a phone", () => {
  const chart = (from: number, to: number) =>
    pointsFigure({
      series: [{ name: "error", x: [from, to], y: [3, 0.2] }],
      x: { ...axis, log: true },
      y: axis,
      title: "Error",
    });
  assertEquals(given(chart(10, 2000)), [["10", "30", "100", "300", "1\u202f000"], undefined]);
  assertEquals(given(chart(1, 30))[0], ["1", "2", "5", "10", "20"]);
});

Deno.test("no numbers of a level axis touch on a phone, whatever its range: there are fewer, three at least", () => {
  for (const log of [false, true]) {
    for (const size of [1e-5, 0.01, 1, 730, 9000]) {
      for (const span of [1.3, 2, 7, 40, 300]) {
        const range = log ? [size, size * span] as const : [-size / 3, size * span] as const;
        const frame = frameOf(
          lineChart({ ...axis, log, range }),
          800,
          { size: 13, title: 16 },
        );
        const { ticks } = frame.x;
        assertGreaterOrEqual(ticks.length, 3);
        const place = scaleOf(frame.x, [0, PHONE - frame.margin.l - frame.margin.r]);
        for (const [i, [at, words]] of ticks.entries()) {
          if (i === 0) continue;
          const [before, wordsBefore] = ticks[i - 1];
          const width = (textWidth(words, 13) + textWidth(wordsBefore, 13)) / 2;
          assertGreater(place(at) - place(before), width, `${range}: ${wordsBefore} ${words}`);
        }
      }
    }
  }
});

function lineChart(x: AxisLabel & { readonly range: readonly [number, number] }): Chart {
  const mark = line({ name: "loss", x: x.range, y: [1, 2], look: looks.as });
  return { title: "Loss", height: 380, x, panels: [{ y: axis, marks: [mark] }] };
}
