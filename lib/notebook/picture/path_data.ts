/** One stroke of a pen: where it goes, and for curves how. All places are absolute. */
export interface PenStroke {
  /** Move, line, arc, curve, close. */
  readonly kind: "M" | "L" | "A" | "C" | "Z";
  /** Where the pen ends. */
  readonly x: number;
  /** Where the pen ends. */
  readonly y: number;
  /** An arc's radii and flags, or a curve's two handles. */
  readonly bend: readonly number[];
}

const lengths: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, A: 7, C: 6, Z: 0 };

/** Reads SVG path data of lines, arcs and cubic curves. */
export function readPath(data: string): readonly PenStroke[] {
  const strokes: PenStroke[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter, list] of data.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const command = letter.toUpperCase();
    const size = lengths[command];
    if (size === undefined) throw new TypeError(`Cannot read a path as ${letter} is unknown here`);
    const relative = letter !== command;
    const numbers = (list.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []).map(Number);
    for (let at = 0; at === 0 || at < numbers.length; at += Math.max(1, size)) {
      const part = numbers.slice(at, at + size);
      const [fromX, fromY] = relative ? [x, y] : [0, 0];
      if (command === "Z") [x, y] = [startX, startY];
      else if (command === "H") x = fromX + part[0];
      else if (command === "V") y = fromY + part[0];
      else [x, y] = [fromX + part[size - 2], fromY + part[size - 1]];
      // Further pairs after a move are lines.
      const move = command === "M" && at === 0;
      if (move) [startX, startY] = [x, y];
      const bend = command === "A"
        ? part.slice(0, 5)
        : command === "C"
        ? [part[0] + fromX, part[1] + fromY, part[2] + fromX, part[3] + fromY]
        : [];
      const kind = command === "A" || command === "C" || command === "Z"
        ? command
        : move
        ? "M"
        : "L";
      strokes.push({ kind, x, y, bend });
    }
  }
  return strokes;
}

/** Shifts strokes, then scales them. */
export function placed(
  strokes: readonly PenStroke[],
  { shiftX, shiftY, scale }: { shiftX: number; shiftY: number; scale: number },
): readonly PenStroke[] {
  return strokes.map(({ kind, x, y, bend }) => ({
    kind,
    x: (x + shiftX) * scale,
    y: (y + shiftY) * scale,
    bend: kind === "A"
      ? [bend[0] * scale, bend[1] * scale, ...bend.slice(2)]
      : bend.map((value, i) => (value + (i % 2 === 0 ? shiftX : shiftY)) * scale),
  }));
}

/**
 * Leaves out points of straight runs that lie within `tolerance` of the line through their neighbours:
 * the rule of Douglas and Peucker (1973).
 */
export function simplified(strokes: readonly PenStroke[], tolerance: number): readonly PenStroke[] {
  const kept: PenStroke[] = [];
  let run: PenStroke[] = [];
  const flush = () => {
    kept.push(...thinRun(run, tolerance));
    run = [];
  };
  for (const stroke of strokes) {
    if (stroke.kind === "L") run.push(stroke);
    else {
      flush();
      if (stroke.kind === "M") run.push(stroke);
      else kept.push(stroke);
    }
  }
  flush();
  return kept;
}

function thinRun(run: readonly PenStroke[], tolerance: number): readonly PenStroke[] {
  if (run.length < 3) return run;
  const keep = new Uint8Array(run.length);
  keep[0] = keep[run.length - 1] = 1;
  const open: (readonly [number, number])[] = [[0, run.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, last] = span;
    const [a, b] = [run[first], run[last]];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.hypot(dx, dy);
    let [worst, where] = [tolerance, -1];
    for (let i = first + 1; i < last; i++) {
      const [px, py] = [run[i].x - a.x, run[i].y - a.y];
      const distance = length === 0 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length;
      if (distance > worst) [worst, where] = [distance, i];
    }
    if (where < 0) continue;
    keep[where] = 1;
    open.push([first, where], [where, last]);
  }
  return run.filter((_, i) => keep[i] === 1);
}

/** Writes strokes as path data in whole numbers, each relative to the last, as short as it can be. */
export function writePath(strokes: readonly PenStroke[]): string {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let text = "";
  let last = "";
  const write = (command: string, numbers: readonly number[]) => {
    text += command === last ? "" : command;
    last = command;
    numbers.forEach((value, i) => {
      const glued = value < 0 || (i === 0 && /[a-zA-Z]$/.test(text));
      text += (glued ? "" : " ") + value;
    });
  };
  for (const stroke of strokes) {
    if (stroke.kind === "Z") {
      write("z", []);
      [x, y] = [startX, startY];
      continue;
    }
    const [toX, toY] = [Math.round(stroke.x), Math.round(stroke.y)];
    const [dx, dy] = [toX - x, toY - y];
    if (stroke.kind === "M") {
      write("M", [toX, toY]);
      [startX, startY, last] = [toX, toY, "M"];
    } else if (stroke.kind === "A") {
      const [rx, ry, ...flags] = stroke.bend;
      write("a", [Math.round(rx * 10) / 10, Math.round(ry * 10) / 10, ...flags, dx, dy]);
    } else if (stroke.kind === "C") {
      const bend = stroke.bend.map((value, i) => Math.round(value) - (i % 2 === 0 ? x : y));
      write("c", [...bend, dx, dy]);
    } else if (dy === 0) write("h", [dx]);
    else if (dx === 0) write("v", [dy]);
    else write("l", [dx, dy]);
    [x, y] = [toX, toY];
  }
  return text;
}
