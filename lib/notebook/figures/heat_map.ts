import { checkThat } from "../../check.ts";
import { type Figure, figure, type FigureText } from "../figure.ts";
import { readable, shownColumn } from "../numbers.ts";
import { type AxisLabel, axisOf } from "../panel.ts";
import { type Mark, marks } from "../marks.ts";
import type { ColorScale, HeatMapTrace, Place } from "../plotly.ts";
import type { Axis } from "../plotly_layout.ts";
import { extent } from "../sample.ts";

/** What {@linkcode heatMapFigure} shows. */
export interface HeatMapFigureOptions extends FigureText {
  /** Columns' places, or their names. */
  readonly columns: ArrayLike<number> | readonly string[];
  /** Rows' places from the bottom, or their names. */
  readonly rows: ArrayLike<number> | readonly string[];
  /** Values, a list of columns' values for each row; NaN where there is none. */
  readonly values: readonly ArrayLike<number>[];
  /** The x axis. */
  readonly x: AxisLabel;
  /** The y axis. */
  readonly y: AxisLabel;
  /** What the colours mean. */
  readonly value: AxisLabel;
  /** The value in the middle of two opposite colours, such as 0 for gain and loss. @default {none: from dark to light} */
  readonly middle?: number;
  /** Lines across the map. @default {none} */
  readonly marks?: readonly Mark[];
  /** Title; there is no default that could say what the colours mean. */
  readonly title: string;
}

/** Dark to light, even to the eye and to the colour-blind: the Cividis scale of Nuñez and others (2018). */
export const rising: ColorScale = [
  [0, "#00224e"],
  [0.125, "#123570"],
  [0.25, "#3b496c"],
  [0.375, "#575d6d"],
  [0.5, "#707173"],
  [0.625, "#8a8678"],
  [0.75, "#a59c74"],
  [0.875, "#c3b369"],
  [1, "#e1cc55"],
];

/** Below the middle blue, above it brown, and pale between. */
export const opposed: ColorScale = [
  [0, "#2c4fb0"],
  [0.25, "#8098d8"],
  [0.5, "#e6e6e6"],
  [0.75, "#d69a6e"],
  [1, "#963a0c"],
];

/**
 * A table of numbers as colours: rows upwards, columns to the right.
 *
 * @param options Rows, columns, values, axes and words.
 * @returns The figure.
 * @throws {TypeError} Where the values do not fit rows and columns.
 *
 * @example
 * ```ts
 * import { heatMapFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const chart = heatMapFigure({
 *   columns: [1, 2, 4],
 *   rows: [0.5, 1],
 *   values: [[-3, -1, -2], [-2, 0, -1]],
 *   x: { label: "Believed volatility σ", unit: "$/√time" },
 *   y: { label: "Believed decay k", unit: "1/$" },
 *   value: { label: "Loss", unit: "$" },
 *   title: "What wrong beliefs cost",
 * });
 * assertEquals(chart.data.length, 1);
 * ```
 */
export function heatMapFigure(options: HeatMapFigureOptions): Figure {
  const { columns, rows, values, x, y, value, middle } = options;
  const action = "build heatMapFigure";
  const rectangle = values.length === rows.length &&
    values.every((row) => row.length === columns.length);
  const shape = `${values.length} rows of ${values[0]?.length ?? 0}`;
  checkThat(
    action,
    "values",
    `${rows.length} rows of ${columns.length} columns`,
    shape,
    rectangle && values.length > 0 && columns.length > 0,
  );
  const unit = value.unit === undefined ? "" : ` ${value.unit}`;
  const trace: HeatMapTrace = {
    type: "heatmap",
    name: value.label,
    x: places(columns),
    y: places(rows),
    z: values.map(shownColumn),
    colorscale: middle === undefined ? rising : opposed,
    ...(middle === undefined ? {} : balanced(values, middle)),
    colorbar: {
      title: { ...titleOf(value), font: { size: 13 }, side: "right" },
      thickness: 14,
      outlinewidth: 0,
    },
    hoverongaps: false,
    hovertemplate: `${x.label} %{x}<br>${y.label} %{y}<br>${value.label} <b>%{z:.5~g}</b>${unit}` +
      "<extra></extra>",
  };
  const beside = marks(options.marks);
  return figure({
    data: [trace],
    axes: {
      xaxis: { ...axisOf(x), ...kindOf(columns), showgrid: false, zeroline: false },
      yaxis: { ...axisOf(y), ...kindOf(rows), showgrid: false, zeroline: false },
    },
    ...(options.marks === undefined ? {} : beside),
    title: options.title,
    caption: options.caption ?? describe(options),
    height: options.height ?? 420,
  });
}

/** Names stand evenly; without a word Plotly would read a name such as "1/4" or "2" as a date or a number. */
function kindOf(list: ArrayLike<number> | readonly string[]): Pick<Axis, "type"> {
  return typeof list[0] === "string" ? { type: "category" } : {};
}

/** Opposite colours reach equally far from the middle, so that equal shades mean equal distances. */
function balanced(
  values: readonly ArrayLike<number>[],
  middle: number,
): Pick<HeatMapTrace, "zmin" | "zmid" | "zmax"> {
  const [low, high] = extentOf(values);
  const reach = Math.max(middle - low, high - middle, 0);
  return Number.isFinite(reach) && reach > 0
    ? { zmin: middle - reach, zmid: middle, zmax: middle + reach }
    : { zmid: middle };
}

function extentOf(values: readonly ArrayLike<number>[]): readonly [number, number] {
  return extent(values.flatMap((row) => [...extent(row)]));
}

function places(list: ArrayLike<number> | readonly string[]): readonly Place[] {
  return typeof list[0] === "string"
    ? [...list as readonly string[]]
    : shownColumn(list as ArrayLike<number>);
}

function titleOf(label: AxisLabel): { readonly text: string } {
  return { text: axisOf(label).title?.text ?? label.label };
}

function describe(options: HeatMapFigureOptions): string {
  const { title, value, x, y } = options;
  const [low, high] = extentOf(options.values);
  const unit = value.unit === undefined ? "" : ` ${value.unit}`;
  return `${title}. ${value.label} from ${readable(low)} to ${readable(high)}${unit}, ` +
    `by ${x.label} and ${y.label}.`;
}
