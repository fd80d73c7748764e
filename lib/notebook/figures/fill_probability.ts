import { checkPositive, checkThat } from "../../check.ts";
import type { MemorylessFlow, Side } from "../../market/order_flow.ts";
import type { Figure, FigureText } from "../figure.ts";
import { lineTrace } from "../lines.ts";
import { readable, shownColumn } from "../numbers.ts";
import { axisOf, panelFigure, type Units } from "../panel.ts";
import type { ScatterTrace } from "../plotly.ts";
import { type Look, looks } from "../theme.ts";

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
  const { flows, dt, maxDepth, minDepth = 0, side = "ask", counted = {}, units = {} } = options;
  const { price = "$", time = "time units" } = units;
  checkPositive("build fillFigure", "dt", dt);
  checkThat("build fillFigure", "maxDepth", "> minDepth", maxDepth, maxDepth > minDepth);
  const depth = Float64Array.from(
    { length: POINTS },
    (_, i) => minDepth + (i * (maxDepth - minDepth)) / (POINTS - 1),
  );
  const curves = Object.entries(flows).map(([name, flow], i) =>
    lineTrace({
      name,
      x: depth,
      y: depth.map((delta) => flow.fillProbability(side, delta, dt)),
      look: curveLooks[i % curveLooks.length],
    })
  );
  const points = Object.entries(counted).map(([name, fills], i) =>
    countedTrace(name, fills, curveLooks[i % curveLooks.length])
  );
  const at = (name: string) => readable(flows[name].fillProbability(side, minDepth, dt), 3);
  const shares = Object.keys(flows).map((name) => `${name} from ${at(name)}`).join(", ");
  return panelFigure({
    traces: [...curves, ...points],
    yaxis: { ...axisOf({ label: "Probability of a fill in one step" }) },
  }, {
    title: options.title ?? `Fill probability in a step of ${readable(dt)} ${time}`,
    caption: options.caption ??
      `Fill probability of the ${side} against its depth, ${readable(minDepth)} to ${
          readable(maxDepth)
        } ${price}: ${shares}, all falling with depth.` +
        (points.length === 0 ? "" : " Points are counted fills with two standard errors."),
    xaxis: axisOf({ label: "Depth δ", unit: price }),
    height: options.height,
  });
}

function countedTrace(name: string, fills: CountedFills, look: Look): ScatterTrace {
  const { depth, probability, standardError } = fills;
  return {
    type: "scatter",
    mode: "markers",
    name,
    x: shownColumn(depth),
    y: shownColumn(probability),
    error_y: {
      type: "data",
      array: shownColumn(Array.from(standardError, (error) => 2 * error)),
      color: look.color,
      thickness: 1.4,
      width: 4,
    },
    marker: { color: look.color, symbol: look.symbol, size: 7 },
    hovertemplate: `%{y:.4~g} ± %{error_y.array:.2~g}<extra>${name}</extra>`,
  };
}
