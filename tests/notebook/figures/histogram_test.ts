import {
  assertAlmostEquals,
  assertEquals,
  assertGreaterOrEqual,
  assertLess,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { frameOf } from "../../../lib/notebook/chart/frame.ts";
import { histogramFigure, looks } from "../../../lib/notebook/mod.ts";
import type { ScatterTrace } from "./traces.ts";

const x = { label: "Profit", unit: "$" };
const even = Float64Array.from({ length: 1000 }, (_, i) => i / 10);

Deno.test("histogramFigure() draws a density: its area is one", () => {
  for (const values of [even, even.map((value) => 1e6 + value ** 2)]) {
    const [trace] = histogramFigure({ samples: { profit: values }, x })
      .data as readonly ScatterTrace[];
    const area = trace.y.reduce<number>((sum, y) => sum + (y as number) * trace.dx!, 0);
    assertAlmostEquals(area, 1, 1e-3);
  }
});

Deno.test("histogramFigure() counts each value in its bar", () => {
  const [trace] = histogramFigure({ samples: { a: [0, 0.4, 1.2, 3.9] }, x, bins: 4 })
    .data as readonly ScatterTrace[];
  assertEquals([trace.x0, trace.dx], [-0.5, 1]);
  assertEquals(trace.y, [0, 0.5, 0.25, 0, 0.25, 0]);
  assertEquals(trace.text?.[1], "50 %");
});

Deno.test("histogramFigure() leaves out what is not a number", () => {
  const [trace] = histogramFigure({ samples: { a: [0, 1, NaN, Infinity] }, x, bins: 1 })
    .data as readonly ScatterTrace[];
  assertEquals(trace.y.reduce<number>((sum, y) => sum + (y as number), 0) * trace.dx!, 1);
});

Deno.test("histogramFigure() draws an exact density in its sample's colour", () => {
  const densities = { AS: { x: [0, 50, 100], y: [0, 0.02, 0] } };
  const two = histogramFigure({
    samples: { Naive: even, AS: even },
    roles: { AS: "as" },
    x,
    densities,
  });
  const line = two.data[2] as ScatterTrace;
  assertEquals([line.name, line.line?.color], ["exact, AS", looks.as.color]);
  const one = histogramFigure({ samples: { AS: even }, x, densities }).data[1] as ScatterTrace;
  assertEquals(one.line?.color, looks.exact.color);
  assertThrows(
    () => histogramFigure({ samples: { AS: even }, x, densities: { other: densities.AS } }),
    TypeError,
    "named as a sample",
  );
});

Deno.test("histogramFigure() marks values, each name in a row of its own", () => {
  const marks = [{ value: 60, label: "late" }, { value: 50, label: "early" }];
  const { layout, caption } = histogramFigure({ samples: { a: even }, x, marks });
  assertEquals(layout.shapes?.map(({ x0 }) => x0), [50, 60]);
  assertEquals(layout.annotations?.map(({ text, yshift }) => [text, yshift]), [
    ["early", 0],
    ["late", -16],
  ]);
  // The left name points left, the right one right: they cannot meet.
  assertEquals(layout.annotations?.map(({ xanchor }) => xanchor), ["right", "left"]);
  assertStringIncludes(caption, "Marked: late, early");
});

Deno.test("histogramFigure() keeps the names of marks above the bars, however many there are", () => {
  const names = ["no profit", "the README's Naive", "best", "a mean that was published"];
  for (let count = 1; count <= names.length; count++) {
    const marks = names.slice(0, count).map((label, i) => ({ value: 48 + i, label }));
    const { chart } = histogramFigure({ samples: { a: even }, x, marks });
    const { ground } = frameOf(chart, 800, { size: 13, title: 16 }).panels[0];
    const [bars, ...rules] = chart.panels[0].marks;
    const feet = rules.flatMap((mark) => mark.draw(ground))
      .flatMap((one) => "words" in one ? [one.y] : []);
    assertGreaterOrEqual(feet.length, count);
    assertLess(Math.max(...feet), ground.y(bars.cover.y![1]));
  }
});

Deno.test("histogramFigure() says mean and deviation", () => {
  const { caption } = histogramFigure({ samples: { a: [1, 2, 3, 4] }, x });
  assertStringIncludes(caption, "a, 4 values, mean 2.5 $, deviation 1.291 $");
});

Deno.test("histogramFigure() refuses samples without width", () => {
  assertThrows(() => histogramFigure({ samples: {}, x }), TypeError, "at least one");
  assertThrows(() => histogramFigure({ samples: { a: [1, 1] }, x }), RangeError, "two different");
  assertThrows(() => histogramFigure({ samples: { a: [] }, x }), RangeError, "two different");
});

Deno.test("histogramFigure() gives a density the unit of its values, a pure number's none", () => {
  const across = (unit?: string) =>
    histogramFigure({ samples: { a: even }, x: { label: "Ratio", unit } }).layout.yaxis;
  assertStringIncludes(JSON.stringify(across("$")), "Density (1/$)");
  assertStringIncludes(JSON.stringify(across()), `"text":"Density",`);
});
