import { maybe, number, text as textKind } from "../../../kinds.ts";
import { checkKeys } from "../../../check.ts";
import type { Mark } from "../mark.ts";
import type { SaidWords } from "../plotly_types.ts";
import { UNIT } from "../scale.ts";

/** What words at a point are made of. */
export interface WordsParts {
  /** The words. */
  readonly text: string;
  /** The point's place. */
  readonly x: number;
  /** The point's height. */
  readonly y: number;
  /** How far below the point the words stand, in pixels. @default {4: at its height} */
  readonly below?: number;
}

/**
 * Words at a point, in the middle above or below it.
 *
 * @param options The words and their place.
 * @returns The mark, for the `marks` of a `figure`.
 *
 * @example
 * ```ts
 * import { words } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const [drawn] = words({ text: "here", x: 1, y: 2 }).plotly().annotations ?? [];
 * assertEquals(drawn.text, "here");
 * ```
 */
export function words(options: WordsParts): Mark {
  checkKeys<WordsParts>("build words", options, {
    text: textKind,
    x: number,
    y: number,
    below: maybe(number),
  });
  const { text, x, y, below = 4 } = options;
  return {
    name: text,
    listed: false,
    shown: true,
    cover: {},
    draw: (ground) => [
      { words: text, x: ground.x(x), y: ground.y(y) + UNIT * below, anchor: "middle" },
    ],
    plotly: () => ({
      annotations: [
        {
          text,
          x,
          y,
          xref: "x",
          yref: "y",
          showarrow: false,
          xanchor: "center",
          yanchor: "middle",
          yshift: 4 - below,
        } satisfies SaidWords,
      ],
    }),
  };
}
