import { checkThat } from "../../check.ts";
import type { Figure, FigureText } from "../figure.ts";
import { hoverText } from "../lines.ts";
import { readable, shownColumn } from "../numbers.ts";
import { type AxisLabel, axisOf, panelFigure } from "../panel.ts";
import type { Trace } from "../plotly.ts";
import { looksOf, type Role } from "../theme.ts";

/** One colour of {@linkcode barsFigure}: a bar for each group. */
export interface BarSeries {
  /** Name in the legend; it chooses the colour where it is a strategy's. */
  readonly name: string;
  /** Heights, one for each group; NaN where there is none. */
  readonly values: ArrayLike<number>;
  /** Lengths of the error bars, up and down, one for each group. @default {none} */
  readonly errors?: ArrayLike<number>;
  /** What the bars stand for, where the name does not say it. */
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
const hatches = ["", "/", ".", "-", "\\", "x"].map((shape) =>
  shape === "" ? undefined : {
    shape,
    solidity: 0.2,
    size: 7,
    fillmode: "overlay" as const,
    fgcolor: "rgba(255,255,255,0.6)",
  }
);

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
 *   series: [{ name: "Naive", values: [68.8, 68.4] }, { name: "AS", values: [68.6, 65.0] }],
 *   x: { label: "Risk aversion" },
 *   y: { label: "Mean profit", unit: "$" },
 *   title: "What the inventory strategy earns",
 * });
 * assertEquals(chart.layout.barmode, "group");
 * ```
 */
export function barsFigure(options: BarsFigureOptions): Figure {
  const { groups, series, x, y } = options;
  const action = "build barsFigure";
  checkThat(action, "series", "at least one", series.length, series.length > 0);
  const found = looksOf(series.map(({ name }) => name), series.map(({ role }) => role));
  const traces = series.map(({ name, values, errors }, i): Trace => {
    for (const column of errors === undefined ? [values] : [values, errors]) {
      const fits = column.length === groups.length;
      checkThat(action, name, "one value for each group", `${column.length} values`, fits);
    }
    const { color } = found[i];
    return {
      type: "bar",
      name,
      x: groups,
      y: shownColumn(values),
      marker: {
        color,
        pattern: hatches[i % hatches.length],
      },
      hovertemplate: hoverText(name, y.unit),
      ...(errors === undefined ? {} : {
        error_y: { type: "data", array: shownColumn(errors), color: "#888888", thickness: 1.6 },
      }),
    };
  });
  return panelFigure({ traces, yaxis: axisOf(y) }, {
    title: options.title,
    caption: options.caption ?? describe(options),
    xaxis: { ...axisOf(x), type: "category" },
    barmode: "group",
    hovermode: "x",
    height: options.height,
  });
}

function describe({ groups, series, y, title }: BarsFigureOptions): string {
  const unit = y.unit === undefined ? "" : ` ${y.unit}`;
  const each = groups.map((group, g) =>
    `${group}: ${series.map(({ name, values }) => `${name} ${readable(values[g])}`).join(", ")}`
  );
  return `${title}. ${y.label}${unit === "" ? "" : `, in${unit}`}: ${each.join("; ")}.`;
}
