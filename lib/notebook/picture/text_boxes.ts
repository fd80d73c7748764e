import { textWidth } from "./text_size.ts";

/** A rectangle, in pixels. */
export interface Box {
  /** Its left edge. */
  readonly left: number;
  /** Its upper edge. */
  readonly top: number;
  /** Its right edge. */
  readonly right: number;
  /** Its lower edge. */
  readonly bottom: number;
}

/** An affine map: (x, y) goes to (ax + cy + e, bx + dy + f). */
type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const nowhere: Box = { left: 0, top: 0, right: 0, bottom: 0 };
const LINE = 1.3;

/** The box around all texts in an element, in the element's own coordinates: what getBBox answers. */
export function innerBox(element: Element): Box {
  if (element.localName === "text") return linesBox(element);
  const boxes = [...element.children].map(outerBox).filter(({ left, right }) => right > left);
  return boxes.length === 0 ? nowhere : corners(
    boxes.flatMap(({ left, right }) => [left, right]),
    boxes.flatMap(({ top, bottom }) => [top, bottom]),
  );
}

/** The same box on the page, every transform applied: what getBoundingClientRect answers. */
export function pageBox(element: Element): Box {
  let box = outerBox(element);
  for (let up = element.parentElement; up !== null; up = up.parentElement) {
    box = mapped(box, transformOf(up));
  }
  return box;
}

function outerBox(element: Element): Box {
  return mapped(innerBox(element), transformOf(element));
}

function linesBox(text: Element): Box {
  const size = fontSize(text);
  const spans = [...text.querySelectorAll("tspan.line")];
  const lines = spans.length > 0 ? spans : [text];
  const width = Math.max(...lines.map((line) => textWidth(line.textContent ?? "", size)));
  if (width === 0) return nowhere;
  const anchor = /text-anchor:\s*(\w+)/.exec(text.getAttribute("style") ?? "")?.[1] ??
    text.getAttribute("text-anchor");
  const at = (name: string) => Number(text.getAttribute(name) ?? 0) || 0;
  const left = at("x") - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  const top = at("y") - 0.93 * size;
  const height = (1.15 + (lines.length - 1) * LINE) * size;
  return { left, top, right: left + width, bottom: top + height };
}

function fontSize(element: Element | null): number {
  if (element === null) return 12;
  const found = /font-size:\s*([\d.]+)px/.exec(element.getAttribute("style") ?? "");
  return found === null ? fontSize(element.parentElement) : Number(found[1]);
}

/** The product of an element's transforms. */
export function transformOf(element: Element): Affine {
  const text = element.getAttribute("transform") ?? "";
  return [...text.matchAll(/(\w+)\(([^)]*)\)/g)]
    .map(([, kind, list]) => affine(kind, list.split(/[\s,]+/).map(Number)))
    .reduce(product, [1, 0, 0, 1, 0, 0]);
}

function affine(kind: string, [p = 0, q = 0, r = 0, s = 1, t = 0, u = 0]: number[]): Affine {
  if (kind === "translate") return [1, 0, 0, 1, p, q];
  if (kind === "scale") return [p, 0, 0, q === 0 ? p : q, 0, 0];
  if (kind === "matrix") return [p, q, r, s, t, u];
  if (kind !== "rotate") return [1, 0, 0, 1, 0, 0];
  const [cos, sin] = [Math.cos(p * Math.PI / 180), Math.sin(p * Math.PI / 180)];
  return [cos, sin, -sin, cos, q - cos * q + sin * r, r - sin * q - cos * r];
}

function product(m: Affine, n: Affine): Affine {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function mapped(box: Box, [a, b, c, d, e, f]: Affine): Box {
  if (box.right === box.left) return box;
  const xs = [box.left, box.right, box.left, box.right];
  const ys = [box.top, box.top, box.bottom, box.bottom];
  return corners(
    xs.map((x, i) => a * x + c * ys[i] + e),
    xs.map((x, i) => b * x + d * ys[i] + f),
  );
}

function corners(xs: readonly number[], ys: readonly number[]): Box {
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}
