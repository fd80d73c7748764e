import { numberOf } from "../../plural.ts";
import { axisLabel } from "../chart_kinds.ts";
import { keyed, listOf, maybe, numbers, text } from "../../kinds.ts";
import { checkKeys, checkThat } from "../../check.ts";
import type { AxisLabel } from "../chart/axis.ts";
import { bars } from "../chart/marks/bars.ts";
import { type Figure, figure, type FigureText, figureTextKeys } from "../figure.ts";
import { readable } from "../numbers.ts";
import { looksOf, type Role, role } from "../theme.ts";

/** One colour of {@linkcode barsFigure}: a bar for each group. */
export interface BarSeries {
  /** Name in the legend. */
  readonly name: string;
  /** Heights, one for each group; NaN where there is none. */
  readonly values: ArrayLike<number>;
  /** Lengths of the error bars, up and down, one for each group. @default {none} */
  readonly errors?: ArrayLike<number>;
  /** What the bars stand for: it chooses the colour. @default {a spare colour} */
  readonly role?: Role;
}

/** What {@linkcode barsFigure} shows. */
export interface BarsFigureOptions extends FigureText {
  /** Names of the groups, from the left. */
  readonly groups: readonly string[];
  /** The bars of each group. */
  readonly series: readonly BarSeries[];
  /** What the groups are. */
  readonly x: AxisLabel;
  /** What the heights are. */
  readonly y: AxisLabel;
  /** Title; there is no default that could say what the bars are. */
  readonly title: string;
}

/** Fine pale lines over the colour, so that series differ without it; the first has none. */
const hatches = [undefined, "/", ".", "-", "\\", "x"];
/** Share of a group's place that its bars take. */
const FULL = 0.8;

/**
 * Bars side by side in groups, with error bars where given. Series differ by hatching as well as colour.
 *
 * @param options Groups, series, axes and words.
 * @returns The figure.
 * @throws {TypeError} Where a series has not one value for each group.
 *
 * @example
 * ```ts
 * import { barsFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const chart = barsFigure({
 *   groups: ["γ = 0.01", "γ = 0.1"],
 *   series: [
 *     { name: "Naive", role: "naive", values: [68.8, 68.4] },
 *     { name: "AS", role: "as", values: [68.6, 65.0] },
 *   ],
 *   x: { label: "Risk aversion" },
 *   y: { label: "Mean profit", unit: "$" },
 *   title: "What the inventory strategy earns",
 * });
 * assertEquals(chart.data.map(({ name }) => name), ["Naive", "AS"]);
 * ```
 */
export function barsFigure(options: BarsFigureOptions): Figure {
  const action = "build barsFigure";
  checkKeys<BarsFigureOptions>(action, options, {
    ...figureTextKeys,
    title: text,
    groups: listOf("names", text, 1),
    series: listOf(
      "series of bars",
      keyed<BarSeries>({ name: text, values: numbers, errors: maybe(numbers), role }),
      1,
    ),
    x: axisLabel,
    y: axisLabel,
  });
  const { groups, series, x, y } = options;
  const found = looksOf(series.map(({ role }) => role));
  const width = FULL / series.length;
  const marks = series.map(({ name, values, errors }, i) => {
    for (const column of errors === undefined ? [values] : [values, errors]) {
      const fits = column.length === groups.length;
      checkThat(action, name, "one value for each group", numberOf(column.length, "value"), fits);
    }
    return bars({
      name,
      x: groups.map((_, g) => g),
      names: groups,
      y: values,
      errors,
      color: found[i].color,
      hatching: hatches[i % hatches.length],
      width,
      aside: i - (series.length - 1) / 2,
      unit: y.unit,
    });
  });
  return figure({
    x: { ...x, names: groups },
    y,
    marks,
    title: options.title,
    caption: options.caption ?? describe(options),
    height: options.height,
  });
}

function describe({ groups, series, y, title }: BarsFigureOptions): string {
  const each = groups.map((group, g) =>
    `${group}: ${series.map(({ name, values }) => `${name} ${readable(values[g])}`).join(", ")}`
  );
  return `${title}. ${y.label}${y.unit === undefined ? "" : `, in ${y.unit}`}: ${each.join("; ")}.`;
}
