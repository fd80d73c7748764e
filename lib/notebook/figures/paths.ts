import { numberOf, plural } from "../../plural.ts";
import { units } from "../chart_kinds.ts";
import { having, listOf, maybe, numbers, shaped, text } from "../../kinds.ts";
import { checkKeys } from "../../check.ts";
import { gridTimes, type TimeGrid } from "../../time_grid.ts";
import type { Mark } from "../chart/mark.ts";
import { band as bandMark } from "../chart/marks/band.ts";
import { line } from "../chart/marks/line.ts";
import { type Figure, figure, type FigureText, figureTextKeys } from "../figure.ts";
import { grouped, readable } from "../numbers.ts";
import { looks } from "../theme.ts";
import { timeAxis, type Units, unitsOf } from "../units.ts";

/** The exact mean and deviation of a quantity at every grid time. */
export interface ExactBand {
  /** Means, N + 1 values. */
  readonly mean: ArrayLike<number>;
  /** Standard deviations, N + 1 values. */
  readonly sd: ArrayLike<number>;
}

/** What {@linkcode pathsFigure} shows. */
export interface PathsFigureOptions extends FigureText {
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** Paths of N + 1 values each, in currency; the first is drawn strongest. At most 40 are drawn. */
  readonly paths: readonly ArrayLike<number>[];
  /** Exact mean and deviation, drawn as a band of mean ± 2 deviations. @default {none} */
  readonly band?: ExactBand;
  /** What the paths are. @default {"Mid-price S"} */
  readonly quantity?: string;
  /** Units of price and time. */
  readonly units?: Units;
}

const MOST_PATHS = 40;
const POINTS = 4000;

/**
 * Paths over time, such as mid-prices, with the exact band that holds 95 % of a normal law.
 *
 * @param options Clock, paths, band and words.
 * @returns The figure.
 * @throws {TypeError} Where a path has not one value for each grid time.
 *
 * @example
 * ```ts
 * import { arithmeticBrownian, drawPrices, streams, timeGrid } from "@digital-market-maker/lab";
 * import { pathsFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const grid = timeGrid({ horizon: 1, steps: 100 });
 * const price = arithmeticBrownian({ initialPrice: 100, volatility: 2 });
 * const paths = [0, 1, 2].map((path) => {
 *   const out = new Float64Array(101);
 *   drawPrices(price, grid, streams(1)("price", path), out);
 *   return out;
 * });
 * assertEquals(pathsFigure({ grid, paths }).data.length, 3);
 * ```
 */
export function pathsFigure(options: PathsFigureOptions): Figure {
  checkKeys<PathsFigureOptions>("build pathsFigure", options, {
    ...figureTextKeys,
    grid: shaped("grid"),
    paths: listOf("paths, each a list of numbers", numbers, 1),
    band: maybe(having("{ mean, sd }", { mean: numbers, sd: numbers })),
    quantity: maybe(text),
    units,
  });
  const { grid, paths, band, quantity = "Mid-price S" } = options;
  const { price } = unitsOf(options.units);
  const time = gridTimes(grid);
  const drawn = paths.slice(0, MOST_PATHS);
  const most = Math.min(1000, Math.floor(POINTS / drawn.length));
  const lines = drawn.map((y, i) =>
    line({
      name: i === 0 ? "one path" : `${drawn.length - 1} more`,
      x: time,
      y,
      unit: price,
      most,
      even: true,
      look: { ...looks.mid, width: i === 0 ? 1.8 : 1 },
      ...(i === 0 ? {} : { listed: i === 1, group: "more", hover: "skip", opacity: 0.5 }),
    })
  );
  return figure({
    x: timeAxis(options.units, [0, grid.horizon]),
    y: { label: quantity, unit: price },
    marks: [...(band === undefined ? [] : exactBand(time, band, price)), ...lines.toReversed()],
    title: options.title ?? `${quantity}: ${numberOf(drawn.length, "path")}`,
    caption: options.caption ?? describe(options, drawn, price),
    height: options.height,
  });
}

/** The mean at a step; one that is zero but for rounding is zero. */
function middle({ mean, sd }: ExactBand, n: number): number {
  return Math.abs(mean[n]) < 1e-9 * sd[n] ? 0 : mean[n];
}

function exactBand(time: Float64Array, band: ExactBand, price: string): readonly Mark[] {
  const edge = (deviations: number) =>
    Float64Array.from(time, (_, n) => middle(band, n) + deviations * band.sd[n]);
  return [
    bandMark({
      name: "exact mean ± 2 sd",
      x: time,
      lower: edge(-2),
      upper: edge(2),
      look: looks.exact,
      unit: price,
    }),
    line({ name: "exact mean", x: time, y: edge(0), look: looks.exact, unit: price, most: 200 }),
  ];
}

function describe(
  { quantity = "Mid-price S", paths, band, grid }: PathsFigureOptions,
  drawn: readonly ArrayLike<number>[],
  price: string,
): string {
  const ends = drawn.map((path) => path[path.length - 1]);
  const range = `ending between ${readable(Math.min(...ends))} and ${
    readable(Math.max(...ends))
  } ${price}`;
  const of = drawn.length < paths.length ? ` of ${grouped(String(paths.length))}` : "";
  const exact = band === undefined ? "" : `; ${exactEnd(band, grid.steps, price)}`;
  return `${quantity} over ${numberOf(grid.steps, "step")}: ${drawn.length}${of} ${
    plural("path", paths.length)
  }, ${range}${exact}.`;
}

function exactEnd(band: ExactBand, end: number, price: string): string {
  return "the exact band of mean ± 2 standard deviations ends at " +
    `${readable(middle(band, end))} ± ${readable(2 * band.sd[end])} ${price}`;
}
