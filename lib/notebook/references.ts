import { keyed, listOf, maybe, number, text, word } from "../kinds.ts";
import type { Kind } from "../check.ts";
import type { Mark } from "./chart/mark.ts";
import { rule } from "./chart/marks/rule.ts";
import { readable } from "./numbers.ts";
import { ink } from "./theme.ts";

/** A value pointed out by a line across a chart, with its name. */
export interface Reference {
  /** Where it stands. */
  readonly value: number;
  /** Its name. @default {the value} */
  readonly label?: string;
  /** The axis whose value it is: upright for `x`, level for `y`. @default {"x"} */
  readonly axis?: "x" | "y";
  /** Colour, as CSS writes it. @default {the grey of letters} */
  readonly color?: string;
}

/** Values pointed out, or none. */
export const references: Kind = maybe(listOf(
  "values to point out, { value, label }",
  keyed<Reference>({
    value: number,
    label: maybe(text),
    axis: maybe(word("x", "y")),
    color: maybe(text),
  }),
));

const ROWS = 4;

/** How much of the chart's width a name takes at most. */
const NAME_SHARE = 0.3;

/**
 * The lines of references. Names of upright lines stand at the top, each a row below the one to its left,
 * and point away from the middle one where there is room, so that neighbours do not write over each other.
 *
 * @param list The references.
 * @param ends Where the x axis begins and ends, as far as it is known.
 */
export function referenceRules(
  list: readonly Reference[] = [],
  ends: readonly [number, number] = [NaN, NaN],
): readonly Mark[] {
  const upright = list
    .filter(({ axis = "x" }) => axis === "x")
    .toSorted((a, b) => a.value - b.value);
  return [
    ...upright.map(({ value, label = readable(value), color = ink }, i) =>
      rule({
        axis: "x",
        value,
        label,
        look: { color, width: 1.6, dash: "4px,3px" },
        row: i % ROWS,
        side: nameSide(value, ends, i < Math.floor(upright.length / 2)),
        needed: true,
      })
    ),
    ...list.filter(({ axis }) => axis === "y").map(({ value, label = readable(value), color }) =>
      levelRule(value, label, color)
    ),
  ];
}

/** A level line across the panel, behind the data, with its name at the right end. */
export function levelRule(value: number, label: string, color = ink): Mark {
  const look = { color, width: 1.2, dash: "2px,3px" };
  return rule({ axis: "y", value, label, look, behind: true, needed: true });
}

/** Which side of an upright line its name stands on. */
function nameSide(
  value: number,
  [low, high]: readonly [number, number],
  preferLeft: boolean,
): "left" | "right" {
  const share = (value - low) / (high - low);
  if (share < NAME_SHARE) return "right";
  return preferLeft || share > 1 - NAME_SHARE ? "left" : "right";
}
