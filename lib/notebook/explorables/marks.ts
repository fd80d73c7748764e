import type { Look } from "../theme.ts";
import { escaped, type Mark, px } from "./picture.ts";

/** Numbers in order: along a line, x and y have one each a point. */
export type Numbers = ArrayLike<number>;

/** SVG's dash pattern of a look. */
function dashes({ dash }: Look): string {
  return dash === "solid" ? "" : ` stroke-dasharray="${dash.replaceAll("px", "")}"`;
}

const stroke = (look: Look, width = look.width): string =>
  `fill="none" stroke="${look.color}" stroke-width="${width}"${dashes(look)}`;

/** A line through points; where y is no number it is broken. */
export function line(look: Look, x: Numbers, y: Numbers, width?: number): Mark {
  return (ground) => {
    let path = "";
    let pen = "M";
    for (let i = 0; i < x.length; i++) {
      if (Number.isFinite(y[i])) path += `${pen}${px(ground.x(x[i]))} ${px(ground.y(y[i]))}`;
      pen = Number.isFinite(y[i]) ? "L" : "M";
    }
    return path === "" ? "" : `<path d="${path}" ${stroke(look, width)}/>`;
  };
}

/** A line in steps: each value holds until the next point. */
export function stairs(look: Look, x: Numbers, y: Numbers): Mark {
  return (ground) => {
    let path = "";
    for (let i = 0; i < x.length; i++) {
      const at = px(ground.x(x[i]));
      const height = px(ground.y(y[i]));
      path += i === 0 ? `M${at} ${height}` : `H${at}V${height}`;
    }
    return path === "" ? "" : `<path d="${path}" ${stroke(look)}/>`;
  };
}

/** The area between a line and zero. */
export function area(look: Look, x: Numbers, y: Numbers): Mark {
  return (ground) => {
    if (x.length === 0) return "";
    let path = `M${px(ground.x(x[0]))} ${px(ground.y(0))}`;
    for (let i = 0; i < x.length; i++) path += `L${px(ground.x(x[i]))} ${px(ground.y(y[i]))}`;
    path += `V${px(ground.y(0))}Z`;
    return `<path d="${path}" fill="${look.color}" fill-opacity="0.13"/>`;
  };
}

/** Bars from zero, each of the given width in units of x, moved aside by a share of it. */
export function bars(look: Look, x: Numbers, y: Numbers, width: number, aside = 0): Mark {
  return (ground) => {
    let path = "";
    for (let i = 0; i < x.length; i++) {
      if (!Number.isFinite(y[i]) || y[i] === 0) continue;
      const left = ground.x(x[i] + (aside - 1 / 2) * width);
      const right = ground.x(x[i] + (aside + 1 / 2) * width);
      path += `M${px(left)} ${px(ground.y(0))}V${px(ground.y(y[i]))}H${px(right)}` +
        `V${px(ground.y(0))}Z`;
    }
    return path === "" ? "" : `<path d="${path}" fill="${look.color}"/>`;
  };
}

/** A level or an upright line across the whole ground. */
export function rule(look: Look, at: { readonly x: number } | { readonly y: number }): Mark {
  return ({ x, y, left, right, top, bottom }) =>
    "x" in at
      ? `<path d="M${px(x(at.x))} ${px(top)}V${px(bottom)}" ${stroke(look)}/>`
      : `<path d="M${px(left)} ${px(y(at.y))}H${px(right)}" ${stroke(look)}/>`;
}

const shapes: Readonly<Record<string, string>> = {
  circle: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
  square: "M-4.5-4.5h9v9h-9Z",
  diamond: "M0-6L6 0L0 6L-6 0Z",
  "triangle-up": "M0-6L5.6 4H-5.6Z",
  "triangle-down": "M0 6L5.6-4H-5.6Z",
  cross: "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4Z",
};

/** How markers differ from what the theme says. */
export interface MarkerOptions {
  /** Whether only the outline is drawn. @default {false} */
  readonly hollow?: boolean;
  /** Size relative to the usual one. @default {1} */
  readonly size?: number;
  /** Another shape than the look's. @default {the look's} */
  readonly symbol?: string;
}

/** A marker at every point whose y is a number. */
export function markers(look: Look, x: Numbers, y: Numbers, options: MarkerOptions = {}): Mark {
  const { hollow = false, size = 1, symbol = look.symbol } = options;
  const shape = shapes[symbol] ?? shapes.circle;
  const paint = hollow
    ? `fill="none" stroke="${look.color}" stroke-width="1.8"`
    : `fill="${look.color}"`;
  return (ground) =>
    Array.from(x, (at, i) => {
      if (!Number.isFinite(y[i])) return "";
      const scale = size === 1 ? "" : `scale(${size})`;
      const place = `translate(${px(ground.x(at))} ${px(ground.y(y[i]))})${scale}`;
      return `<path d="${shape}" transform="${place}" ${paint}/>`;
    }).join("");
}

/** Where words stand relative to their point, in pixels. */
export interface WordPlace {
  readonly dx?: number;
  readonly dy?: number;
  readonly anchor?: "start" | "middle" | "end";
}

/** Words at a point. */
export function words(text: string, x: number, y: number, place: WordPlace = {}): Mark {
  const { dx = 0, dy = 4, anchor = "middle" } = place;
  return (ground) =>
    `<text x="${px(ground.x(x) + dx)}" y="${px(ground.y(y) + dy)}" text-anchor="${anchor}">` +
    `${escaped(text)}</text>`;
}

/** A sample of a line for the legend. */
export const lineSample = (look: Look): Mark => line(look, [0, 1], [0.5, 0.5]);
/** A sample of a marker for the legend. */
export const markerSample = (look: Look, options?: MarkerOptions): Mark =>
  markers(look, [0.5], [0.5], options);
