import { type Paint, shapeAttributes } from "./paint.ts";
import type { PenStroke } from "./path_data.ts";
import type { Shape } from "./svg_text.ts";

/** Whether there can be something inside. */
export function encloses(strokes: readonly PenStroke[]): boolean {
  let lines = 0;
  for (const { kind } of strokes) {
    if (kind !== "M" && kind !== "L") return true;
    lines = kind === "M" ? 0 : lines + 1;
    if (lines > 1) return true;
  }
  return false;
}

/** A circle as a stroke without length and with round ends: far shorter. */
export function dotOf(
  strokes: readonly PenStroke[],
  paint: Paint,
  scale: number,
): Shape | undefined {
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
    strokeWidth: 2 * radius / scale,
    dashes: "none",
  }, scale);
  return {
    attributes: `${attributes} stroke-linecap="round"`,
    strokes: [centre, { ...centre, kind: "L" }],
  };
}

/** An element's outline as path data. */
export function pathOf(element: Element): string {
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
