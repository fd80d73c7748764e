/** A place in a drawing, in drawing units. */
export type Point = readonly [x: number, y: number];

/** Farthest that a drawn line may pass from a point that it leaves out, in drawing units. */
const TOLERANCE = 0.35;

/**
 * A line through points as SVG's path data: whole numbers, each relative to the last, without the points
 * that nobody could see.
 *
 * @param points The points, in order; one alone is a dot.
 * @param closed Whether the line returns to its first point.
 */
export function pathOf(points: readonly Point[], closed = false): string {
  if (points.length === 0) return "";
  const kept = simplified(points).map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  let [[x, y]] = kept;
  let [text, last] = [`M${x} ${y}`, "M"];
  const write = (command: string, ...numbers: readonly number[]) => {
    text += command === last ? "" : command;
    numbers.forEach((value, i) => {
      text += (value < 0 || (i === 0 && command !== last) ? "" : " ") + value;
    });
    last = command;
  };
  for (const [toX, toY] of kept.slice(1)) {
    const [dx, dy] = [toX - x, toY - y];
    if (dx === 0 && dy === 0) continue;
    if (dy === 0) write("h", dx);
    else if (dx === 0) write("v", dy);
    else write("l", dx, dy);
    [x, y] = [toX, toY];
  }
  // A stroke without length has round ends, and so is seen.
  if (last === "M") write("h", 0);
  return closed ? `${text}z` : text;
}

/** Leaves out what lies within the tolerance of the line through its neighbours: Douglas and Peucker (1973). */
function simplified(points: readonly Point[]): readonly Point[] {
  const keep = new Uint8Array(points.length);
  keep[0] = keep[points.length - 1] = 1;
  const open: Point[] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, last] = span;
    const [ax, ay] = points[first];
    const [dx, dy] = [points[last][0] - ax, points[last][1] - ay];
    const square = dx * dx + dy * dy;
    let [worst, where] = [TOLERANCE, -1];
    for (let i = first + 1; i < last; i++) {
      const [px, py] = [points[i][0] - ax, points[i][1] - ay];
      // To the piece and not to the line through it: a line that turns back is not cut short.
      const along = square === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
      const distance = Math.hypot(px - along * dx, py - along * dy);
      if (distance > worst) [worst, where] = [distance, i];
    }
    if (where < 0) continue;
    keep[where] = 1;
    open.push([first, where], [where, last]);
  }
  return points.filter((_, i) => keep[i] === 1);
}

/** Cuts a line where it has no place, and draws it in steps where it is to be. */
export function pieces(
  points: readonly Point[],
  shape: "linear" | "hv" | "hvh" = "linear",
): readonly (readonly Point[])[] {
  const found: Point[][] = [];
  let open = false;
  for (const [x, y] of points) {
    const there = Number.isFinite(x) && Number.isFinite(y);
    if (there && !open) found.push([]);
    open = there;
    if (!there) continue;
    const piece = found[found.length - 1];
    const last = piece.at(-1);
    if (last !== undefined && shape === "hv") piece.push([x, last[1]]);
    if (last !== undefined && shape === "hvh") {
      piece.push([(last[0] + x) / 2, last[1]], [(last[0] + x) / 2, y]);
    }
    piece.push([x, y]);
  }
  return found;
}
