import { listOf, maybe, number, numbers, text } from "../../../kinds.ts";
import { checkKeys } from "../../../check.ts";
import { shownColumn } from "../../numbers.ts";
import { looks } from "../../theme.ts";
import { legendWords, type Mark, markKeys, type MarkParts, traceWords } from "../mark.ts";
import { filling } from "../paint.ts";
import { pathOf } from "../path.ts";
import type { SaidTrace } from "../plotly_types.ts";
import { extent } from "../ticks.ts";
import { errorBars } from "./error_bars.ts";
import { hoverText } from "./hover.ts";
import { checkSameLength } from "./columns.ts";

/** What bars are made of. */
export interface BarsParts extends MarkParts {
  /** Places on the x axis; on a category axis 0, 1, 2 … */
  readonly x: ArrayLike<number>;
  /** The names at these places, on a category axis. */
  readonly names?: readonly string[];
  /** Heights; NaN where there is none. */
  readonly y: ArrayLike<number>;
  /** Colour. */
  readonly color: string;
  /** Width, in units of x; names are 1 apart. */
  readonly width: number;
  /** How far the middle of a bar stands from its place, in widths. @default {0} */
  readonly aside?: number;
  /** Opacity, 0 to 1. @default {1} */
  readonly opacity?: number;
  /** Lengths of the error bars, up and down. @default {none} */
  readonly errors?: ArrayLike<number>;
  /** Plotly's name of the hatching, which live charts show. @default {none} */
  readonly hatching?: string;
  /** Unit of the heights, for the pointer. @default {none} */
  readonly unit?: string;
}

/**
 * Bars that stand on zero.
 *
 * @param parts Places, heights, colour and width.
 * @returns The mark, for the `marks` of a `figure`.
 * @throws {TypeError} Where the columns differ in length.
 *
 * @example
 * ```ts
 * import { bars } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { cover } = bars({ name: "fills", x: [0, 1], y: [3, 5], color: "#4f6cd6", width: 0.5 });
 * assertEquals(cover.x, [-0.25, 1.25]);
 * ```
 */
export function bars(parts: BarsParts): Mark {
  checkKeys<BarsParts>("build bars", parts, {
    ...markKeys,
    x: numbers,
    names: maybe(listOf("names", text)),
    y: numbers,
    color: text,
    width: number,
    aside: maybe(number),
    opacity: maybe(number),
    errors: maybe(numbers),
    hatching: maybe(text),
    unit: maybe(text),
  });
  const { name, x, names, y, color, width, aside = 0, opacity = 1, errors, hatching } = parts;
  checkSameLength(name, x, y);
  const places = Array.from(x, (at) => at + aside * width);
  const ends = errors && [-1, 1].map((sign) => Array.from(y, (one, i) => one + sign * errors[i]));
  const whiskers = errorBars({ x: places, y, lower: ends?.[0], upper: ends?.[1] }, looks.mid.color);
  const [left, right] = extent(places);
  return {
    ...legendWords(parts),
    cover: {
      x: [left - width / 2, right + width / 2],
      y: extent([0, ...extent(y), ...(whiskers?.cover ?? [])]),
      grounded: true,
    },
    draw(ground) {
      const path = places.map((at, i) => {
        const [near, far] = [ground.x(at - width / 2), ground.x(at + width / 2)];
        const [zero, height] = [ground.y(0), ground.y(y[i])];
        if (!Number.isFinite(height) || y[i] === 0) return "";
        return pathOf([[near, zero], [near, height], [far, height], [far, zero]], true);
      }).join("");
      return [
        ...(path === "" ? [] : [{ paint: filling(color, opacity), path }]),
        ...(whiskers?.draw(ground) ?? []),
      ];
    },
    sample: () => bars({ ...parts, x: [0.5], y: [1], width: 0.5, aside: 0, errors: undefined }),
    plotly: () => ({
      traces: [
        {
          type: "bar",
          ...traceWords({ hover: hoverText(name, parts.unit), ...parts }),
          x: names ?? shownColumn(x),
          y: shownColumn(y),
          width,
          offset: Number(((aside - 1 / 2) * width).toPrecision(6)),
          marker: {
            color,
            ...(opacity === 1 ? {} : { opacity }),
            ...(hatching === undefined ? {} : {
              pattern: {
                shape: hatching,
                solidity: 0.2,
                size: 7,
                fillmode: "overlay",
                fgcolor: "rgba(255,255,255,0.6)",
              },
            }),
          },
          ...(whiskers === undefined ? {} : { error_y: whiskers.said }),
        } satisfies SaidTrace,
      ],
    }),
  };
}
