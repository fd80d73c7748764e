/**
 * Turns Plotly's SVG into the plainest SVG that looks the same.
 *
 * Pages that show notebooks clean the pictures in them: nbviewer, nbconvert 7.0 to 7.6 and, by all reports,
 * GitHub drop `style`, and then every shape is a black blot. So here is nothing to drop: paths and text
 * with attributes alone, no styles, classes, images, patterns or references; a clip path is the one
 * exception, where data leave their panel. Lines are thinned to what an eye can see, coordinates are whole
 * half-pixels, equal shapes share one path, and no random name of Plotly's is left: the same figure gives
 * the same bytes.
 *
 * @module
 */
import { gradientStrokes } from "./gradient.ts";
import { bare, type Paint, paintOf, shapeAttributes, unseen } from "./paint.ts";
import { type PenStroke, placed, readPath, simplified, writePath } from "./path_data.ts";
import { colorRuns, rectanglesOf } from "./recorded_canvas.ts";
import { type Shape, svgText } from "./svg_text.ts";
import { transformOf } from "./text_boxes.ts";

/** Drawing units a pixel: whole numbers then place things to half a pixel. */
const SCALE = 2;

/** Where an element stands, and what it has from its parents. */
interface Place {
  readonly paint: Paint;
  readonly shiftX: number;
  readonly shiftY: number;
}

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

function* shapesOf(element: Element, parent: Place): Generator<Shape> {
  const name = element.localName;
  if (["defs", "clipPath", "style", "title", "metadata"].includes(name)) return;
  const [, , , , shiftX, shiftY] = transformOf(element);
  const here: Place = {
    paint: paintOf(element, parent.paint),
    shiftX: parent.shiftX + shiftX,
    shiftY: parent.shiftY + shiftY,
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

function* outline(element: Element, { paint, ...shift }: Place): Generator<Shape> {
  const reference = referenceOf(element, paint);
  if (reference?.localName === "linearGradient") {
    yield gradient(element, reference, shift);
    return;
  }
  let painted = reference === null ? paint : patternless(reference, paint);
  const data = pathOf(element);
  if (unseen(painted) || data === "") return;
  const strokes = placed(readPath(data), { ...shift, scale: SCALE });
  if (!encloses(strokes)) painted = { ...painted, fill: "none" };
  if (unseen(painted)) return;
  const dot = dotOf(strokes, painted);
  yield dot ?? { attributes: shapeAttributes(painted, SCALE), strokes };
}

/** Whether there can be something inside. */
function encloses(strokes: readonly PenStroke[]): boolean {
  let lines = 0;
  for (const { kind } of strokes) {
    if (kind !== "M" && kind !== "L") return true;
    lines = kind === "M" ? 0 : lines + 1;
    if (lines > 1) return true;
  }
  return false;
}

/** A circle as a stroke without length and with round ends: far shorter. */
function dotOf(strokes: readonly PenStroke[], paint: Paint): Shape | undefined {
  const [first, ...rest] = strokes;
  const arcs = rest.filter(({ kind }) => kind === "A");
  const [radius] = arcs[0]?.bend ?? [];
  const round = arcs.length === 2 && rest.every(({ kind }) => kind === "A" || kind === "Z") &&
    arcs.every(({ bend }) => bend[0] === radius && bend[1] === radius);
  if (!round) return undefined;
  const centre: PenStroke = { kind: "M", x: first.x - radius, y: first.y, bend: [] };
  const attributes = shapeAttributes({
    ...paint,
    fill: "none",
    stroke: paint.fill,
    strokeOpacity: paint.fillOpacity,
    strokeWidth: 2 * radius / SCALE,
    dashes: "none",
  }, SCALE);
  return {
    attributes: `${attributes} stroke-linecap="round"`,
    strokes: [centre, { ...centre, kind: "L" }],
  };
}

function referenceOf(element: Element, { fill }: Paint): Element | null {
  const id = /url\(["']?#([^"')]+)/.exec(fill)?.[1];
  return id === undefined ? null : element.ownerDocument.getElementById(id);
}

function gradient(
  element: Element,
  reference: Element,
  { shiftX, shiftY }: Omit<Place, "paint">,
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

function pathOf(element: Element): string {
  const at = (name: string) => Number(element.getAttribute(name) ?? 0);
  switch (element.localName) {
    case "path":
      return element.getAttribute("d") ?? "";
    case "rect":
      return at("width") * at("height") === 0
        ? ""
        : `M${at("x")},${at("y")}h${at("width")}v${at("height")}h${-at("width")}z`;
    case "line":
      return `M${at("x1")},${at("y1")}L${at("x2")},${at("y2")}`;
    default:
      throw new TypeError(`Cannot draw picture as ${element.localName} is unknown here`);
  }
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
