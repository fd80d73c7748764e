import type { Paint } from "./paint.ts";
import type { PenStroke } from "./path_data.ts";
import { escaped } from "../escaped.ts";

/** One thing to draw: a path or a line of text. */
export interface Shape {
  /** How it is painted. */
  readonly attributes: string;
  /** A path, stroke by stroke. */
  readonly strokes?: readonly PenStroke[];
  /** A path, written out. */
  readonly path?: string;
  /** Paths by the colours of their strokes. */
  readonly colors?: ReadonlyMap<string, string>;
  /** A line of text and where it stands, in pixels. */
  readonly text?: {
    readonly line: Element;
    readonly paint: Paint;
    readonly x: number;
    readonly y: number;
    readonly angle: number;
  };
}

/** What stands around the shapes. */
export interface FrameOptions {
  /** Width, in pixels. */
  readonly width: number;
  /** Height, in pixels. */
  readonly height: number;
  /** Drawing units a pixel. */
  readonly scale: number;
  /** The picture in words. */
  readonly caption: string;
  /** Letters that most texts have. */
  readonly letters: { readonly family: string; readonly size: number; readonly color: string };
}

/** Writes shapes as an SVG document, one element a line. */
export function svgText(shapes: readonly Shape[], options: FrameOptions): string {
  const { width, height, scale, caption, letters } = options;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width * scale} ${height * scale}" role="img" aria-label="${
      escaped(caption)
    }" ` +
    `font-family="${letters.family}" font-size="${letters.size * scale}" fill="${letters.color}">`;
  return [open, ...shapes.map((shape) => element(shape, options)), "</svg>"].join("\n");
}

function element(shape: Shape, { scale, letters }: FrameOptions): string {
  const { attributes, path, colors, text } = shape;
  if (colors !== undefined) {
    const paths = [...colors].map(([color, data]) => `<path stroke="${color}" d="${data}"/>`);
    return [`<g ${attributes}>`, ...paths, "</g>"].join("\n");
  }
  if (text === undefined) return `<path ${attributes} d="${path}"/>`;
  const { line, paint, x, y, angle } = text;
  const place = `${Math.round(x * scale)} ${Math.round(y * scale)}`.split(" ");
  const list = angle === 0
    ? [`x="${place[0]}" y="${place[1]}"`]
    : [`transform="translate(${place.join(" ")})rotate(${angle})"`];
  if (paint.textAnchor !== "start") list.push(`text-anchor="${paint.textAnchor}"`);
  if (paint.fontSize !== letters.size) list.push(`font-size="${paint.fontSize * scale}"`);
  if (paint.fontWeight === "bold") list.push(`font-weight="bold"`);
  if (paint.fill !== letters.color) list.push(`fill="${paint.fill}"`);
  return `<text ${list.join(" ")}>${content(line, paint.fontSize * scale)}</text>`;
}

/** A line's words; raised and lowered parts keep their shift and their size. */
function content(line: Node, size: number): string {
  return [...line.childNodes].map((node) => {
    if (node.nodeType === 3) return escaped(node.textContent ?? "").replaceAll("\u200b", "");
    const part = node as Element;
    const inner = content(part, size);
    const shift = part.getAttribute("dy");
    const share = /font-size:\s*([\d.]+)%/.exec(part.getAttribute("style") ?? "")?.[1];
    const smaller = share === undefined
      ? ""
      : ` font-size="${Math.round(size * Number(share) / 100)}"`;
    if (inner === "") return "";
    return shift === null && smaller === ""
      ? inner
      : `<tspan${shift === null ? "" : ` dy="${shift}"`}${smaller}>${inner}</tspan>`;
  }).join("");
}
