import { look as lookKind } from "../../chart_kinds.ts";
import { flag, listOf, maybe, number, numbers, text, word } from "../../../kinds.ts";
import { checkKeys } from "../../../check.ts";
import { checkSameLength, numbersAt, placesAt } from "./columns.ts";
import { type Look, translucent } from "../../theme.ts";
import { LINE_POINTS, strided, thinned } from "../../thin.ts";
import {
  type Drawn,
  legendWords,
  type Mark,
  markKeys,
  type MarkParts,
  traceWords,
} from "../mark.ts";
import { filling, stroke } from "../paint.ts";
import { pathOf, pieces, type Point } from "../path.ts";
import type { SaidTrace } from "../plotly_types.ts";
import { extent } from "../ticks.ts";
import { hoverText } from "./hover.ts";
import { drawnMarkers, MARKER_SIZE, points } from "./points.ts";

/** What a line is made of. */
export interface LineParts extends MarkParts {
  /** Places, rising. */
  readonly x: ArrayLike<number>;
  /** Heights; NaN or infinite where the line has a gap. */
  readonly y: ArrayLike<number>;
  /** Colour, dashes, width. */
  readonly look: Look;
  /** Unit of the heights, for the pointer. @default {none} */
  readonly unit?: string;
  /** How points are joined: straight, each height until the next point, or each around its point. @default {"linear"} */
  readonly shape?: "linear" | "hv" | "hvh";
  /** Most points kept; an even number. @default {1000} */
  readonly most?: number;
  /** Whether points are kept at even distances, which takes less room, and not for their height. @default {false} */
  readonly even?: boolean;
  /** The points kept, where somebody else has chosen. */
  readonly kept?: readonly number[];
  /** Whether the points are marked: for few points. @default {false} */
  readonly marked?: boolean;
  /** Opacity of the filling down to zero, 0 to 1. @default {0: there is none} */
  readonly filled?: number;
  /** Opacity of the whole, 0 to 1. @default {1} */
  readonly opacity?: number;
  /** Words for each point, for the pointer. */
  readonly text?: readonly string[];
}

/**
 * A line, thinned to what an eye can tell apart.
 *
 * @param parts Places, heights and look.
 * @returns The mark, for the `marks` of a `figure`.
 * @throws {TypeError} Where the columns differ in length.
 *
 * @example
 * ```ts
 * import { line, looks } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { cover } = line({ name: "square", x: [0, 1, 2], y: [0, 1, 4], look: looks.as });
 * assertEquals(cover.y, [0, 4]);
 * ```
 */
export function line(parts: LineParts): Mark {
  checkKeys<LineParts>("build line", parts, {
    ...markKeys,
    x: numbers,
    y: numbers,
    look: lookKind,
    unit: maybe(text),
    shape: maybe(word("linear", "hv", "hvh")),
    most: maybe(number),
    even: maybe(flag),
    kept: maybe(numbers),
    marked: maybe(flag),
    filled: maybe(number),
    opacity: maybe(number),
    text: maybe(listOf("texts", text)),
  });
  const { name, x, y, look, shape, filled = 0, opacity = 1, marked = false } = parts;
  const { most = LINE_POINTS } = parts;
  checkSameLength(name, x, y);
  const kept = parts.kept ?? (parts.even ? strided(y.length, most) : thinned(y, most));
  return {
    ...legendWords(parts),
    cover: { x: extent(x), y: extent(y), roomy: marked, grounded: filled > 0 },
    draw(ground) {
      const places = kept.map((i): Point => [ground.x(x[i]), ground.y(y[i])]);
      const drawn: Drawn[] = [];
      const found = pieces(places, shape);
      if (filled > 0) {
        const zero = ground.y(0);
        const path = found.map((piece) =>
          pathOf([[piece[0][0], zero], ...piece, [piece[piece.length - 1][0], zero]], true)
        ).join("");
        drawn.push({ paint: filling(look.color, filled * opacity), path });
      }
      drawn.push({
        paint: stroke({ ...look, opacity }),
        path: found.map((piece) => pathOf(piece)).join(""),
      });
      if (marked) drawn.push(...drawnMarkers(places, { ...look, size: MARKER_SIZE, opacity }));
      return drawn;
    },
    sample() {
      const plain = line({ ...parts, marked: false, x: [0, 1], y: [0.5, 0.5], kept: undefined });
      const middle = { x: [0.5], y: [0.5], name, look };
      return marked
        ? { ...plain, draw: (ground) => [...plain.draw(ground), ...points(middle).draw(ground)] }
        : plain;
    },
    plotly: () => ({
      traces: [
        {
          type: "scatter",
          mode: marked ? "lines+markers" : "lines",
          ...traceWords({ hover: hoverText(name, parts.unit), ...parts }),
          ...placesAt(x, kept),
          y: numbersAt(y, kept),
          ...(parts.text === undefined ? {} : { text: parts.text }),
          line: {
            color: look.color,
            width: look.width,
            dash: look.dash,
            ...(shape === undefined ? {} : { shape }),
          },
          ...(marked
            ? { marker: { color: look.color, symbol: look.symbol, size: MARKER_SIZE } }
            : {}),
          ...(filled > 0 ? { fill: "tozeroy", fillcolor: translucent(look.color, filled) } : {}),
          ...(opacity === 1 ? {} : { opacity }),
        } satisfies SaidTrace,
      ],
    }),
  };
}
