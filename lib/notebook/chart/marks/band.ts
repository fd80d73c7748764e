import { look as lookKind } from "../../chart_kinds.ts";
import { maybe, numbers, text } from "../../../kinds.ts";
import { checkKeys } from "../../../check.ts";
import { type Look, translucent } from "../../theme.ts";
import { spread } from "../../thin.ts";
import { legendWords, type Mark, markKeys, type MarkParts, traceWords } from "../mark.ts";
import { filling, stroke } from "../paint.ts";
import type { SaidTrace } from "../plotly_types.ts";
import { pathOf, pieces, type Point } from "../path.ts";
import { extent } from "../ticks.ts";
import { checkSameLength, numbersAt, placesAt } from "./columns.ts";
import { hoverText } from "./hover.ts";

/** What a band between two lines is made of. */
export interface BandParts extends MarkParts {
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

const POINTS = 200;
const [SHADE, EDGE] = [0.16, 0.75];

/**
 * A shaded band between two dashed edges.
 *
 * @param parts Places, edges and look.
 * @returns The mark, for the `marks` of a `figure`.
 * @throws {TypeError} Where the columns differ in length.
 *
 * @example
 * ```ts
 * import { band, looks } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { cover } = band({ name: "sd", x: [0, 1], lower: [-1, -2], upper: [1, 2], look: looks.exact });
 * assertEquals(cover.y, [-2, 2]);
 * ```
 */
export function band(parts: BandParts): Mark {
  checkKeys<BandParts>("build band", parts, {
    ...markKeys,
    x: numbers,
    lower: numbers,
    upper: numbers,
    look: lookKind,
    unit: maybe(text),
  });
  const { name, x, lower, upper, look, unit } = parts;
  checkSameLength(name, x, lower);
  checkSameLength(name, x, upper);
  const kept = spread(x.length, POINTS);
  const edgeLook = { color: look.color, width: 1, dash: "2px,2px" };
  const edge = (y: ArrayLike<number>, label: string) => ({
    type: "scatter" as const,
    mode: "lines" as const,
    ...traceWords({ hover: hoverText(label, unit), group: name, ...parts, name: label }),
    ...placesAt(x, kept),
    y: numbersAt(y, kept),
    line: { ...edgeLook, color: translucent(look.color, EDGE) },
  } satisfies SaidTrace);
  const [[low], [, high]] = [extent(lower), extent(upper)];
  return {
    ...legendWords(parts),
    cover: { x: extent(x), y: [low, high] },
    draw(ground) {
      const at = (y: ArrayLike<number>) => kept.map((i): Point => [ground.x(x[i]), ground.y(y[i])]);
      const [below, above] = [at(lower), at(upper)];
      const inside = [...above, ...below.toReversed()].filter((place) =>
        place.every(Number.isFinite)
      );
      const edges = [...pieces(below), ...pieces(above)];
      return [
        { paint: filling(look.color, SHADE), path: pathOf(inside, true) },
        {
          paint: stroke({ ...edgeLook, opacity: EDGE }),
          path: edges.map((piece) => pathOf(piece)).join(""),
        },
      ];
    },
    sample: () => band({ ...parts, x: [0, 1], lower: [0.1, 0.1], upper: [0.9, 0.9] }),
    plotly: () => ({
      traces: [
        { ...edge(lower, `${name}, lower edge`), showlegend: false },
        {
          ...edge(upper, `${name}, upper edge`),
          name,
          fill: "tonexty",
          fillcolor: translucent(look.color, SHADE),
        },
      ],
    }),
  };
}
