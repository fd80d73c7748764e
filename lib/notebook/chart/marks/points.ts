import { look as lookKind } from "../../chart_kinds.ts";
import { flag, maybe, number, numbers } from "../../../kinds.ts";
import { checkKeys } from "../../../check.ts";
import type { Look } from "../../theme.ts";
import { spread } from "../../thin.ts";
import {
  type Drawn,
  legendWords,
  type Mark,
  markKeys,
  type MarkParts,
  traceWords,
} from "../mark.ts";
import { filling, stroke } from "../paint.ts";
import { pathOf, type Point } from "../path.ts";
import type { SaidTrace } from "../plotly_types.ts";
import { UNIT } from "../scale.ts";
import { outlineAt } from "../symbols.ts";
import { extent } from "../ticks.ts";
import { checkSameLength, numbersAt } from "./columns.ts";
import { errorBars } from "./error_bars.ts";
import { hoverText } from "./hover.ts";

/** What a cloud of points is made of. */
export interface PointsParts extends MarkParts {
  /** Places. */
  readonly x: ArrayLike<number>;
  /** Heights. */
  readonly y: ArrayLike<number>;
  /** Colour and marker. */
  readonly look: Look;
  /** Size of the markers, in pixels. @default {7} */
  readonly size?: number;
  /** Opacity, 0 to 1. @default {1} */
  readonly opacity?: number;
  /** Whether only outlines are drawn. @default {false} */
  readonly hollow?: boolean;
  /** Lower ends of the error bars. @default {none} */
  readonly lower?: ArrayLike<number>;
  /** Upper ends of the error bars. @default {none} */
  readonly upper?: ArrayLike<number>;
}

/** Usual size of markers, in pixels. */
export const MARKER_SIZE = 7;
/** From so many points on, Plotly draws markers by WebGL. */
const WEBGL_POINTS = 3000;
/** Most points of a cloud, in a live chart and in a picture. */
const [CLOUD_POINTS, PICTURE_POINTS] = [6000, 600];
const RING = 1.8;

/**
 * Points without lines, with error bars where given.
 *
 * @param parts Places, heights, look, and ends of the error bars.
 * @returns The mark, for the `marks` of a `figure`.
 * @throws {TypeError} Where the columns differ in length.
 *
 * @example
 * ```ts
 * import { looks, points } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { cover } = points({ name: "fit", x: [1], y: [2], lower: [1], upper: [4], look: looks.as });
 * assertEquals(cover.y, [1, 4]);
 * ```
 */
export function points(parts: PointsParts): Mark {
  checkKeys<PointsParts>("build points", parts, {
    ...markKeys,
    x: numbers,
    y: numbers,
    look: lookKind,
    size: maybe(number),
    opacity: maybe(number),
    hollow: maybe(flag),
    lower: maybe(numbers),
    upper: maybe(numbers),
  });
  const { name, x, y, look, size = MARKER_SIZE, opacity = 1, hollow = false } = parts;
  if (x.length > 0) checkSameLength(name, x, y);
  const kept = spread(x.length, CLOUD_POINTS);
  const bars = errorBars(parts, look.color);
  const heights = [extent(y), ...(bars === undefined ? [] : [bars.cover])];
  return {
    ...legendWords(parts),
    cover: { x: extent(x), y: extent(heights.flat()), roomy: true },
    draw(ground) {
      const seen = spread(kept.length, PICTURE_POINTS).map((i) => kept[i]);
      const places = seen.map((i): Point => [ground.x(x[i]), ground.y(y[i])]);
      return [
        ...(bars?.draw(ground) ?? []),
        ...drawnMarkers(places, { ...look, size, opacity, hollow }),
      ];
    },
    sample: () =>
      points({
        ...parts,
        x: [0.5],
        y: [0.5],
        lower: undefined,
        upper: undefined,
        size: Math.max(6, Math.min(9, size)),
      }),
    plotly: () => ({
      traces: [
        {
          type: kept.length >= WEBGL_POINTS ? "scattergl" : "scatter",
          mode: "markers",
          ...traceWords({ hover: hoverText(name), ...parts }),
          x: numbersAt(x, kept),
          y: numbersAt(y, kept),
          marker: {
            color: look.color,
            symbol: hollow ? `${look.symbol}-open` : look.symbol,
            size,
            ...(hollow ? { line: { color: look.color, width: RING } } : {}),
            ...(opacity === 1 ? {} : { opacity }),
          },
          ...(bars === undefined ? {} : { error_y: bars.said }),
        } satisfies SaidTrace,
      ],
    }),
  };
}

/** Markers at places, all in one path. */
export function drawnMarkers(
  places: readonly Point[],
  { color, symbol, size, opacity, hollow = false }: {
    readonly color: string;
    readonly symbol: string;
    readonly size: number;
    readonly opacity?: number;
    readonly hollow?: boolean;
  },
): readonly Drawn[] {
  const there = places.filter((place) => place.every(Number.isFinite));
  if (there.length === 0) return [];
  const radius = UNIT * size / 2;
  const round = outlineAt(symbol, [0, 0], 1).length === 0;
  if (round && !hollow) {
    // A stroke without length and with round ends: far shorter than a circle.
    const paint = `${stroke({ color, width: size, opacity })} stroke-linecap="round"`;
    return [{ paint, path: there.map((place) => pathOf([place])).join("") }];
  }
  const r = Math.round(10 * radius) / 10;
  const ring = `a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z`;
  const path = there.map((place) =>
    round
      ? `M${Math.round(place[0] - r)} ${Math.round(place[1])}${ring}`
      : pathOf(outlineAt(symbol, place, radius), true)
  ).join("");
  return [{
    paint: hollow ? stroke({ color, width: RING, opacity }) : filling(color, opacity),
    path,
  }];
}
