import { look as lookKind } from "../../chart_kinds.ts";
import { flag, maybe, number, text, word } from "../../../kinds.ts";
import { checkKeys } from "../../../check.ts";
import { readable } from "../../numbers.ts";
import { ink } from "../../theme.ts";
import type { Drawn, Mark } from "../mark.ts";
import { type LinePaint, stroke } from "../paint.ts";
import { pathOf } from "../path.ts";
import type { SaidShape, SaidWords } from "../plotly_types.ts";
import { UNIT } from "../scale.ts";

/** What a line across a panel at one value is made of. */
export interface RuleParts {
  /** Where it stands. */
  readonly value: number;
  /** The axis whose value it is: upright for `x`, level for `y`. */
  readonly axis: "x" | "y";
  /** Its name, beside it; beside an upright line it may have line breaks. @default {none} */
  readonly label?: string;
  /** How it is painted. */
  readonly look: LinePaint;
  /** Whether it stands behind the data. @default {false} */
  readonly behind?: boolean;
  /** The row of an upright line's name, from the top. @default {0} */
  readonly row?: number;
  /** Which side of an upright line its name stands on. @default {"right"} */
  readonly side?: "left" | "right";
  /** Whether the axis must show it. @default {false} */
  readonly needed?: boolean;
  /** Name in the legend. @default {it is not in the legend} */
  readonly name?: string;
}

/** Size of the names' letters, in pixels. */
export const NAME_SIZE = 12;
const [ROW, BESIDE] = [16, 3];

/**
 * A line across the whole panel at one value.
 *
 * @param parts The axis, the value, its name and paint.
 * @returns The mark, for the `marks` of a `figure`.
 *
 * @example
 * ```ts
 * import { looks, rule } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const limit = rule({ axis: "y", value: 5, label: "limit", look: looks.mid, needed: true });
 * assertEquals(limit.cover, { y: [5, 5] });
 * ```
 */
export function rule(parts: RuleParts): Mark {
  checkKeys<RuleParts>("build rule", parts, {
    value: number,
    axis: word("x", "y"),
    label: maybe(text),
    look: lookKind,
    behind: maybe(flag),
    row: maybe(number),
    side: maybe(word("left", "right")),
    needed: maybe(flag),
    name: maybe(text),
  });
  const { value, axis, label = "", look, row = 0, side = "right", name } = parts;
  const upright = axis === "x";
  const left = side === "left";
  return {
    name: name ?? (label === "" ? readable(value) : label.replaceAll("\n", " ")),
    listed: name !== undefined,
    shown: true,
    cover: parts.needed ? { [axis]: [value, value] } : {},
    draw(ground) {
      const at = upright ? ground.x(value) : ground.y(value);
      if (!Number.isFinite(at)) return [];
      const drawn: readonly Drawn[] = [{
        paint: stroke(look),
        path: upright
          ? pathOf([[at, ground.top], [at, ground.bottom]])
          : pathOf([[ground.left, at], [ground.right, at]]),
      }];
      if (label === "") return drawn;
      if (!upright) {
        const y = at + UNIT * (value < 0 ? NAME_SIZE + 1 : -4);
        const x = ground.right - UNIT;
        return [...drawn, { words: label, size: NAME_SIZE, x, y, anchor: "end" }];
      }
      return [
        ...drawn,
        ...label.split("\n").map((words, i): Drawn => ({
          words,
          size: NAME_SIZE,
          x: at + (left ? -1 : 1) * UNIT * (BESIDE + 1),
          y: ground.top + UNIT * (ROW * (row + i) + NAME_SIZE + 1),
          anchor: left ? "end" : "start",
        })),
      ];
    },
    sample: () => rule({ ...parts, value: 0.5, axis: "y", label: "" }),
    plotly: () => ({
      shapes: [
        {
          type: "line",
          xref: upright ? "x" : "x domain",
          yref: upright ? "y domain" : "y",
          x0: upright ? value : 0,
          x1: upright ? value : 1,
          y0: upright ? 0 : value,
          y1: upright ? 1 : value,
          line: { color: look.color, width: look.width ?? 1, dash: look.dash },
          layer: parts.behind ? "below" : "above",
        } satisfies SaidShape,
      ],
      annotations: label === "" ? [] : [
        {
          text: label.replaceAll("\n", "<br>"),
          align: left ? "right" : "left",
          x: upright ? value : 1,
          y: upright ? 1 : value,
          xref: upright ? "x" : "x domain",
          yref: upright ? "y domain" : "y",
          showarrow: false,
          // The words end at the line where they stand on its left.
          xanchor: upright && !left ? "left" : "right",
          yanchor: upright || value < 0 ? "top" : "bottom",
          ...(upright ? { xshift: (left ? -1 : 1) * BESIDE, yshift: 0 - ROW * row } : {}),
          font: { size: NAME_SIZE, color: ink },
        } satisfies SaidWords,
      ],
    }),
  };
}
