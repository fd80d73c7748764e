import { units } from "../chart_kinds.ts";
import { keyed, maybe, namedBy, number, numbers, shaped, word } from "../../kinds.ts";
import { checkKeys, checkPositive, checkThat } from "../../check.ts";
import type { MemorylessFlow, Side } from "../../market/order_flow.ts";
import type { Mark } from "../chart/mark.ts";
import { line } from "../chart/marks/line.ts";
import { points } from "../chart/marks/points.ts";
import { type Figure, figure, type FigureText, figureTextKeys } from "../figure.ts";
import { readable } from "../numbers.ts";
import { type Look, looks } from "../theme.ts";
import { type Units, unitsOf } from "../units.ts";

/** Fills that were counted: how often quotes of some depths were filled. */
export interface CountedFills {
  /** Depths of the quotes, in currency. */
  readonly depth: ArrayLike<number>;
  /** Share of steps in which each was filled. */
  readonly probability: ArrayLike<number>;
  /** Standard error of each share; bars show two of them. */
  readonly standardError: ArrayLike<number>;
}

/** What {@linkcode fillFigure} shows. */
export interface FillFigureOptions extends FigureText {
  /** Flows by the names of their curves, such as `first-order` and `exact`. */
  readonly flows: Readonly<Record<string, MemorylessFlow>>;
  /** Length of a step; > 0. */
  readonly dt: number;
  /** Largest depth shown, in currency; > the smallest. */
  readonly maxDepth: number;
  /** Smallest depth shown, in currency. @default {0} */
  readonly minDepth?: number;
  /** The side of the quote. @default {"ask"} */
  readonly side?: Side;
  /** Counted fills by the names of their points. @default {none} */
  readonly counted?: Readonly<Record<string, CountedFills>>;
  /** Unit of prices. */
  readonly units?: Units;
}

const curveLooks: readonly Look[] = [
  { ...looks.as, width: 2.2 },
  { ...looks.exact, width: 2.2 },
  looks.naive,
  looks.other,
  looks.gueantLehalle,
];
const POINTS = 161;

/**
 * Probability that a quote is filled in one step, against its depth: curves of order flows, and counted
 * shares with bars of two standard errors.
 *
 * @param options Flows, step, depths, counted fills and words.
 * @returns The figure.
 * @throws {RangeError} Where the step is not > 0 or the depths do not rise.
 *
 * @example
 * ```ts
 * import { poissonFlow } from "@digital-market-maker/lab";
 * import { fillFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const flows = {
 *   "first-order": poissonFlow({ scale: 140, decay: 1.5 }),
 *   exact: poissonFlow({ scale: 140, decay: 1.5, fills: "exact" }),
 * };
 * const chart = fillFigure({ flows, dt: 0.005, maxDepth: 3 });
 * assertEquals(chart.data.map(({ name }) => name), ["first-order", "exact"]);
 * ```
 */
export function fillFigure(options: FillFigureOptions): Figure {
  checkKeys<FillFigureOptions>("build fillFigure", options, {
    ...figureTextKeys,
    flows: namedBy("order flows", shaped("memorylessFlow"), 1),
    dt: number,
    maxDepth: number,
    minDepth: maybe(number),
    side: maybe(word("bid", "ask")),
    counted: maybe(
      namedBy(
        "counted fills",
        keyed<CountedFills>({ depth: numbers, probability: numbers, standardError: numbers }),
      ),
    ),
    units,
  });
  const { flows, dt, maxDepth, minDepth = 0, side = "ask", counted = {} } = options;
  const { price, time } = unitsOf(options.units);
  checkPositive("build fillFigure", "dt", dt);
  checkThat("build fillFigure", "maxDepth", "> minDepth", maxDepth, maxDepth > minDepth);
  const depth = Float64Array.from(
    { length: POINTS },
    (_, i) => minDepth + (i * (maxDepth - minDepth)) / (POINTS - 1),
  );
  const curves = Object.entries(flows).map(([name, flow], i) =>
    line({
      name,
      x: depth,
      y: depth.map((delta) => flow.fillProbability(side, delta, dt)),
      look: curveLooks[i % curveLooks.length],
    })
  );
  const shares = Object.entries(counted).map(([name, fills], i) =>
    countedPoints(name, fills, curveLooks[i % curveLooks.length])
  );
  const at = (name: string) => readable(flows[name].fillProbability(side, minDepth, dt), 3);
  const falls = Object.keys(flows).map((name) => `${name} from ${at(name)}`).join(", ");
  return figure({
    x: { label: "Depth δ", unit: price },
    y: { label: "Probability of a fill in one step" },
    marks: [...curves, ...shares],
    title: options.title ?? `Fill probability in a step of ${readable(dt)} ${time}`,
    caption: options.caption ??
      `Fill probability of the ${side} against its depth, ${readable(minDepth)} to ${
          readable(maxDepth)
        } ${price}: ${falls}, all falling with depth.` +
        (shares.length === 0 ? "" : " Points are counted fills with two standard errors."),
    height: options.height,
  });
}

function countedPoints(name: string, fills: CountedFills, look: Look): Mark {
  const { depth, probability, standardError } = fills;
  const ends = [-2, 2].map((errors) =>
    Array.from(probability, (share, i) => share + errors * standardError[i])
  );
  return points({
    name,
    x: depth,
    y: probability,
    lower: ends[0],
    upper: ends[1],
    look,
    hover: `%{y:.4~g} ± %{error_y.array:.2~g}<extra>${name}</extra>`,
  });
}
