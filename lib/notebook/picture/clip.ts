import type { PenStroke } from "./path_data.ts";

/** A rectangle that nothing may leave. */
export interface Window {
  /** Its left edge. */
  readonly left: number;
  /** Its upper edge. */
  readonly top: number;
  /** Its right edge. */
  readonly right: number;
  /** Its lower edge. */
  readonly bottom: number;
}

type Point = readonly [x: number, y: number];

/** The part that two windows share. */
export function shared(a: Window | undefined, b: Window): Window {
  return a === undefined ? b : {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/**
 * Cuts off what leaves a window, so that a picture needs no clip path.
 *
 * Lines are cut where they cross its edge, after Liang and Barsky (1984); filled shapes keep their part
 * inside, after Sutherland and Hodgman (1974); shapes with curves, which are markers, stay or go whole.
 *
 * @param strokes The path.
 * @param window The window.
 * @param filled Whether there is something inside the path.
 */
export function clipped(
  strokes: readonly PenStroke[],
  window: Window,
  filled: boolean,
): readonly PenStroke[] {
  const within = ({ x, y }: PenStroke) =>
    x >= window.left && x <= window.right && y >= window.top && y <= window.bottom;
  if (strokes.every(within)) return strokes;
  const parts = subpaths(strokes);
  return parts.flatMap((part) => {
    if (part.some(({ kind }) => kind === "A" || kind === "C")) {
      return within(part[0]) ? part : [];
    }
    const points = part.filter(({ kind }) => kind !== "Z").map(({ x, y }): Point => [x, y]);
    const closed = part.length > points.length;
    if (filled) return path([insidePolygon(points, window)], closed);
    return path(insideLines(closed ? [...points, points[0]] : points, window), false);
  });
}

function subpaths(strokes: readonly PenStroke[]): readonly (readonly PenStroke[])[] {
  const parts: PenStroke[][] = [];
  for (const stroke of strokes) {
    if (stroke.kind === "M") parts.push([]);
    parts[parts.length - 1].push(stroke);
  }
  return parts;
}

function path(lines: readonly (readonly Point[])[], closed: boolean): readonly PenStroke[] {
  return lines.filter((line) => line.length > 1).flatMap((line) => [
    ...line.map(([x, y], i): PenStroke => ({ kind: i === 0 ? "M" : "L", x, y, bend: [] })),
    ...(closed ? [{ kind: "Z" as const, x: line[0][0], y: line[0][1], bend: [] }] : []),
  ]);
}

function insideLines(points: readonly Point[], window: Window): readonly (readonly Point[])[] {
  const lines: Point[][] = [];
  for (let i = 1; i < points.length; i++) {
    const piece = insideSegment(points[i - 1], points[i], window);
    if (piece === undefined) continue;
    const last = lines.at(-1)?.at(-1);
    const follows = last !== undefined && last[0] === piece[0][0] && last[1] === piece[0][1];
    if (follows) lines[lines.length - 1].push(piece[1]);
    else lines.push([...piece]);
  }
  return lines;
}

function insideSegment(a: Point, b: Point, window: Window): readonly [Point, Point] | undefined {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  let [enter, leave] = [0, 1];
  const edges = [
    [-dx, a[0] - window.left],
    [dx, window.right - a[0]],
    [-dy, a[1] - window.top],
    [dy, window.bottom - a[1]],
  ];
  for (const [towards, room] of edges) {
    if (towards === 0 && room < 0) return undefined;
    if (towards < 0) enter = Math.max(enter, room / towards);
    if (towards > 0) leave = Math.min(leave, room / towards);
  }
  if (enter > leave) return undefined;
  const at = (share: number): Point =>
    share === 0 ? a : share === 1 ? b : [a[0] + share * dx, a[1] + share * dy];
  return [at(enter), at(leave)];
}

function insidePolygon(points: readonly Point[], window: Window): readonly Point[] {
  const edges: readonly (readonly [axis: 0 | 1, limit: number, sign: 1 | -1])[] = [
    [0, window.left, 1],
    [0, window.right, -1],
    [1, window.top, 1],
    [1, window.bottom, -1],
  ];
  return edges.reduce((left, [axis, limit, sign]) =>
    left.flatMap((point, i) => {
      const before = left[(i + left.length - 1) % left.length];
      const [inside, wasInside] = [point, before].map((p) => sign * (p[axis] - limit) >= 0);
      const share = (limit - before[axis]) / (point[axis] - before[axis]);
      const crossing: Point = [
        before[0] + share * (point[0] - before[0]),
        before[1] + share * (point[1] - before[1]),
      ];
      if (inside) return wasInside ? [point] : [crossing, point];
      return wasInside ? [crossing] : [];
    }), points);
}
