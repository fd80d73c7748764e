import { checkThat } from "../../check.ts";
import type { Figure, FigureText } from "../figure.ts";
import { bandTraces, lineTrace } from "../lines.ts";
import { readable } from "../numbers.ts";
import { type AxisLabel, axisOf, panelFigure } from "../panel.ts";
import type { LineStyle, Trace } from "../plotly.ts";
import { type Mark, marks } from "../marks.ts";
import { extent } from "../sample.ts";
import { looksOf, type Role } from "../theme.ts";

/** A line of {@linkcode curvesFigure}. */
export interface Curve {
  /** Name in the legend; it chooses the colour where it is a strategy's, `mid`, `bid`, `ask` or `exact`. */
  readonly name: string;
  /** Places, rising. */
  readonly x: ArrayLike<number>;
  /** Heights; NaN or infinite where there is none. */
  readonly y: ArrayLike<number>;
  /** Edges of a shaded band around the line. @default {none} */
  readonly band?: { readonly lower: ArrayLike<number>; readonly upper: ArrayLike<number> };
  /** What the line stands for, where the name does not say it. */
  readonly role?: Role;
  /** How points are joined. @default {"linear"} */
  readonly shape?: LineStyle["shape"];
  /** Whether the points are marked: for few points. @default {false} */
  readonly marked?: boolean;
}

/** What {@linkcode curvesFigure} shows. */
export interface CurvesFigureOptions extends FigureText {
  /** The lines. */
  readonly curves: readonly Curve[];
  /** The x axis. */
  readonly x: AxisLabel;
  /** The y axis. */
  readonly y: AxisLabel;
  /** Lines across the chart at values of x or y, each with its name. @default {none} */
  readonly marks?: readonly Mark[];
  /** Title; there is no default that could say what the lines are. */
  readonly title: string;
}

/**
 * Lines over a common axis, with bands around them where wished: the chart for everything that has no
 * figure of its own.
 *
 * @param options Lines, axes, marks and words.
 * @returns The figure.
 * @throws {TypeError} Where there is no line, or the columns of one differ in length.
 *
 * @example
 * ```ts
 * import { curvesFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const chart = curvesFigure({
 *   curves: [{ name: "skew", x: [-5, 0, 5], y: [2, 0, -2] }],
 *   x: { label: "Inventory q", unit: "units" },
 *   y: { label: "Shift of the quotes' centre", unit: "$" },
 *   title: "More inventory, lower quotes",
 * });
 * assertEquals(chart.layout.xaxis.title?.text, "Inventory q (units)");
 * ```
 */
export function curvesFigure(options: CurvesFigureOptions): Figure {
  const { curves, x, y } = options;
  checkThat("build curvesFigure", "curves", "at least one", curves.length, curves.length > 0);
  const found = looksOf(curves.map(({ name }) => name), curves.map(({ role }) => role));
  const ends = x.range ?? extent(curves.flatMap((curve) => [...extent(curve.x)]));
  const traces = curves.flatMap((curve, i): readonly Trace[] => {
    const { name, band } = curve;
    const line = lineTrace({
      name,
      x: curve.x,
      y: curve.y,
      look: found[i],
      unit: y.unit,
      shape: curve.shape,
      more: {
        legendgroup: name,
        ...(curve.marked
          ? {
            mode: "lines+markers",
            marker: { color: found[i].color, symbol: found[i].symbol, size: 7 },
          }
          : {}),
      },
    });
    if (band === undefined) return [line];
    const shade = bandTraces({ name, x: curve.x, ...band, look: found[i] });
    return [...shade.map((edge) => ({ ...edge, showlegend: false })), line];
  });
  const heights = y.range ?? extent(curves.flatMap((curve) => [...extent(curve.y)]));
  return panelFigure({ traces, yaxis: axisOf(y, heights), ...marks(options.marks, ends) }, {
    title: options.title,
    caption: options.caption ?? describe(options),
    xaxis: axisOf(x, ends),
    height: options.height,
  });
}

function describe({ curves, x, y, title }: CurvesFigureOptions): string {
  const unit = y.unit === undefined ? "" : ` ${y.unit}`;
  const each = curves.map(({ name, x: places, y: heights }) => {
    const last = heights.length - 1;
    return `${name} from ${readable(heights[0])} at ${readable(places[0])} to ${
      readable(heights[last])
    }${unit} at ${readable(places[last])}`;
  });
  return `${title}. ${y.label} against ${x.label}: ${each.join("; ")}.`;
}
