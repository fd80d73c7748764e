import { axisLabel } from "../chart_kinds.ts";
import { keyed, listOf, maybe, numbers, text } from "../../kinds.ts";
import { checkKeys, checkThat } from "../../check.ts";
import { type AxisLabel, unitAfter } from "../chart/axis.ts";
import { line } from "../chart/marks/line.ts";
import { points } from "../chart/marks/points.ts";
import { extent, extentOf } from "../chart/ticks.ts";
import { type Figure, figure, type FigureText, figureTextKeys } from "../figure.ts";
import { grouped, readable } from "../numbers.ts";
import { type Reference, referenceRules, references } from "../references.ts";
import { looksOf, type Role, role } from "../theme.ts";
import { type Curve, plainCurve } from "./curves.ts";

/** Points of {@linkcode pointsFigure}. */
export interface PointSeries {
  /** Name in the legend. */
  readonly name: string;
  /** Places. */
  readonly x: ArrayLike<number>;
  /** Heights. */
  readonly y: ArrayLike<number>;
  /** Lower ends of the error bars, on the y axis. @default {none} */
  readonly lower?: ArrayLike<number>;
  /** Upper ends of the error bars, on the y axis. @default {none} */
  readonly upper?: ArrayLike<number>;
  /** What the points stand for: it chooses the colour. @default {a spare colour} */
  readonly role?: Role;
}

/** What {@linkcode pointsFigure} shows. */
export interface PointsFigureOptions extends FigureText {
  /** The points. */
  readonly series: readonly PointSeries[];
  /** Lines to compare them with. @default {none} */
  readonly curves?: readonly Pick<Curve, "name" | "x" | "y" | "role">[];
  /** The x axis. */
  readonly x: AxisLabel;
  /** The y axis. */
  readonly y: AxisLabel;
  /** Lines across the chart. @default {none} */
  readonly marks?: readonly Reference[];
  /** Title; there is no default that could say what the points are. */
  readonly title: string;
}

/** From so many points on, markers are small and let others through. */
const DENSE = 500;

/**
 * Points with error bars, and lines to compare them with: a signature plot, a goodness of fit, a cloud of
 * sessions.
 *
 * @param options Points, lines, axes and words.
 * @returns The figure.
 * @throws {TypeError} Where there are no points, or a series' columns differ in length.
 *
 * @example
 * ```ts
 * import { pointsFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const chart = pointsFigure({
 *   series: [{ name: "counted", x: [1, 2], y: [0.5, 0.2], lower: [0.4, 0.1], upper: [0.6, 0.3] }],
 *   x: { label: "Depth δ", unit: "$" },
 *   y: { label: "Intensity λ", unit: "fills/s", log: true },
 *   title: "Intensity against depth",
 * });
 * assertEquals(chart.layout.yaxis.type, "log");
 * ```
 */
export function pointsFigure(options: PointsFigureOptions): Figure {
  const action = "build pointsFigure";
  checkKeys<PointsFigureOptions>(action, options, {
    ...figureTextKeys,
    title: text,
    series: listOf(
      "series { name, x, y }",
      keyed<PointSeries>({
        name: text,
        x: numbers,
        y: numbers,
        lower: maybe(numbers),
        upper: maybe(numbers),
        role,
      }),
      1,
    ),
    curves: maybe(listOf("curves", plainCurve)),
    x: axisLabel,
    y: axisLabel,
    marks: references,
  });
  const { series, curves = [], x, y } = options;
  const found = looksOf([...series, ...curves].map(({ role }) => role));
  const ends = x.range ?? extentOf([...series, ...curves].map((one) => one.x));
  const unit = unitAfter(y);
  const clouds = series.map(({ name, x: places, y: heights, lower, upper }, i) => {
    for (const end of [lower, upper]) {
      const fits = end === undefined || end.length === heights.length;
      checkThat(action, name, "error bars for every point", `${end?.length} ends`, fits);
    }
    const dense = places.length > DENSE;
    return points({
      name,
      x: places,
      y: heights,
      lower,
      upper,
      look: dense ? { ...found[i], symbol: "circle" } : found[i],
      hover: `${x.label} %{x:.5~g}<br>${y.label} %{y:.5~g}${unit}<extra>${name}</extra>`,
      ...(dense ? { size: 4, opacity: 0.65 } : {}),
    });
  });
  const lines = curves.map(({ name, x: places, y: heights }, i) =>
    line({ name, x: places, y: heights, look: found[series.length + i], unit: y.unit })
  );
  return figure({
    x,
    y,
    marks: [...lines, ...clouds, ...referenceRules(options.marks, ends)],
    title: options.title,
    caption: options.caption ?? describe(options),
    hovermode: "closest",
    height: options.height,
  });
}

function describe({ series, x, y, title }: PointsFigureOptions): string {
  const unit = unitAfter(y);
  const each = series.map((one) => {
    const [low, high] = extent(one.y);
    const count = grouped(String(one.x.length));
    return `${one.name}, ${count} points between ${readable(low)} and ${readable(high)}${unit}`;
  });
  return `${title}. ${y.label} against ${x.label}: ${each.join("; ")}.`;
}
