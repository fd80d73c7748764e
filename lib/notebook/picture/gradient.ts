/** Where a gradient is painted, in drawing units. */
export interface Strip {
  /** The left edge. */
  readonly left: number;
  /** The upper edge. */
  readonly top: number;
  /** The width. */
  readonly width: number;
  /** The height. */
  readonly height: number;
}

type Stop = readonly [place: number, color: readonly number[]];

const STRIPS = 48;

/**
 * A gradient that rises, as the key to a heat map's colours has it, in level strokes of plain colours.
 *
 * @param gradient Plotly's `linearGradient`, its first stop at the bottom.
 * @param strip Where it is painted.
 * @returns How thick the strokes are, and their paths by colour.
 */
export function gradientStrokes(
  gradient: Element,
  { left, top, width, height }: Strip,
): { readonly thickness: number; readonly paths: ReadonlyMap<string, string> } {
  const stops = [...gradient.querySelectorAll("stop")].map((stop): Stop => [
    parseFloat(stop.getAttribute("offset") ?? "0") / 100,
    (stop.getAttribute("stop-color") ?? "").match(/\d+/g)?.map(Number) ?? [0, 0, 0],
  ]);
  const paths = new Map<string, string>();
  // Thicker than apart: pages that soften edges show no gap.
  const thickness = Math.ceil(height / STRIPS) + 3;
  for (let i = 0; i < STRIPS; i++) {
    const color = colorAt(stops, (i + 0.5) / STRIPS);
    const y = Math.round(top + height * (1 - (i + 0.5) / STRIPS));
    const stroke = `M${Math.round(left)} ${y}h${Math.round(width)}`;
    paths.set(color, (paths.get(color) ?? "") + stroke);
  }
  return { thickness, paths };
}

function colorAt(stops: readonly Stop[], place: number): string {
  const after = Math.max(1, stops.findIndex(([at]) => at >= place));
  const [[from, low], [to, high]] = [stops[after - 1], stops[after]];
  const share = (place - from) / (to - from);
  const parts = [0, 1, 2].map((i) => Math.round(low[i] + share * (high[i] - low[i])));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
