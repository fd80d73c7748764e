/**
 * Draws charts as the plainest SVG there is.
 *
 * Pages that show notebooks clean the pictures in them: nbviewer, nbconvert 7.0 to 7.6 and, by all reports,
 * GitHub drop `style`, and then every shape is a black blot. So here is nothing to drop: paths and text
 * with attributes alone, no styles, classes, images, patterns or references. What leaves a panel is cut off
 * by an `svg` element inside, and coordinates are whole half-pixels.
 *
 * @module
 */
import { escaped } from "../escaped.ts";
import { axisTitle, ticksWidth } from "./axis.ts";
import type { Chart, Letters } from "./chart.ts";
import { type Frame, frameOf, room } from "./frame.ts";
import { legendSample } from "./legend.ts";
import type { Ground } from "./mark.ts";
import { colorStrip } from "./marks/cells.ts";
import { stroke } from "./paint.ts";
import { scaleOf, UNIT } from "./scale.ts";
import { element, text } from "./svg_elements.ts";

/** A drawn chart. */
export interface Picture {
  /** What it shows. */
  readonly title: string;
  /** Width, in pixels. */
  readonly width: number;
  /** Height, in pixels. */
  readonly height: number;
  /** Sizes of letters. */
  readonly letters: Letters;
  /** The inside of an `svg` element, one element a line. */
  readonly content: string;
}

const GRID = { color: "#808080", opacity: 0.22 };
const ZERO = { color: "#808080", opacity: 0.5 };

/** Draws a chart. */
export function picture(chart: Chart, width: number, letters: Letters): Picture {
  const frame = frameOf(chart, width, letters);
  const { legend, margin, height } = frame;
  const base = 0.35 * letters.size;
  const content = [
    ...frame.title.map((words, i) =>
      text({
        words,
        x: UNIT * 0.012 * width,
        y: UNIT * (room.title + letters.title * (0.85 + 1.3 * i)),
        size: letters.title,
      })
    ),
    ...chart.panels.flatMap(({ marks }, i) => panel(frame, i, marks)),
    ...legend.flatMap(({ mark, x, y }) => [
      ...(mark.sample?.().draw(sampleGround(x, y)) ?? []).map(element),
      text({ words: mark.name, x: UNIT * (x + legendSample.name), y: UNIT * (y + base) }),
    ]),
    ...(chart.key === undefined ? [] : colorKey(chart, frame)),
    ...xWords(frame, height - margin.b),
  ];
  return { title: chart.title, width, height, letters, content: content.join("\n") };
}

function panel(frame: Frame, i: number, marks: Chart["panels"][0]["marks"]): readonly string[] {
  const { x, letters } = frame;
  const { y, ground } = frame.panels[i];
  const { left, right, top, bottom } = ground;
  const drawn = marks.filter(({ shown }) => shown).flatMap((mark) => mark.draw(ground));
  const window = [left, top, right - left, bottom - top].map((edge) => Math.round(edge));
  const [across, down, wide, high] = window;
  const widest = ticksWidth(y, letters.size);
  return [
    `<svg x="${across}" y="${down}" width="${wide}" height="${high}" viewBox="${
      window.join(" ")
    }">`,
    ...grid(x, (at) => `M${Math.round(ground.x(at))} ${down}v${high}`),
    ...grid(y, (at) => `M${across} ${Math.round(ground.y(at))}h${wide}`),
    ...drawn.filter((one) => "path" in one).map(element),
    "</svg>",
    ...drawn.filter((one) => "words" in one).map(element),
    ...y.ticks.map(([at, words]) =>
      text({
        words,
        x: left - UNIT * room.pad,
        y: ground.y(at) + UNIT * 0.35 * letters.size,
        anchor: "end",
      })
    ),
    ...(y.title === "" ? [] : [text({
      words: y.title,
      x: Math.max(UNIT * (letters.size + 2), left - UNIT * (room.pad + room.standoff + widest + 4)),
      y: (top + bottom) / 2,
      anchor: "middle",
      upwards: true,
    })]),
  ];
}

function grid(
  { kind, ticks }: Frame["x"],
  lineAt: (at: number) => string,
): readonly string[] {
  if (kind === "category") return [];
  const zero = kind === "linear" && ticks.some(([at]) => at === 0);
  const path = ticks.filter(([at]) => !zero || at !== 0).map(([at]) => lineAt(at)).join("");
  return [
    ...(path === "" ? [] : [element({ paint: stroke(GRID), path })]),
    ...(zero ? [element({ paint: stroke(ZERO), path: lineAt(0) })] : []),
  ];
}

function xWords({ x, panels: [{ ground }], letters }: Frame, bottom: number): readonly string[] {
  const below = UNIT * (bottom + room.below + letters.size);
  return [
    ...x.ticks.map(([at, words]) => text({ words, x: ground.x(at), y: below, anchor: "middle" })),
    text({
      words: x.title,
      x: (ground.left + ground.right) / 2,
      y: below + UNIT * (room.standoff + 1.25 * letters.size),
      anchor: "middle",
    }),
  ];
}

function colorKey({ key }: Chart, frame: Frame): readonly string[] {
  if (key === undefined || frame.key === undefined) return [];
  const { letters, panels: [{ ground }] } = frame;
  const { top, bottom } = ground;
  const left = ground.right + UNIT * room.key;
  const right = left + UNIT * room.strip;
  const along = scaleOf(frame.key, [bottom, top]);
  const widest = ticksWidth(frame.key, letters.size);
  return [
    ...colorStrip(key.colors, { left, right, top, bottom }).map(element),
    ...frame.key.ticks.map(([at, words]) =>
      text({ words, x: right + UNIT * 6, y: along(at) + UNIT * 0.35 * letters.size })
    ),
    text({
      words: axisTitle(key),
      x: right + UNIT * (6 + widest + room.standoff + letters.size),
      y: (top + bottom) / 2,
      anchor: "middle",
      upwards: true,
    }),
  ];
}

function sampleGround(x: number, y: number): Ground {
  const [left, right] = [UNIT * x, UNIT * (x + legendSample.width)];
  const [top, bottom] = [-1, 1].map((side) => UNIT * (y + side * legendSample.height / 2));
  const unit = { kind: "linear", range: [0, 1] } as const;
  return {
    x: scaleOf(unit, [left, right]),
    y: scaleOf(unit, [bottom, top]),
    left,
    right,
    top,
    bottom,
  };
}

/** How an `svg` element is written. */
export interface SvgOptions {
  /** Colour of the letters. */
  readonly color: string;
  /** The pictures in words. @default {their titles} */
  readonly words?: string;
}

/** Pictures one above the other as one `svg` element. */
export function svgOf(pictures: readonly Picture[], { color, words }: SvgOptions): string {
  const width = Math.max(...pictures.map((one) => one.width));
  let height = 0;
  const placed = pictures.map((one, i) => {
    const group = i === 0
      ? one.content
      : `<g transform="translate(0 ${UNIT * height})">\n${one.content}\n</g>`;
    height += one.height;
    return group;
  });
  const label = words ?? pictures.map(({ title }) => title).join("; ");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${UNIT * width} ${UNIT * height}" role="img" aria-label="${escaped(label)}" ` +
    `font-family="Helvetica Neue, Helvetica, Arial, sans-serif" ` +
    `font-size="${UNIT * pictures[0].letters.size}" fill="${color}">\n${placed.join("\n")}\n</svg>`;
}
