import { axisLabel } from "../chart_kinds.ts";
import { flag, keyed, listOf, maybe, numbers, text, word } from "../../kinds.ts";
import { checkKeys, type Kind } from "../../check.ts";
import { type AxisLabel, unitAfter } from "../chart/axis.ts";
import { band } from "../chart/marks/band.ts";
import { line } from "../chart/marks/line.ts";
import { extentOf } from "../chart/ticks.ts";
import { type Figure, figure, type FigureText, figureTextKeys } from "../figure.ts";
import { readable } from "../numbers.ts";
import { type Reference, referenceRules, references } from "../references.ts";
import { looksOf, type Role, role } from "../theme.ts";

/** A line of {@linkcode curvesFigure}. */
export interface Curve {
  /** Name in the legend. */
  readonly name: string;
  /** Places, rising. */
  readonly x: ArrayLike<number>;
  /** Heights; NaN or infinite where there is none. */
  readonly y: ArrayLike<number>;
  /** Edges of a shaded band around the line. @default {none} */
  readonly band?: { readonly lower: ArrayLike<number>; readonly upper: ArrayLike<number> };
  /** What the line stands for: it chooses the colour. @default {a spare colour} */
  readonly role?: Role;
  /** How points are joined: straight, or each height until the next point. @default {"linear"} */
  readonly shape?: "linear" | "hv";
  /** Whether the points are marked: for few points. @default {false} */
  readonly marked?: boolean;
}

const curve: Kind = keyed<Curve>({
  name: text,
  x: numbers,
  y: numbers,
  band: maybe(keyed<NonNullable<Curve["band"]>>({ lower: numbers, upper: numbers })),
  role,
  shape: maybe(word("linear", "hv")),
  marked: maybe(flag),
});

/** A curve without a band or marks, as figures of points take it. */
export const plainCurve: Kind = keyed<Pick<Curve, "name" | "x" | "y" | "role">>({
  name: text,
  x: numbers,
  y: numbers,
  role,
});

/** What {@linkcode curvesFigure} shows. */
export interface CurvesFigureOptions extends FigureText {
  /** The lines. */
  readonly curves: readonly Curve[];
  /** The x axis. */
  readonly x: AxisLabel;
  /** The y axis. */
  readonly y: AxisLabel;
  /** Lines across the chart at values of x or y, each with its name. @default {none} */
  readonly marks?: readonly Reference[];
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
 *   curves: [{ name: "lean", x: [-5, 0, 5], y: [2, 0, -2] }],
 *   x: { label: "Inventory q", unit: "units" },
 *   y: { label: "Lean of the quotes' centre", unit: "$" },
 *   title: "More inventory, lower quotes",
 * });
 * assertEquals(chart.layout.xaxis.title?.text, "Inventory q (units)");
 * ```
 */
export function curvesFigure(options: CurvesFigureOptions): Figure {
  checkKeys<CurvesFigureOptions>("build curvesFigure", options, {
    ...figureTextKeys,
    title: text,
    curves: listOf("curves { name, x, y }", curve, 1),
    x: axisLabel,
    y: axisLabel,
    marks: references,
  });
  const { curves, x, y } = options;
  const found = looksOf(curves.map(({ role }) => role));
  const ends = x.range ?? extentOf(curves.map((curve) => curve.x));
  const lines = curves.flatMap(({ name, x: places, y: heights, band: edges, shape, marked }, i) => {
    const look = found[i];
    return [
      ...(edges === undefined
        ? []
        : [band({ name, x: places, ...edges, look, listed: false, group: name })]),
      line({ name, x: places, y: heights, look, unit: y.unit, shape, marked, group: name }),
    ];
  });
  return figure({
    x,
    y,
    marks: [...lines, ...referenceRules(options.marks, ends)],
    title: options.title,
    caption: options.caption ?? describe(options),
    height: options.height,
  });
}

function describe({ curves, x, y, title }: CurvesFigureOptions): string {
  const unit = unitAfter(y);
  const each = curves.map(({ name, x: places, y: heights }) => {
    const last = heights.length - 1;
    return `${name} from ${readable(heights[0])} at ${readable(places[0])} to ${
      readable(heights[last])
    }${unit} at ${readable(places[last])}`;
  });
  return `${title}. ${y.label} against ${x.label}: ${each.join("; ")}.`;
}
