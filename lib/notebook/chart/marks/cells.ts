import { colorScale, places } from "../../chart_kinds.ts";
import { listOf, maybe, numbers, pair, text } from "../../../kinds.ts";
import { checkKeys, checkThat } from "../../../check.ts";
import { shownColumn } from "../../numbers.ts";
import type { ColorScale } from "../chart.ts";
import { type Drawn, type Mark, markKeys, type MarkParts, traceWords } from "../mark.ts";
import { pathOf } from "../path.ts";
import type { SaidTrace } from "../plotly_types.ts";
import { extent } from "../ticks.ts";

/** What a map of coloured cells is made of. */
export interface CellsParts extends MarkParts {
  /** Columns' places, all rising or all falling; on a category axis 0, 1, 2 … */
  readonly x: ArrayLike<number>;
  /** Rows' places from the bottom. */
  readonly y: ArrayLike<number>;
  /** The columns' names, on a category axis. */
  readonly columnNames?: readonly string[];
  /** The rows' names, on a category axis. */
  readonly rowNames?: readonly string[];
  /** Values, row by row; NaN where there is none. */
  readonly values: readonly ArrayLike<number>[];
  /** Colours from the lowest to the highest value. */
  readonly colors: ColorScale;
  /** The values of the first and the last colour. */
  readonly ends: readonly [number, number];
}

/** How many colours a picture has: neighbours of equal colour are one stroke. */
const SHADES = 64;

/**
 * Cells coloured by their value, each reaching half way to its neighbours.
 *
 * @param parts Places of rows and columns, values and colours.
 * @returns The mark, for the `marks` of a `figure`.
 *
 * @example
 * ```ts
 * import { cells } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const colors = [[0, "#ffffff"], [1, "#000000"]] as const;
 * const parts = { x: [0, 1], y: [0], values: [[1, 2]], colors, ends: [1, 2] as const };
 * const { cover } = cells({ name: "depth", ...parts });
 * assertEquals(cover.x, [-0.5, 1.5]);
 * ```
 */
export function cells(parts: CellsParts): Mark {
  checkKeys<CellsParts>("build cells", parts, {
    ...markKeys,
    x: places,
    y: places,
    columnNames: maybe(listOf("names", text)),
    rowNames: maybe(listOf("names", text)),
    values: listOf("rows of numbers", numbers, 1),
    colors: colorScale,
    ends: pair,
  });
  const { name, x, y, columnNames, rowNames, values, colors, ends } = parts;
  const fits = values.length === y.length && values.every((row) => row.length === x.length);
  const rule = `${y.length} rows of ${x.length}`;
  checkThat("build cells", "values", rule, `${values.length} rows of ${values[0].length}`, fits);
  const [columns, rows] = [edgesOf(x), edgesOf(y)];
  const shadeOf = (value: number) =>
    Math.round((value - ends[0]) / (ends[1] - ends[0]) * (SHADES - 1));
  return {
    name,
    listed: false,
    shown: true,
    cover: { x: extent(columns), y: extent(rows) },
    draw(ground) {
      const strokes = new Map<string, string>();
      for (const [r, row] of values.entries()) {
        const [low, high] = [ground.y(rows[r]), ground.y(rows[r + 1])];
        for (let from = 0, to = 1; from < row.length; from = to, to++) {
          const shade = shadeOf(row[from]);
          while (to < row.length && shadeOf(row[to]) === shade) to++;
          if (!Number.isFinite(shade)) continue;
          const paint = `fill="none" stroke="${colorAt(colors, shade / (SHADES - 1))}" ` +
            `stroke-width="${
              Math.max(1, Math.abs(Math.round(low) - Math.round(high)))
            }" shape-rendering="crispEdges"`;
          const level = (Math.round(low) + Math.round(high)) / 2;
          const run = `M${Math.round(ground.x(columns[from]))} ${level}H${
            Math.round(ground.x(columns[to]))
          }`;
          strokes.set(paint, (strokes.get(paint) ?? "") + run);
        }
      }
      return [...strokes].map(([paint, path]): Drawn => ({ paint, path }));
    },
    plotly: () => ({
      traces: [
        {
          type: "heatmap",
          ...traceWords(parts),
          x: columnNames ?? shownColumn(x),
          y: rowNames ?? shownColumn(y),
          z: values.map(shownColumn),
          colorscale: colors,
          zmin: ends[0],
          zmax: ends[1],
          hoverongaps: false,
        } satisfies SaidTrace,
      ],
    }),
  };
}

/** The strip that explains the colours, as paths from the lowest to the highest. */
export function colorStrip(
  colors: ColorScale,
  { left, right, top, bottom }: Readonly<Record<"left" | "right" | "top" | "bottom", number>>,
): readonly Drawn[] {
  const thickness = Math.ceil((bottom - top) / SHADES) + 1;
  return Array.from({ length: SHADES }, (_, i) => {
    const level = bottom - (i + 0.5) / SHADES * (bottom - top);
    return {
      paint: `stroke="${colorAt(colors, (i + 0.5) / SHADES)}" stroke-width="${thickness}"`,
      path: pathOf([[left, level], [right, level]]),
    };
  });
}

/** The colour at a place from 0 to 1, `#rrggbb`. */
export function colorAt(colors: ColorScale, place: number): string {
  const after = Math.max(1, colors.findIndex(([at]) => at >= place));
  const [[from, low], [to, high]] = [colors[after - 1], colors[after]];
  const share = (place - from) / (to - from);
  const part = (color: string, at: number) => parseInt(color.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) =>
    Math.round(part(low, at) + share * (part(high, at) - part(low, at)))
  );
  return `#${mixed.map((one) => one.toString(16).padStart(2, "0")).join("")}`;
}

/** Edges half way between places; the outer cells are as wide on both sides. */
function edgesOf(places: ArrayLike<number>): readonly number[] {
  const n = places.length;
  if (n === 1) return [places[0] - 0.5, places[0] + 0.5];
  const middle = Array.from({ length: n - 1 }, (_, i) => (places[i] + places[i + 1]) / 2);
  return [
    places[0] - (middle[0] - places[0]),
    ...middle,
    places[n - 1] + (places[n - 1] - middle[n - 2]),
  ];
}
