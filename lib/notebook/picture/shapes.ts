import { clipped, shared, type Window } from "./clip.ts";
import { dotOf, encloses, pathOf } from "./outlines.ts";
import { gradientStrokes } from "./gradient.ts";
import { bare, type Paint, paintOf, shapeAttributes, unseen } from "./paint.ts";
import { placed, readPath } from "./path_data.ts";
import { colorRuns, rectanglesOf } from "./recorded_canvas.ts";
import type { Shape } from "./svg_text.ts";
import { transformOf } from "./text_boxes.ts";

/** Drawing units a pixel: whole numbers then place things to half a pixel. */
export const SCALE = 2;

/** Where an element stands, and what it has from its parents. */
export interface Place {
  /** How it is painted. */
  readonly paint: Paint;
  /** Shift to the right, in pixels. */
  readonly shiftX: number;
  /** Shift downwards, in pixels. */
  readonly shiftY: number;
  /** What it may not leave, in pixels. */
  readonly window?: Window;
}

/** Everything that a drawing of Plotly's shows, from the back to the front. */
export function* shapesOf(element: Element, parent: Place): Generator<Shape> {
  const name = element.localName;
  if (["defs", "clipPath", "style", "title", "metadata"].includes(name)) return;
  const [, , , , shiftX, shiftY] = transformOf(element);
  const shifted = { shiftX: parent.shiftX + shiftX, shiftY: parent.shiftY + shiftY };
  const own = windowOf(element, shifted);
  const here: Place = {
    ...shifted,
    paint: paintOf(element, parent.paint),
    window: own === undefined ? parent.window : shared(parent.window, own),
  };
  if (name === "g" || name === "svg") {
    for (const child of element.children) yield* shapesOf(child, here);
  } else if (name === "text") {
    yield* texts(element, { ...here, shiftX: parent.shiftX, shiftY: parent.shiftY });
  } else if (name === "image") {
    yield* image(element, here);
  } else {
    yield* outline(element, here);
  }
}

/** The rectangle of an element's clip path: Plotly's are no other shape. */
function windowOf(
  element: Element,
  { shiftX, shiftY }: Pick<Place, "shiftX" | "shiftY">,
): Window | undefined {
  const id = /url\(["']?#([^"')]+)/.exec(element.getAttribute("clip-path") ?? "")?.[1];
  const rectangle = id === undefined
    ? undefined
    : element.ownerDocument.getElementById(id)?.querySelector("rect");
  if (rectangle === null || rectangle === undefined) return undefined;
  const at = (name: string) => Number(rectangle.getAttribute(name) ?? 0);
  const [left, top] = [at("x") + shiftX, at("y") + shiftY];
  return { left, top, right: left + at("width"), bottom: top + at("height") };
}

function* outline(element: Element, { paint, window, ...shift }: Place): Generator<Shape> {
  const reference = referenceOf(element, paint);
  if (reference?.localName === "linearGradient") {
    yield gradient(element, reference, shift);
    return;
  }
  let painted = reference === null ? paint : patternless(reference, paint);
  const data = pathOf(element);
  if (unseen(painted) || data === "") return;
  const whole = readPath(data);
  if (!encloses(whole)) painted = { ...painted, fill: "none" };
  if (unseen(painted)) return;
  const filled = painted.fill !== "none" && painted.fillOpacity > 0;
  const inside = window === undefined
    ? whole
    : clipped(whole, moved(window, -shift.shiftX, -shift.shiftY), filled);
  if (inside.length === 0) return;
  const strokes = placed(inside, { ...shift, scale: SCALE });
  yield dotOf(strokes, painted, SCALE) ?? { attributes: shapeAttributes(painted, SCALE), strokes };
}

function moved({ left, top, right, bottom }: Window, x: number, y: number): Window {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

function referenceOf(element: Element, { fill }: Paint): Element | null {
  const id = /url\(["']?#([^"')]+)/.exec(fill)?.[1];
  return id === undefined ? null : element.ownerDocument.getElementById(id);
}

function gradient(
  element: Element,
  reference: Element,
  { shiftX, shiftY }: Pick<Place, "shiftX" | "shiftY">,
): Shape {
  const at = (name: string) => Number(element.getAttribute(name) ?? 0);
  const { thickness, paths } = gradientStrokes(reference, {
    left: (at("x") + shiftX) * SCALE,
    top: (at("y") + shiftY) * SCALE,
    width: at("width") * SCALE,
    height: at("height") * SCALE,
  });
  const attributes = `fill="none" stroke-width="${thickness}" shape-rendering="crispEdges"`;
  return { attributes, colors: paths };
}

/** A hatched bar's plain colour: references are the first thing that a page drops. */
function patternless(pattern: Element, paint: Paint): Paint {
  const ground = pattern.querySelector("rect") ?? pattern.querySelector("path");
  const own = ground === null ? bare : paintOf(ground, bare);
  return { ...paint, fill: own.fill === "none" ? own.stroke : own.fill, fillOpacity: 1 };
}

function* image(element: Element, { shiftX, shiftY }: Place): Generator<Shape> {
  const address = element.getAttribute("xlink:href") ?? "";
  const at = (name: string) => Number(element.getAttribute(name) ?? 0);
  const shift = { shiftX: shiftX + at("x"), shiftY: shiftY + at("y"), scale: SCALE };
  const { thickness, paths } = colorRuns(rectanglesOf(address), shift);
  const attributes = `fill="none" stroke-width="${thickness}" shape-rendering="crispEdges"`;
  yield { attributes, colors: paths };
}

function* texts(element: Element, { paint, shiftX, shiftY }: Place): Generator<Shape> {
  if (paint.opacity === 0 || (element.textContent ?? "").trim() === "") return;
  const [a, b, , , e, f] = transformOf(element);
  const angle = Math.round(Math.atan2(b, a) * 180 / Math.PI);
  const at = (from: Element, name: string) => Number(from.getAttribute(name) ?? 0) || 0;
  const lines = [...element.querySelectorAll("tspan.line")];
  const lower = parseFloat(element.getAttribute("dy") ?? "0") * paint.fontSize;
  for (const [i, line] of (lines.length > 0 ? lines : [element]).entries()) {
    const [x, y] = [at(element, "x"), at(element, "y") + lower + i * 1.3 * paint.fontSize];
    const turned = [a * x - b * y + e + shiftX, b * x + a * y + f + shiftY];
    yield { attributes: "", text: { line, paint, x: turned[0], y: turned[1], angle } };
  }
}
