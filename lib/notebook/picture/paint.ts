/** How an element of a drawing is painted: what it says itself, and what it takes from its parents. */
export interface Paint {
  /** Colour inside, or `none`. */
  readonly fill: string;
  /** Colour of the outline, or `none`. */
  readonly stroke: string;
  /** Opacity inside, 0 to 1. */
  readonly fillOpacity: number;
  /** Opacity of the outline, 0 to 1. */
  readonly strokeOpacity: number;
  /** Width of the outline, in pixels. */
  readonly strokeWidth: number;
  /** Dashes, in pixels, or `none`. */
  readonly dashes: string;
  /** Opacity of the whole, all parents' included. */
  readonly opacity: number;
  /** Size of letters, in pixels. */
  readonly fontSize: number;
  /** `bold`, or nothing. */
  readonly fontWeight: string;
  /** Where text stands at its place. */
  readonly textAnchor: string;
}

/** How things are painted where nobody says anything. */
export const bare: Paint = {
  fill: "#000000",
  stroke: "none",
  fillOpacity: 1,
  strokeOpacity: 1,
  strokeWidth: 1,
  dashes: "none",
  opacity: 1,
  fontSize: 12,
  fontWeight: "",
  textAnchor: "start",
};

/** What an element says of its painting, over what its parents said. */
export function paintOf(element: Element, parent: Paint): Paint {
  const said = new Map<string, string>();
  for (const { name, value } of element.attributes) said.set(name, value);
  for (const rule of (said.get("style") ?? "").split(";")) {
    const colon = rule.indexOf(":");
    if (colon > 0) said.set(rule.slice(0, colon).trim(), rule.slice(colon + 1).trim());
  }
  const number = (name: string, other: number) => {
    const value = parseFloat(said.get(name) ?? "");
    return Number.isFinite(value) ? value : other;
  };
  const fill = color(said.get("fill"));
  const stroke = color(said.get("stroke"));
  return {
    fill: fill?.hex ?? parent.fill,
    stroke: stroke?.hex ?? parent.stroke,
    fillOpacity: number("fill-opacity", parent.fillOpacity) * (fill?.alpha ?? 1),
    strokeOpacity: number("stroke-opacity", parent.strokeOpacity) * (stroke?.alpha ?? 1),
    strokeWidth: number("stroke-width", parent.strokeWidth),
    dashes: said.get("stroke-dasharray") ?? parent.dashes,
    opacity: parent.opacity * number("opacity", 1),
    fontSize: number("font-size", parent.fontSize),
    fontWeight: said.get("font-weight") ?? parent.fontWeight,
    textAnchor: said.get("text-anchor") ?? parent.textAnchor,
  };
}

function color(text: string | undefined): { hex: string; alpha: number } | undefined {
  if (text === undefined || text === "inherit") return undefined;
  const parts = /^rgba?\(([^)]*)\)$/.exec(text)?.[1].split(",").map(Number);
  if (parts === undefined) return { hex: text, alpha: 1 };
  const hex = parts.slice(0, 3).map((part) => part.toString(16).padStart(2, "0")).join("");
  return { hex: `#${hex}`, alpha: parts[3] ?? 1 };
}

/** Whether painting so leaves no trace. */
export function unseen(paint: Paint): boolean {
  const inside = paint.fill !== "none" && paint.fillOpacity > 0;
  const outline = paint.stroke !== "none" && paint.strokeOpacity > 0 && paint.strokeWidth > 0;
  return paint.opacity === 0 || !(inside || outline);
}

/** The painting of a shape as attributes; lengths are multiplied by `scale`. */
export function shapeAttributes(paint: Paint, scale: number): string {
  const inside = paint.fill !== "none" && paint.fillOpacity > 0;
  const outline = paint.stroke !== "none" && paint.strokeOpacity > 0 && paint.strokeWidth > 0;
  const round = (value: number) => Math.round(value * 100) / 100;
  const list: [string, string | number][] = [["fill", inside ? paint.fill : "none"]];
  if (inside && paint.fillOpacity < 1) list.push(["fill-opacity", round(paint.fillOpacity)]);
  if (outline) {
    list.push(["stroke", paint.stroke], ["stroke-width", round(paint.strokeWidth * scale)]);
    if (paint.strokeOpacity < 1) list.push(["stroke-opacity", round(paint.strokeOpacity)]);
    const dashes = paint.dashes.match(/[\d.]+/g)?.map((length) => round(Number(length) * scale));
    if (dashes !== undefined) list.push(["stroke-dasharray", dashes.join(" ")]);
  }
  if (paint.opacity < 1) list.push(["opacity", round(paint.opacity)]);
  return list.map(([name, value]) => `${name}="${value}"`).join(" ");
}
