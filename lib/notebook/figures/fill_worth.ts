import { roles, units } from "../chart_kinds.ts";
import { listOf, shaped, text } from "../../kinds.ts";
import { checkKeys, checkThat } from "../../check.ts";
import type { BacktestReport } from "../../scenario/backtest_report.ts";
import { type Figure, type FigureText, figureTextKeys } from "../figure.ts";
import { readable } from "../numbers.ts";
import type { Role } from "../theme.ts";
import { type Units, unitsOf } from "../units.ts";
import { barsFigure } from "./bars.ts";

/** What {@linkcode fillWorthFigure} shows. */
export interface FillWorthFigureOptions extends FigureText {
  /** What the traders' strategies are, in order: it chooses the colours. @default {spare colours} */
  readonly roles?: readonly (Role | undefined)[];
  /** Units of prices and time. */
  readonly units?: Units;
  /** Title; there is no default that could say what came out. */
  readonly title: string;
}

/**
 * What a fill earned at once, and what the price then did to it: spread and markouts of each trader of a
 * backtest, with 95 % intervals as bars. Where a markout falls deeper than the spread stands high,
 * fills lose.
 *
 * @param reports The traders' reports, from `walkForward`; those without fills are left out.
 * @param options Units and words.
 * @returns The figure.
 * @throws {TypeError} Where nobody was filled.
 *
 * @example
 * ```ts
 * import { drawTape, scenario, streams } from "@digital-market-maker/lab";
 * import { walkForward } from "@digital-market-maker/lab/data";
 * import { fillWorthFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { market, grid } = scenario("readme");
 * const random = streams(1);
 * const { traders } = walkForward(drawTape(market, grid, random), {
 *   bootstrap: { block: 10, replications: 10, random: random("bootstrap") },
 * });
 * const chart = fillWorthFigure(Object.values(traders), { title: "What fills were worth" });
 * assertEquals(chart.data.length, 3);
 * ```
 */
export function fillWorthFigure(
  reports: readonly BacktestReport[],
  options: FillWorthFigureOptions,
): Figure {
  checkKeys<FillWorthFigureOptions>("build fillWorthFigure", options, {
    ...figureTextKeys,
    title: text,
    roles,
    units,
  });
  listOf("reports of walkForward()", shaped("report"), 1)(
    "build fillWorthFigure",
    "reports",
    reports,
  );
  const { price, time } = unitsOf(options.units);
  const filled = reports.filter(({ fills }) => fills > 0);
  checkThat("build fillWorthFigure", "reports", "traders with fills", "none", filled.length > 0);
  const horizons = filled[0].markouts.map((markout) => readable(markout.time));
  return barsFigure({
    groups: ["at once", ...horizons],
    series: filled.map((report) => {
      const { name, attribution: { spread }, fills, markouts } = report;
      return {
        name,
        role: options.roles?.[reports.indexOf(report)],
        values: [spread / fills, ...markouts.map(({ mean }) => mean ?? NaN)],
        errors: [
          NaN,
          ...markouts.map(({ interval }) =>
            interval === null ? NaN : (interval[1] - interval[0]) / 2
          ),
        ],
      };
    }),
    x: { label: "Time since the fill; at once it earns the spread", unit: time },
    y: { label: "Gain of a unit", unit: price },
    title: options.title,
    caption: options.caption,
    height: options.height,
  });
}
