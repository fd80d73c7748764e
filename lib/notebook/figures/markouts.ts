import { units } from "../chart_kinds.ts";
import { having, listOf, maybe, namedBy, number, text } from "../../kinds.ts";
import type { Markout } from "../../analysis/markout.ts";
import { checkKeys, checkThat } from "../../check.ts";
import { type Figure, type FigureText, figureTextKeys } from "../figure.ts";
import { readable } from "../numbers.ts";
import { type Role, role } from "../theme.ts";
import { type Curve, plainCurve } from "./curves.ts";
import { type Units, unitsOf } from "../units.ts";
import { pointsFigure } from "./points.ts";

/** What {@linkcode markoutsFigure} shows. */
export interface MarkoutsFigureOptions extends FigureText {
  /** Markouts, from `markouts`, by the names of their points. */
  readonly markouts: Readonly<Record<string, readonly Markout[]>>;
  /** What each name stands for: it chooses the colour. @default {spare colours} */
  readonly roles?: Readonly<Record<string, Role>>;
  /** Lines to compare them with, over the same times. @default {none} */
  readonly curves?: readonly Pick<Curve, "name" | "x" | "y" | "role">[];
  /** What a fill earns at once, in currency: a line at minus that, below which fills lose. @default {no line} */
  readonly spread?: number;
  /** Units of prices and time. */
  readonly units?: Units;
  /** Title; there is no default that could say whose fills these are. */
  readonly title: string;
}

const markout = having("a markout", { time: number, units: number });

/**
 * Markouts against the time since the fill, with their 95 % intervals as bars; none where the session is too short to say.
 *
 * Points on the zero line: nobody knew anything. Points that fall and stay: what the others knew, and how
 * long it took to come out.
 *
 * @param options Markouts, lines, spread and words.
 * @returns The figure; horizons without fills are left out.
 * @throws {TypeError} Where there are no markouts.
 *
 * @example
 * ```ts
 * import { drawTape, markouts, scenario, streams, trade } from "@digital-market-maker/lab";
 * import { markoutsFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("readme");
 * const session = trade(drawTape(market, grid, streams(1)), traders.as);
 * const chart = markoutsFigure({
 *   markouts: { AS: markouts(session, { horizons: [1, 5, 20] }) },
 *   title: "A flow that knows nothing",
 * });
 * assertEquals(chart.layout.yaxis.title?.text, "Markout of a unit ($)");
 * ```
 */
export function markoutsFigure(options: MarkoutsFigureOptions): Figure {
  checkKeys<MarkoutsFigureOptions>("build markoutsFigure", options, {
    ...figureTextKeys,
    title: text,
    markouts: namedBy("markouts", listOf("markouts, as markouts() takes them", markout), 1),
    roles: maybe(namedBy("roles", role)),
    curves: maybe(listOf("curves", plainCurve)),
    spread: maybe(number),
    units,
  });
  const { price, time } = unitsOf(options.units);
  const series = Object.entries(options.markouts).map(([name, all]) => {
    const known = all.filter(({ mean }) => mean !== null);
    checkThat("build markoutsFigure", name, "markouts of fills", "none", known.length > 0);
    const end = (i: 0 | 1) => known.map(({ mean, interval }) => interval?.[i] ?? mean!);
    return {
      name,
      role: options.roles?.[name],
      x: known.map((one) => one.time),
      y: known.map(({ mean }) => mean!),
      lower: end(0),
      upper: end(1),
    };
  });
  const { spread } = options;
  return pointsFigure({
    series,
    curves: options.curves,
    x: { label: "Time since the fill", unit: time },
    y: { label: "Markout of a unit", unit: price },
    marks: [
      { value: 0, label: "", axis: "y" },
      ...(spread === undefined
        ? []
        : [{ value: -spread, label: "the spread is lost", axis: "y" as const }]),
    ],
    title: options.title,
    height: options.height,
    caption: options.caption ??
      `${options.title}. Markouts with 95 %: ${
        series.map(({ name, x, y, upper }) => {
          const last = y.length - 1;
          const error = readable(upper[last] - y[last]);
          return `${name} ${readable(y[last])} ± ${error} ${price} after ${readable(x[last])}`;
        }).join("; ")
      }.`,
  });
}
