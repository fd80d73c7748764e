/**
 * Turns Plotly's SVG into the plainest SVG that looks the same.
 *
 * Pages that show notebooks clean the pictures in them: nbviewer, nbconvert 7.0 to 7.6 and, by all reports,
 * GitHub drop `style`, and then every shape is a black blot. So here is nothing to drop: paths and text
 * with attributes alone, no styles, classes, images, patterns or references. Lines are thinned to what an eye can see, coordinates are whole
 * half-pixels, equal shapes share one path, and no random name of Plotly's is left: the same figure gives
 * the same bytes.
 *
 * @module
 */
import { bare } from "./paint.ts";
import { simplified, writePath } from "./path_data.ts";
import { SCALE, shapesOf } from "./shapes.ts";
import { type Shape, svgText } from "./svg_text.ts";

/** What the picture is called and how large it may be. */
export interface PlainSvgOptions {
  /** The picture in words. */
  readonly caption: string;
  /** Size of letters and their grey where a text says nothing else. */
  readonly letters: { readonly family: string; readonly size: number; readonly color: string };
  /** Most bytes; lines are thinned further, up to two pixels, until it fits. */
  readonly mostBytes: number;
}

/**
 * Plain SVG of a drawing by Plotly.
 *
 * @param svg Plotly's drawing, as an element.
 * @param options Words, letters and size.
 * @returns The picture, one element a line.
 */
export function plainSvg(svg: Element, options: PlainSvgOptions): string {
  const shapes = [...shapesOf(svg, { paint: bare, shiftX: 0, shiftY: 0 })];
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
  let text = "";
  for (const tolerance of [0.3, 0.6, 1, 1.5, 2]) {
    const thin = shapes.map((shape) =>
      shape.strokes === undefined
        ? shape
        : { ...shape, strokes: simplified(shape.strokes, tolerance * SCALE) }
    );
    text = svgText(merged(thin), { width, height, scale: SCALE, ...options });
    if (text.length <= options.mostBytes) break;
  }
  return text;
}

/** Neighbours of one look in one path. */
function merged(shapes: readonly Shape[]): readonly Shape[] {
  const out: Shape[] = [];
  for (const shape of shapes) {
    const last = out.at(-1);
    const path = shape.strokes === undefined ? shape.path : writePath(shape.strokes);
    if (path === undefined) out.push(shape);
    else if (last?.path !== undefined && last.attributes === shape.attributes) {
      out[out.length - 1] = { ...last, path: last.path + path };
    } else out.push({ attributes: shape.attributes, path });
  }
  return out;
}
