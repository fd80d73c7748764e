import { checkThat } from "../check.ts";
import { shownColumn, significant } from "./numbers.ts";
import type { LineStyle, MarkerStyle, ScatterTrace } from "./plotly.ts";
import { type Look, translucent } from "./theme.ts";
import { LINE_POINTS, spread, strided, thinned } from "./thin.ts";

/** From so many points on, markers are drawn by WebGL. */
const WEBGL_POINTS = 3000;
/** Most points of a cloud. */
const CLOUD_POINTS = 6000;

/** What a line is made of. */
export interface LineParts {
  /** Name in the legend. */
  readonly name: string;
  /** Places, rising. */
  readonly x: ArrayLike<number>;
  /** Heights; NaN or infinite where the line has a gap. */
  readonly y: ArrayLike<number>;
  /** Colour, dashes, width. */
  readonly look: Look;
  /** Unit of the heights, for the pointer. @default {none} */
  readonly unit?: string;
  /** How points are joined. @default {"linear"} */
  readonly shape?: LineStyle["shape"];
  /** Most points kept; an even number. @default {1000} */
  readonly most?: number;
  /** Whether points are kept at even distances, which takes less room, and not for their height. @default {false} */
  readonly even?: boolean;
  /** Anything else about the trace. */
  readonly more?: Partial<ScatterTrace>;
}

/** A line, thinned to what an eye can tell apart. */
export function lineTrace(parts: LineParts): ScatterTrace {
  const { name, x, y, look, unit, shape, most = LINE_POINTS, even, more } = parts;
  checkSameLength(name, x, y);
  const kept = even ? strided(y.length, most) : thinned(y, most);
  return {
    type: "scatter",
    mode: "lines",
    name,
    ...placesAt(x, kept),
    y: kept.map((i) => significant(y[i])),
    line: { color: look.color, width: look.width, dash: look.dash, ...(shape ? { shape } : {}) },
    hovertemplate: hoverText(name, unit),
    ...more,
  };
}

/** What the pointer shows at a point: its height with unit, and the trace's name. */
export function hoverText(name: string, unit?: string): string {
  return `%{y:.6~g}${unit === undefined ? "" : ` ${unit}`}<extra>${name}</extra>`;
}

/** What a band between two lines is made of. */
export interface BandParts {
  /** Name in the legend. */
  readonly name: string;
  /** Places, rising. */
  readonly x: ArrayLike<number>;
  /** The lower edge. */
  readonly lower: ArrayLike<number>;
  /** The upper edge. */
  readonly upper: ArrayLike<number>;
  /** Colour. */
  readonly look: Look;
  /** Unit of the heights, for the pointer. @default {none} */
  readonly unit?: string;
}

/** A shaded band: its lower edge, and its upper edge with the shade between. */
export function bandTraces(
  { name, x, lower, upper, look, unit }: BandParts,
): readonly [ScatterTrace, ScatterTrace] {
  checkSameLength(name, x, lower);
  checkSameLength(name, x, upper);
  const kept = spread(x.length, 200);
  const edge = (y: ArrayLike<number>, label: string): ScatterTrace => ({
    type: "scatter",
    mode: "lines",
    name: label,
    ...placesAt(x, kept),
    y: kept.map((i) => significant(y[i])),
    line: { color: translucent(look.color, 0.75), width: 1, dash: "2px,2px" },
    hovertemplate: hoverText(label, unit),
    legendgroup: name,
  });
  return [
    { ...edge(lower, `${name}, lower edge`), showlegend: false },
    {
      ...edge(upper, `${name}, upper edge`),
      name,
      fill: "tonexty",
      fillcolor: translucent(look.color, 0.16),
    },
  ];
}

/** What a cloud of points is made of. */
export interface CloudParts {
  /** Name in the legend. */
  readonly name: string;
  /** Places. */
  readonly x: ArrayLike<number>;
  /** Heights. */
  readonly y: ArrayLike<number>;
  /** Colour and marker. */
  readonly look: Look;
  /** What the pointer shows. */
  readonly hovertemplate: string;
  /** The markers, where they differ from the look's. */
  readonly marker?: MarkerStyle;
}

/** Points without lines: by WebGL where there are thousands, evenly thinned beyond six thousand. */
export function cloudTrace(
  { name, x, y, look, hovertemplate, marker }: CloudParts,
): ScatterTrace {
  checkSameLength(name, x, y);
  const kept = spread(x.length, CLOUD_POINTS);
  return {
    type: kept.length >= WEBGL_POINTS ? "scattergl" : "scatter",
    mode: "markers",
    name,
    x: kept.map((i) => significant(x[i])),
    y: kept.map((i) => significant(y[i])),
    marker: { color: look.color, symbol: look.symbol, size: 7, ...marker },
    hovertemplate,
  };
}

/** Evenly spaced places need two numbers, others one each. */
function placesAt(
  x: ArrayLike<number>,
  kept: readonly number[],
): Pick<ScatterTrace, "x" | "x0" | "dx"> {
  const n = kept.length;
  const dx = n < 2 ? NaN : (x[kept[n - 1]] - x[kept[0]]) / (n - 1);
  const even = Number.isFinite(dx) && dx !== 0 &&
    kept.every((at, i) => Math.abs(x[at] - x[kept[0]] - i * dx) < 1e-6 * Math.abs(dx));
  return even
    ? { x0: Number(x[kept[0]].toPrecision(12)), dx: Number(dx.toPrecision(12)) }
    : { x: shownColumn(kept.map((at) => x[at])) };
}

function checkSameLength(name: string, x: ArrayLike<number>, y: ArrayLike<number>): void {
  checkThat(
    "build figure",
    `the columns of ${name}`,
    "of one length, with at least one value",
    `lengths ${x.length} and ${y.length}`,
    x.length === y.length && x.length > 0,
  );
}
