import { type Axis, axisOf, ticksWidth } from "./axis.ts";
import type { Chart, Letters } from "./chart.ts";
import type { Ground } from "./mark.ts";
import { scaleOf, UNIT } from "./scale.ts";
import { type Entry, legendOf } from "./legend.ts";
import { textWidth } from "./text_width.ts";

/** Room around the data, in pixels. */
export type Margin = Readonly<Record<"l" | "r" | "t" | "b", number>>;

/** Everything about a chart that must be known before anything is drawn. */
export interface Frame {
  /** Width, in pixels. */
  readonly width: number;
  /** Height, in pixels. */
  readonly height: number;
  /** Sizes of letters. */
  readonly letters: Letters;
  /** Room around the data. */
  readonly margin: Margin;
  /** The title, line by line. */
  readonly title: readonly string[];
  /** The legend, placed. */
  readonly legend: readonly Entry[];
  /** The x axis. */
  readonly x: Axis;
  /** Each panel's y axis, its share of the height from below, 0 to 1, and its ground. */
  readonly panels: readonly {
    readonly y: Axis;
    readonly domain: readonly [number, number];
    readonly ground: Ground;
  }[];
  /** Numbers along the key to the colours. */
  readonly key?: Axis;
}

/** Distances in a frame, in pixels: what Plotly keeps between its parts, and at least. */
export const room = {
  /** Between an upright axis and its numbers. */
  pad: 3,
  /** Between a level axis and its numbers, which so stand clear of the lowest one beside the axis. */
  below: 6,
  /** Between an axis' numbers and its title. */
  standoff: 10,
  /** Above the title. */
  title: 12,
  /** Between two panels, as a share of the height. */
  gap: 0.045,
  /** Between the data and the key to the colours, and the key's width. */
  key: 10,
  strip: 14,
} as const;

const [LEAST_LEFT, RIGHT, EDGE] = [64, 24, 13];
/** Width of a live chart on a phone, in pixels. */
export const PHONE = 350;
/** Pixels along an axis for each number. */
const [ACROSS, UPWARDS] = [92, 38];

/**
 * Works out a chart's frame: margins, ranges, numbers along the axes, places of legend and panels.
 *
 * @param width Its width, in pixels.
 */
export function frameOf(chart: Chart, width: number, letters: Letters): Frame {
  const { height, panels, key } = chart;
  const title = wrapped(chart.title, 0.96 * width, letters.title);
  const marks = panels.flatMap((panel) => panel.marks);
  const line = Math.ceil(1.3 * letters.size);
  // A row of the legend is what a narrower page than this would need two of.
  const { entries, height: legendHeight } = legendOf(marks, width - LEAST_LEFT - RIGHT, letters);
  const top = room.title + Math.ceil(1.35 * letters.title * title.length) + 8;
  const bottom = room.below + 2 * line + room.standoff + EDGE + legendHeight;
  const domains = domainsOf(panels.map(({ share = 1 }) => share));
  const inside = height - top - bottom;
  const upwards = (from: number, to: number) => ({
    most: Math.max(2, Math.min(8, (to - from) * inside / UPWARDS)),
    size: letters.size,
  });
  const ys = panels.map((panel, i) => axisOf(panel.y, panel.marks, "y", upwards(...domains[i])));
  const labels = Math.max(...ys.map((y) => ticksWidth(y, letters.size)));
  const left = Math.max(
    LEAST_LEFT,
    Math.ceil(room.pad + labels * 1.06 + room.standoff + line + EDGE),
  );
  const keyAxis = key && axisOf(key, [], "y", upwards(0, 1));
  const right = keyAxis === undefined ? RIGHT : Math.ceil(
    2 * room.key + room.strip + 8 + ticksWidth(keyAxis, letters.size) +
      room.standoff + line,
  );
  const across = width - left - right;
  const x = axisOf(chart.x, marks, "x", {
    most: Math.max(3, Math.min(8, across / ACROSS)),
    narrowest: Math.min(width, PHONE) - left - right,
    size: letters.size,
  });
  const alongX = scaleOf(x, [UNIT * left, UNIT * (left + across)]);
  return {
    width,
    height,
    letters,
    title,
    x,
    ...(keyAxis === undefined ? {} : { key: keyAxis }),
    margin: { l: left, r: right, t: top, b: bottom },
    legend: entries.map((entry) => ({ ...entry, x: entry.x + left, y: entry.y + height })),
    panels: ys.map((y, i) => {
      const [low, high] = domains[i].map((share) => UNIT * (top + (1 - share) * inside));
      return {
        y,
        domain: domains[i],
        ground: {
          x: alongX,
          y: scaleOf(y, [low, high]),
          left: UNIT * left,
          right: UNIT * (left + across),
          top: high,
          bottom: low,
        },
      };
    }),
  };
}

/** Each panel's share of the height from below, the first at the top. */
function domainsOf(shares: readonly number[]): readonly (readonly [number, number])[] {
  const total = shares.reduce((a, b) => a + b, 0);
  const scale = (1 - room.gap * (shares.length - 1)) / total;
  let top = 1;
  return shares.map((share, i) => {
    const bottom = i === shares.length - 1 ? 0 : top - share * scale;
    const domain = [bottom, top] as const;
    top = bottom - room.gap;
    return domain;
  });
}

/** Breaks a long title between words. */
function wrapped(title: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length === 0 || textWidth(longer, size) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
