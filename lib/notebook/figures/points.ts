import { checkThat } from "../../check.ts";
import type { Figure, FigureText } from "../figure.ts";
import { cloudTrace, lineTrace } from "../lines.ts";
import { grouped, readable, shownColumn } from "../numbers.ts";
import { type AxisLabel, axisOf, panelFigure } from "../panel.ts";
import { type Mark, marks } from "../marks.ts";
import type { ScatterTrace } from "../plotly.ts";
import { extent } from "../sample.ts";
import { looksOf, type Role } from "../theme.ts";
import type { Curve } from "./curves.ts";

/** Points of {@linkcode pointsFigure}. */
export interface PointSeries {
  /** Name in the legend; it chooses the colour where it is a strategy's. */
  readonly name: string;
  /** Places. */
  readonly x: ArrayLike<number>;
  /** Heights. */
  readonly y: ArrayLike<number>;
  /** Lower ends of the error bars, on the y axis. @default {none} */
  readonly lower?: ArrayLike<number>;
  /** Upper ends of the error bars, on the y axis. @default {none} */
  readonly upper?: ArrayLike<number>;
  /** What the points stand for, where the name does not say it. */
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
  readonly marks?: readonly Mark[];
  /** Title; there is no default that could say what the points are. */
  readonly title: string;
}

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
  const { series, curves = [], x, y } = options;
  const action = "build pointsFigure";
  checkThat(action, "series", "at least one", series.length, series.length > 0);
  const all = [...series, ...curves];
  const found = looksOf(all.map(({ name }) => name), all.map(({ role }) => role));
  const ends = x.range ?? extent(all.flatMap((one) => [...extent(one.x)]));
  const unit = y.unit === undefined ? "" : ` ${y.unit}`;
  const points = series.map((one, i): ScatterTrace => {
    for (const end of [one.lower, one.upper]) {
      const fits = end === undefined || end.length === one.y.length;
      checkThat(action, one.name, "error bars for every point", `${end?.length} ends`, fits);
    }
    const dense = one.x.length > 500;
    return {
      ...cloudTrace({
        name: one.name,
        x: one.x,
        y: one.y,
        look: found[i],
        hovertemplate: `${x.label} %{x:.5~g}<br>${y.label} %{y:.5~g}${unit}` +
          `<extra>${one.name}</extra>`,
        ...(dense ? { marker: { size: 4, opacity: 0.65, symbol: "circle" } } : {}),
      }),
      ...errorBars(one, found[i].color),
    };
  });
  const lines = curves.map((curve, i) =>
    lineTrace({
      name: curve.name,
      x: curve.x,
      y: curve.y,
      look: found[series.length + i],
      unit: y.unit,
    })
  );
  return panelFigure({
    traces: [...lines, ...points],
    yaxis: axisOf(y, y.range ?? extent(all.flatMap((one) => [...extent(one.y)]))),
    ...marks(options.marks, ends),
  }, {
    title: options.title,
    caption: options.caption ?? describe(options),
    xaxis: axisOf(x, ends),
    hovermode: "closest",
    height: options.height,
  });
}

function errorBars(
  { y, lower, upper }: PointSeries,
  color: string,
): Pick<ScatterTrace, "error_y"> {
  if (lower === undefined && upper === undefined) return {};
  const distance = (end: ArrayLike<number> | undefined) =>
    shownColumn(Array.from(y, (value, i) => Math.abs((end?.[i] ?? value) - value)));
  return {
    error_y: {
      type: "data",
      array: distance(upper),
      arrayminus: distance(lower),
      color,
      thickness: 1.4,
      width: 4,
    },
  };
}

function describe({ series, x, y, title }: PointsFigureOptions): string {
  const unit = y.unit === undefined ? "" : ` ${y.unit}`;
  const each = series.map((one) => {
    const [low, high] = extent(one.y);
    const count = grouped(String(one.x.length));
    return `${one.name}, ${count} points between ${readable(low)} and ${readable(high)}${unit}`;
  });
  return `${title}. ${y.label} against ${x.label}: ${each.join("; ")}.`;
}
