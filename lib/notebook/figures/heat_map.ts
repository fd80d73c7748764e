import { axisLabel, places } from "../chart_kinds.ts";
import { listOf, maybe, number, numbers, text } from "../../kinds.ts";
import { checkKeys, checkThat, type Kind } from "../../check.ts";
import { type AxisLabel, unitAfter } from "../chart/axis.ts";
import { cells } from "../chart/marks/cells.ts";
import { extentOf } from "../chart/ticks.ts";
import { type Figure, figure, type FigureText, figureTextKeys } from "../figure.ts";
import { readable } from "../numbers.ts";
import type { ColorScale } from "../chart/chart.ts";
import { type Reference, referenceRules, references } from "../references.ts";

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
  readonly marks?: readonly Reference[];
  /** Title; there is no default that could say what the colours mean. */
  readonly title: string;
}

/** Dark to light, even to the eye and to the colour-blind: the Cividis scale of Nuñez and others (2018). */
const rising: ColorScale = [
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
const opposed: ColorScale = [
  [0, "#2c4fb0"],
  [0.25, "#8098d8"],
  [0.5, "#e6e6e6"],
  [0.75, "#d69a6e"],
  [1, "#963a0c"],
];

/** Numbers, or names. */
const placesOrNames: Kind = (action, name, value) => {
  const named = Array.isArray(value) && typeof value[0] === "string";
  (named ? listOf("names", text) : places)(action, name, value);
};

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
  const action = "build heatMapFigure";
  checkKeys<HeatMapFigureOptions>(action, options, {
    ...figureTextKeys,
    title: text,
    columns: placesOrNames,
    rows: placesOrNames,
    values: listOf("rows of numbers", numbers, 1),
    x: axisLabel,
    y: axisLabel,
    value: axisLabel,
    middle: maybe(number),
    marks: references,
  });
  const { columns, rows, values, x, y, value, middle } = options;
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
  const unit = unitAfter(value);
  const colors = middle === undefined ? rising : opposed;
  const range = middle === undefined ? widened(extentOf(values)) : balanced(values, middle);
  const [columnNames, rowNames] = [namesOf(columns), namesOf(rows)];
  return figure({
    x: { ...x, names: columnNames },
    y: { ...y, names: rowNames },
    marks: [
      cells({
        name: value.label,
        x: placesOf(columns),
        y: placesOf(rows),
        columnNames,
        rowNames,
        values,
        colors,
        ends: range,
        hover: `${x.label} %{x}<br>${y.label} %{y}<br>${value.label} <b>%{z:.5~g}</b>${unit}` +
          "<extra></extra>",
      }),
      ...referenceRules(options.marks),
    ],
    key: { label: value.label, unit: value.unit, colors, range },
    title: options.title,
    caption: options.caption ?? describe(options),
    hovermode: "closest",
    height: options.height ?? 420,
  });
}

/** Names, which stand evenly, also where they look like numbers or dates. */
function namesOf(list: ArrayLike<number> | readonly string[]): readonly string[] | undefined {
  return typeof list[0] === "string" ? list as readonly string[] : undefined;
}

function placesOf(list: ArrayLike<number> | readonly string[]): readonly number[] {
  return Array.from(
    list as ArrayLike<number | string>,
    (one, i) => typeof one === "string" ? i : one,
  );
}

/** Opposite colours reach equally far from the middle, so that equal shades mean equal distances. */
function balanced(
  values: readonly ArrayLike<number>[],
  middle: number,
): readonly [number, number] {
  const [low, high] = extentOf(values);
  const reach = Math.max(middle - low, high - middle, 0);
  return widened(Number.isFinite(reach) ? [middle - reach, middle + reach] : [middle, middle]);
}

/** A scale of colours needs two ends, also where all values are one, or there is none. */
function widened([low, high]: readonly [number, number]): readonly [number, number] {
  if (low < high) return [low, high];
  return low === high ? [low - 1, high + 1] : [0, 1];
}

function describe(options: HeatMapFigureOptions): string {
  const { title, value, x, y } = options;
  const [low, high] = extentOf(options.values);
  const unit = unitAfter(value);
  return `${title}. ${value.label} from ${readable(low)} to ${readable(high)}${unit}, ` +
    `by ${x.label} and ${y.label}.`;
}
