import { checkThat } from "../../check.ts";
import type { Cover, Mark } from "./mark.ts";
import { type Course, scaleOf } from "./scale.ts";
import { textWidth, widestOf } from "./text_width.ts";
import {
  type Apart,
  extent,
  linearTicks,
  logTicks,
  roundRange,
  type Tick,
  type Ticks,
} from "./ticks.ts";

/** What an axis measures. */
export interface AxisLabel {
  /** The quantity, in words, with its symbol where it has one. */
  readonly label: string;
  /** Its unit. @default {no unit} */
  readonly unit?: string;
  /** Whether the axis shows powers of ten evenly. @default {false} */
  readonly log?: boolean;
  /** Where the axis begins and ends, in the quantity's unit. @default {as the data need} */
  readonly range?: readonly [number, number];
}

/** What an axis measures, and the names along it where it has names in place of numbers. */
export interface AxisWords extends AxisLabel {
  /** Names at 0, 1, 2 … @default {numbers} */
  readonly names?: readonly string[];
}

/** An axis, worked out: where it begins and ends, and what stands along it. */
export interface Axis extends Course, Ticks {
  /** The quantity and, in brackets, its unit. */
  readonly title: string;
}

/** The room that numbers along an axis must do with. */
export interface TickRoom {
  /** Most numbers. */
  readonly most: number;
  /** Length of a level axis where the chart is at its narrowest, in pixels. @default {numbers stand above one another} */
  readonly narrowest?: number;
  /** Size of the letters, in pixels. */
  readonly size: number;
}

/** Share of an axis left free beyond lines and beyond points. */
const [ROOM, POINT_ROOM] = [0.05, 0.04];
/** Pixels that numbers beside one another stand apart at least. */
const GAP = 6;

/** The width of an axis' widest number or name, in pixels. */
export function ticksWidth({ ticks }: Axis, size: number): number {
  return widestOf(ticks.map(([, words]) => words), size);
}

/** The quantity and, in brackets, its unit. */
export function axisTitle({ label, unit }: AxisLabel): string {
  return unit === undefined ? label : `${label} (${unit})`;
}

/** The unit as it stands behind a number, where there is one. */
export function unitAfter({ unit }: Pick<AxisLabel, "unit">): string {
  return unit === undefined ? "" : ` ${unit}`;
}

/** Works out an axis: its range as the marks need it, and round numbers along it. */
export function axisOf(
  words: AxisWords,
  marks: readonly Mark[],
  side: "x" | "y",
  { most, narrowest, size }: TickRoom,
): Axis {
  const { log = false, names } = words;
  const title = axisTitle(words);
  if (names !== undefined) {
    const ticks = names.map((name, i): Tick => [i, name]);
    return { title, kind: "category", range: [-0.5, names.length - 0.5], names, ticks, said: {} };
  }
  const covers = marks.filter(({ shown }) => shown).map(({ cover }) => cover);
  const found = words.range ?? (log ? roomyDecades : roomyRange)(covers, side);
  const positive = !log || found[0] > 0;
  checkThat("build figure", `range of ${title}, a log axis,`, "> 0", found[0], positive);
  const range = [Number(found[0].toPrecision(9)), Number(found[1].toPrecision(9))] as const;
  const course: Course = { kind: log ? "log" : "linear", range };
  const apart = narrowest === undefined ? undefined : standApart(course, narrowest, size);
  return { title, ...course, ...(log ? logTicks : linearTicks)(range, most, apart) };
}

/** Whether numbers beside one another along an axis of some length do not touch. */
function standApart(course: Course, length: number, size: number): Apart {
  const place = scaleOf(course, [0, length]);
  return (ticks) =>
    ticks.every(([at, words], i) => {
      if (i === 0) return true;
      const [before, wordsBefore] = ticks[i - 1];
      const needed = (textWidth(words, size) + textWidth(wordsBefore, size)) / 2 + GAP;
      return place(at) - place(before) >= needed;
    });
}

function roomyRange(covers: readonly Cover[], side: "x" | "y"): readonly [number, number] {
  const [low, high] = extent(covers.flatMap((cover) => cover[side] ?? []));
  if (!(low < high)) return roundRange([low, high]);
  const share = side === "y" ? ROOM : covers.some(({ roomy }) => roomy) ? POINT_ROOM : 0;
  const room = share * (high - low);
  if (side === "x" || !covers.some(({ grounded }) => grounded)) return [low - room, high + room];
  return [low < 0 ? low - room : 0, high > 0 ? high + room : 0];
}

function roomyDecades(covers: readonly Cover[], side: "x" | "y"): readonly [number, number] {
  const ends = covers.flatMap((cover) => cover[side] ?? []).filter((end) => end > 0);
  const [low, high] = extent(ends.map(Math.log10));
  if (low > high) return [0.1, 10];
  const least = low === high ? 0.5 : 0;
  const share = side === "y" || covers.some(({ roomy }) => roomy) ? ROOM : 0;
  const room = share * (high - low) + least;
  return [10 ** (low - room), 10 ** (high + room)];
}
