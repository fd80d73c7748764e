import { keyed, listOf, maybe, number, text, word } from "../kinds.ts";
import type { Kind } from "../check.ts";
import type { Mark } from "./chart/mark.ts";
import { PHONE } from "./chart/frame.ts";
import { NAME_SIZE, rule } from "./chart/marks/rule.ts";
import { widestOf } from "./chart/text_width.ts";
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

type Side = "left" | "right";

const ROWS = 4;

/** About how long an x axis is on a phone, in pixels. */
const PHONE_AXIS = PHONE - 100;
/** What stands free at both ends of a name, in pixels. */
const AROUND = 6;

/**
 * The lines of references. Names of upright lines stand at the top, each below the one to its left, and
 * point away from the middle one where there is room, so that neighbours do not write over each other. A
 * name without room on a phone's page takes the other side, and where there is none either two rows.
 *
 * @param ends Where the x axis begins and ends, as far as it is known.
 */
export function referenceRules(
  list: readonly Reference[] = [],
  [low, high]: readonly [number, number] = [NaN, NaN],
): readonly Mark[] {
  const upright = list
    .filter(({ axis = "x" }) => axis === "x")
    .toSorted((a, b) => a.value - b.value);
  const places = upright.map(({ value }) => (value - low) / (high - low) * PHONE_AXIS);
  let rows = 0;
  return [
    ...upright.map(({ value, label = readable(value), color = ink }, i) => {
      const page = { left: places[i], right: PHONE_AXIS - places[i] };
      const free = {
        left: places[i] - (places[i - 1] ?? 0),
        right: (places[i + 1] ?? PHONE_AXIS) - places[i],
      };
      const first = i < Math.floor(upright.length / 2) ? "left" : "right";
      const named = nameBeside(label, [free, page], first);
      const row = rows % ROWS;
      rows += named.label.split("\n").length;
      const look = { color, width: 1.6, dash: "4px,3px" };
      return rule({ axis: "x", value, look, row, needed: true, ...named });
    }),
    ...list.filter(({ axis }) => axis === "y").map(({ value, label = readable(value), color }) =>
      levelRule(value, label, color)
    ),
  ];
}

/** How many rows of names stand at the top of a panel with these lines. */
export function nameRows(rules: readonly Mark[]): number {
  const names = rules.flatMap((mark) => mark.plotly().annotations ?? [])
    .filter(({ xref }) => xref === "x");
  return names.reduce((rows, { text }) => rows + text.split("<br>").length, 0);
}

/** A level line across the panel, behind the data, with its name at the right end. */
export function levelRule(value: number, label: string, color = ink): Mark {
  const look = { color, width: 1.2, dash: "2px,3px" };
  return rule({ axis: "y", value, label, look, behind: true, needed: true });
}

/**
 * The side of an upright line on which its name stands, and the name in as many rows as it needs there.
 *
 * @param rooms Room on both sides: up to the neighbouring lines, and up to the ends of the axis.
 * @param first The side where it stands if both have room.
 */
function nameBeside(
  label: string,
  rooms: readonly Readonly<Record<Side, number>>[],
  first: Side,
): { readonly label: string; readonly side: Side } {
  const sides = [first, first === "left" ? "right" : "left"] as const;
  for (const room of rooms) {
    for (const words of [label, broken(label)]) {
      const needed = widestOf(words.split("\n"), NAME_SIZE);
      // Where it is not known how long the axis is, the first side has room.
      const side = sides.find((one) => !(room[one] < needed + AROUND));
      if (side !== undefined) return { label: words, side };
    }
  }
  return { label: broken(label), side: first };
}

/** A name in two rows, as even as its words allow. */
function broken(label: string): string {
  const words = label.split(" ");
  const cuts = words.slice(1).map((_, i) => {
    const rows = [words.slice(0, i + 1), words.slice(i + 1)].map((row) => row.join(" "));
    return { rows, width: widestOf(rows, NAME_SIZE) };
  });
  return cuts.toSorted((a, b) => a.width - b.width)[0]?.rows.join("\n") ?? label;
}
