import { faint } from "../theme.ts";
import { decimals, linearScale, roundTicks, type Scale } from "./scale.ts";

/** An axis of a picture. */
export interface PictureAxis {
  /** What it measures, with its unit. */
  readonly title: string;
  /** Where it begins and ends. */
  readonly range: readonly [number, number];
  /** Words at chosen places, instead of round numbers. */
  readonly words?: readonly (readonly [place: number, word: string])[];
  /** Whether numbers stand at the axis. @default {true} */
  readonly numbered?: boolean;
}

/** Where things are in a picture, in pixels. */
export interface Ground {
  /** Pixels of a number on the x axis. */
  readonly x: Scale;
  /** Pixels of a number on the y axis. */
  readonly y: Scale;
  /** Edges of the ground. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Something drawn on a ground, as SVG. */
export type Mark = (ground: Ground) => string;

/** What a {@linkcode picture} is made of. */
export interface PictureOptions {
  /** What it shows, for the title and for those who do not see it. */
  readonly title: string;
  /** Width in pixels. */
  readonly width: number;
  /** Height in pixels. */
  readonly height: number;
  readonly x: PictureAxis;
  readonly y: PictureAxis;
  /** What is drawn, the first below the others. */
  readonly marks: readonly Mark[];
  /** Names beside a sample of what they name. */
  readonly legend?: readonly (readonly [sample: Mark, name: string])[];
}

/** A drawn picture. */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** The inside of an `svg` element. */
  readonly content: string;
}

const MARGIN = { left: 58, right: 14, bottom: 40 };
const LINE = 20;
const LETTER = 6;

/** A number of pixels, short. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Text as SVG and HTML hold it. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/**
 * Draws axes and marks as SVG, by strings alone: the same code draws in a page and, without one, the
 * static picture of a notebook's output. Letters and axes take the page's own text colour.
 */
export function picture(options: PictureOptions): Picture {
  const { title, width, height, x, y, marks } = options;
  const [legend, legendLines] = legendRows(options);
  const ground: Ground = {
    left: MARGIN.left,
    right: width - MARGIN.right,
    top: LINE * (1 + legendLines) + 8,
    bottom: height - MARGIN.bottom,
    x: linearScale(x.range, [MARGIN.left, width - MARGIN.right]),
    y: linearScale(y.range, [height - MARGIN.bottom, LINE * (1 + legendLines) + 8]),
  };
  const content = `<text x="4" y="15" font-weight="600">${escaped(title)}</text>` + legend +
    axes(ground, x, y) + marks.map((mark) => mark(ground)).join("");
  return { title, width, height, content };
}

function axes(ground: Ground, x: PictureAxis, y: PictureAxis): string {
  const { left, right, top, bottom } = ground;
  const middle = (top + bottom) / 2;
  const across = labels(x, (right - left) / 70).map(([value, word]) => {
    const at = px(ground.x(value));
    return `<path d="M${at} ${px(top)}V${px(bottom)}" stroke="${faint}"/>` +
      `<text x="${at}" y="${px(bottom + 15)}" text-anchor="middle">${word}</text>`;
  });
  const up = labels(y, (bottom - top) / 32).map(([value, word]) => {
    const at = ground.y(value);
    return `<path d="M${px(left)} ${px(at)}H${px(right)}" stroke="${faint}"/>` +
      `<text x="${px(left - 5)}" y="${px(at + 4)}" text-anchor="end">${word}</text>`;
  });
  return across.join("") + up.join("") +
    `<text x="${px((left + right) / 2)}" y="${px(bottom + 33)}" text-anchor="middle">` +
    `${escaped(x.title)}</text>` +
    `<text transform="translate(11 ${px(middle)})rotate(-90)" text-anchor="middle">` +
    `${escaped(y.title)}</text>`;
}

function labels(
  { range, words, numbered = true }: PictureAxis,
  most: number,
): (readonly [number, string])[] {
  if (words !== undefined) return words.map(([place, word]) => [place, escaped(word)]);
  const ticks = roundTicks(range, Math.max(2, most));
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : 1;
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return ticks.map((tick) => [tick, numbered ? decimals(tick, digits) : ""]);
}

function legendRows({ legend = [], width }: PictureOptions): readonly [string, number] {
  let [at, line] = [4, 0];
  const drawn = legend.map(([sample, name]) => {
    const needed = 30 + name.length * LETTER + 14;
    if (at > 4 && at + needed > width) [at, line] = [4, line + 1];
    const y = LINE * (line + 1) + 12;
    const ground = {
      x: linearScale([0, 1], [at, at + 24]),
      y: linearScale([0, 1], [y + 6, y - 6]),
    };
    const box = { ...ground, left: at, right: at + 24, top: y - 6, bottom: y + 6 };
    const entry = `${sample(box)}<text x="${px(at + 29)}" y="${y + 4}">${escaped(name)}</text>`;
    at += needed;
    return entry;
  });
  return [drawn.join(""), legend.length === 0 ? 0 : line + 1];
}

const FONT =
  'font-family="Helvetica Neue,Helvetica,Arial,sans-serif" font-size="12" fill="currentColor"';

/** A picture as an `svg` element of a page. */
export function svgOf({ title, width, height, content }: Picture): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
    `width="${width}" height="${height}" role="img" aria-label="${escaped(title)}" ${FONT}>` +
    `${content}</svg>`;
}

/** Pictures one above the other as one file, whose letters are of the given colour. */
export function svgFileOf(pictures: readonly Picture[], color: string): string {
  const width = Math.max(...pictures.map((one) => one.width));
  let height = 0;
  const placed = pictures.map((one) => {
    const group = `<g transform="translate(0 ${height})">${one.content}</g>`;
    height += one.height;
    return group;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
    `width="${width}" height="${height}" color="${color}" ${FONT}>${placed.join("")}</svg>`;
}
