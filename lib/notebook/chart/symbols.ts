import type { Point } from "./path.ts";

const turned = (count: number, radius: (i: number) => number, start: number): readonly Point[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = start + 2 * Math.PI * i / count;
    return [radius(i) * Math.cos(angle), radius(i) * Math.sin(angle)];
  });

const arm = 0.4, reach = 1.2;
const cross: readonly Point[] = [
  [reach, arm],
  [arm, arm],
  [arm, reach],
  [-arm, reach],
  [-arm, arm],
  [-reach, arm],
  [-reach, -arm],
  [-arm, -arm],
  [-arm, -reach],
  [arm, -reach],
  [arm, -arm],
  [reach, -arm],
];

const side = 2 / Math.sqrt(3);
const up = -Math.PI / 2;

/** Outlines of Plotly's markers around (0, 0), in radii; a circle has none. */
const outlines: Readonly<Record<string, readonly Point[]>> = {
  square: [[1, 1], [-1, 1], [-1, -1], [1, -1]],
  diamond: [[1.3, 0], [0, 1.3], [-1.3, 0], [0, -1.3]],
  "triangle-up": [[-side, 0.5], [side, 0.5], [0, -1]],
  "triangle-down": [[-side, -0.5], [side, -0.5], [0, 1]],
  cross,
  x: cross.map(([x, y]) => [(x - y) / Math.SQRT2, (x + y) / Math.SQRT2]),
  star: turned(10, (i) => i % 2 === 0 ? 1.4 : 1.4 * 0.382, up),
  hexagon: turned(6, () => 1, up),
  pentagon: turned(5, () => 1, up),
  hourglass: [[1, 1], [-1, 1], [1, -1], [-1, -1]],
};

/** A marker's outline around a place, in drawing units; none for a circle. */
export function outlineAt(symbol: string, [x, y]: Point, radius: number): readonly Point[] {
  return (outlines[symbol] ?? []).map(([dx, dy]) => [x + dx * radius, y + dy * radius]);
}
