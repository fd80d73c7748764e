import { assertAlmostEquals, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import type { IntensityPoint, Markout } from "../../../mod.ts";
import type { BacktestReport } from "../../../lib/data/mod.ts";
import { fillWorthFigure, intensityFigure, markoutsFigure } from "../../../lib/notebook/mod.ts";
import type { BarTrace, ScatterTrace } from "./traces.ts";

const title = "A market";
const markout = (steps: number, mean: number | null): Markout => ({
  steps,
  time: steps / 2,
  units: mean === null ? 0 : 9,
  mean,
  standardError: mean === null ? null : 0.1,
  interval: mean === null ? null : [mean - 0.25, mean + 0.25],
});

Deno.test("markoutsFigure() shows 95 % intervals against time, and leaves out what nobody filled", () => {
  const chart = markoutsFigure({
    markouts: { AS: [markout(2, -0.5), markout(4, -1), markout(9, null)] },
    title,
  });
  const [points] = chart.data as readonly ScatterTrace[];
  assertEquals([points.x, points.y], [[1, 2], [-0.5, -1]]);
  assertEquals(points.error_y?.array, [0.25, 0.25]);
  assertEquals(points.error_y?.arrayminus, [0.25, 0.25]);
  assertStringIncludes(chart.caption, "AS −1 ± 0.25 $ after 2");
});

Deno.test("markoutsFigure() draws zero, and the spread where it is given", () => {
  const markouts = { AS: [markout(1, -1)] };
  const levels = (spread?: number) =>
    markoutsFigure({ markouts, spread, title }).layout.shapes?.map(({ y0 }) => y0);
  assertEquals(levels(), [0]);
  assertEquals(levels(0.65), [0, -0.65]);
});

Deno.test("markoutsFigure() refuses a trader without fills", () => {
  assertThrows(
    () => markoutsFigure({ markouts: { AS: [markout(1, null)] }, title }),
    TypeError,
    "Cannot build markoutsFigure as AS must be markouts of fills: current value is",
  );
});

const measured = (depth: number, intensity: number): IntensityPoint => ({
  depth,
  beyond: 9,
  intensity,
  interval: [intensity / 2, intensity * 3],
});

Deno.test("intensityFigure() draws laws as A·e^(−kδ) over the depths that were reached", () => {
  const chart = intensityFigure({
    measured: [measured(0, Infinity), measured(1, 0.5), measured(3, 0.1), measured(9, 0)],
    fits: { fit: { scale: { value: 2 }, decay: { value: 1 } } },
    title,
  });
  const [line, points] = chart.data as readonly ScatterTrace[];
  assertEquals(points.x, [1, 3]);
  assertEquals(points.error_y?.array, [1, 0.2]);
  assertEquals(points.error_y?.arrayminus, [0.25, 0.05]);
  assertEquals([line.x0, line.x0! + 40 * line.dx!], [1, 3]);
  assertAlmostEquals(Number(line.y[0]), 2 * Math.exp(-1), 1e-5);
  assertAlmostEquals(Number(line.y.at(-1)), 2 * Math.exp(-3), 1e-5);
  assertEquals(chart.layout.yaxis.type, "log");
});

Deno.test("intensityFigure() refuses a market in which nothing was reached", () => {
  assertThrows(
    () => intensityFigure({ measured: [measured(1, 0)], fits: {}, title }),
    TypeError,
    "Cannot build intensityFigure as measured must be a depth with an intensity",
  );
});

const report = (fills: number): BacktestReport =>
  ({
    name: "Naive",
    fills,
    attribution: { spread: 3 },
    markouts: [markout(1, -1), markout(8, null)],
  }) as unknown as BacktestReport;

Deno.test("fillWorthFigure() sets a fill's spread beside what the price then did", () => {
  const chart = fillWorthFigure([report(6), report(0)], { title, units: { time: "s" } });
  const [bars, ...others] = chart.data as readonly BarTrace[];
  assertEquals(others, []);
  assertEquals(bars.x, ["at once", "0.5", "4"]);
  assertEquals(bars.y, [0.5, -1, null]);
  assertEquals(bars.error_y?.array, [null, 0.25, null]);
  assertThrows(() => fillWorthFigure([report(0)], { title }), TypeError, "traders with fills");
});
