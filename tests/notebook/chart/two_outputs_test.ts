import { assert, assertEquals, assertLessOrEqual } from "@std/assert";
import { frameOf } from "../../../lib/notebook/chart/frame.ts";
import type { Drawn, Ground, Mark } from "../../../lib/notebook/chart/mark.ts";
import { picture } from "../../../lib/notebook/chart/svg.ts";
import { UNIT } from "../../../lib/notebook/chart/scale.ts";
import type { Figure } from "../../../lib/notebook/figure.ts";
import type { Axis } from "../../../lib/notebook/plotly.ts";
import type { BarTrace, HeatMapTrace, Place, RuleShape, ScatterTrace } from "../figures/traces.ts";
import { everyFigure } from "../figures/every_figure.ts";

type Trace = ScatterTrace | BarTrace | HeatMapTrace;

/** Half a pixel, in drawing units. */
const HALF = UNIT / 2;
const WIDTH = 800;
const LETTERS = { size: 13, title: 16 };

type Point = readonly [x: number, y: number];

/** Corners of a path of M, H, h, v, l and z, piece by piece. */
function cornersOf(path: string): readonly (readonly Point[])[] {
  const found: Point[][] = [];
  let [x, y] = [0, 0];
  for (const [, letter, list] of path.matchAll(/([MHhvlza])([^MHhvlza]*)/g)) {
    const numbers = (list.match(/-?[\d.]+/g) ?? []).map(Number);
    if (letter === "z") found.at(-1)!.push(found.at(-1)![0]);
    const size = letter === "M" || letter === "l" ? 2 : 1;
    for (let i = 0; letter !== "z" && letter !== "a" && i < numbers.length; i += size) {
      if (letter === "M") {
        [x, y] = numbers;
        found.push([]);
      } else if (letter === "H") x = numbers[i];
      else if (letter === "h") x += numbers[i];
      else if (letter === "v") y += numbers[i];
      else [x, y] = [x + numbers[i], y + numbers[i + 1]];
      found.at(-1)!.push([x, y]);
    }
  }
  return found;
}

function distanceTo([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / square;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(px - ax - share * dx, py - ay - share * dy);
}

/** How far a place is from what is drawn, in drawing units. */
function distance(place: Point, pieces: readonly (readonly Point[])[]): number {
  return Math.min(
    ...pieces.flatMap((piece) =>
      piece.map((corner, i) => distanceTo(place, corner, piece[Math.min(i + 1, piece.length - 1)]))
    ),
  );
}

/** Where Plotly puts a value, by its own rules: JSON alone, nothing of the grammar's scales. */
function plotlyPlace(figure: Figure, axis: Axis, value: Place, side: "x" | "y"): number {
  const { margin: { l, r, t, b }, height } = figure.layout;
  const [from, to] = axis.range!;
  const names = side === "x" ? figure.chart.x.names : figure.chart.panels[0].y.names;
  const number = axis.type === "category"
    ? typeof value === "string" ? names!.indexOf(value) : Number(value)
    : axis.type === "log"
    ? Math.log10(Number(value))
    : Number(value);
  const share = (number - from) / (to - from);
  if (side === "x") return UNIT * (l + share * (WIDTH - l - r));
  const [low, high] = axis.domain ?? [0, 1];
  return UNIT * (t + (1 - low - share * (high - low)) * (height - t - b));
}

/** The points that a trace shows, as its JSON says. */
function pointsOf(
  trace: Exclude<Trace, { type: "heatmap" }>,
): readonly (readonly [Place, Place])[] {
  const at = (i: number): Place =>
    trace.x?.[i] ?? (trace.type === "bar" ? null : trace.x0! + i * trace.dx!);
  return trace.y.map((y, i) => [at(i), y] as const)
    .filter(([x, y]) => x !== null && y !== null);
}

function colorOf(trace: Trace): string {
  if (trace.type === "heatmap") return "";
  const line = trace.type === "bar" ? undefined : trace.line?.color;
  return line ?? trace.marker?.color ?? "";
}

/** A colour of Plotly's JSON as SVG has it. */
function plain(color: string): string {
  const parts = /^rgba\((\d+),(\d+),(\d+)/.exec(color)?.slice(1);
  return parts === undefined
    ? color
    : `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}

function compare(name: string, figure: Figure, mark: Mark, ground: Ground, row: number): void {
  const drawn = mark.draw(ground);
  const said = mark.plotly();
  const { xaxis } = figure.layout;
  const yaxis = figure.layout[`yaxis${row === 0 ? "" : row + 1}`];
  const painted = (color: string) =>
    drawn.filter((one: Drawn) => "path" in one && one.paint.includes(`"${color}"`))
      .flatMap((one) => "path" in one ? cornersOf(one.path) : []);
  for (const trace of (said.traces ?? []) as readonly Trace[]) {
    if (trace.type === "heatmap") continue;
    const pieces = painted(plain(colorOf(trace)));
    const all = pointsOf(trace);
    const cloud = all.length > 600 && trace.type !== "bar" && trace.mode === "markers";
    if (all.length === 0) continue;
    assert(pieces.length > 0, `${name}: ${mark.name} has its colour`);
    const width = trace.type === "bar" ? trace.width : 0;
    for (const [x, y] of all) {
      if (trace.type === "bar" && y === 0) continue;
      const across = plotlyPlace(figure, xaxis, x, "x");
      const shift = trace.type === "bar"
        ? (trace.offset + width / 2) * (plotlyPlace(figure, xaxis, 1, "x") -
          plotlyPlace(figure, xaxis, 0, "x"))
        : 0;
      const place: Point = [across + shift, plotlyPlace(figure, yaxis, y, "y")];
      const far = distance(place, pieces);
      const marker = trace.type !== "bar" && trace.mode === "markers"
        ? UNIT * 1.3 * (trace.marker?.size ?? 7) / 2
        : 0;
      if (!cloud) assertLessOrEqual(far, HALF + marker, `${name}: ${mark.name} at ${x}, ${y}`);
    }
  }
  for (const shape of (said.shapes ?? []) as readonly RuleShape[]) {
    const { left, right, top, bottom } = ground;
    const across = (value: number) =>
      shape.xref === "x domain"
        ? left + value * (right - left)
        : plotlyPlace(figure, xaxis, value, "x");
    const up = (value: number) =>
      shape.yref === "y domain"
        ? bottom - value * (bottom - top)
        : plotlyPlace(figure, yaxis, value, "y");
    for (const [x, y] of [[shape.x0, shape.y0], [shape.x1, shape.y1]]) {
      const far = distance([across(x), up(y)], painted(shape.line.color));
      assertLessOrEqual(far, HALF, `${name}: ${mark.name} at ${x}, ${y}`);
    }
  }
  const words = drawn.flatMap((one) => "words" in one ? [one.words] : []);
  assertEquals(words, (said.annotations ?? []).map(({ text }) => text), `${name}: ${mark.name}`);
}

for (const [name, figure] of Object.entries(everyFigure())) {
  Deno.test(`${name} figure: Plotly's JSON and the picture agree mark by mark`, () => {
    const frame = frameOf(figure.chart, WIDTH, LETTERS);
    for (const [row, { marks }] of figure.chart.panels.entries()) {
      for (const mark of marks) compare(name, figure, mark, frame.panels[row].ground, row);
    }
  });

  Deno.test(`${name} figure: names, axes and numbers are the same in both`, () => {
    const { content } = picture(figure.chart, WIDTH, LETTERS);
    const frame = frameOf(figure.chart, WIDTH, LETTERS);
    const written = [...content.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) =>
      words.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&")
    );
    const listed = figure.data
      .filter(({ showlegend, visible }) => showlegend !== false && visible !== "legendonly")
      .map((trace) => trace.name);
    for (const one of figure.layout.showlegend ? listed : []) assert(written.includes(one), one);
    for (const line of figure.layout.title.text.split("<br>")) assert(written.includes(line), line);
    const axes = Object.entries(figure.layout).filter(([key]) => /^[xy]axis/.test(key));
    for (const [, axis] of axes) assert(written.includes((axis as Axis).title!.text));
    for (const { ticks } of [frame.x, ...frame.panels.map(({ y }) => y)]) {
      for (const [, words] of ticks) assert(written.includes(words), words);
    }
  });
}

Deno.test("a picture of a map has every cell that has a value in the colour that Plotly gives it", () => {
  const { heatMap } = everyFigure();
  const [mark] = heatMap.chart.panels[0].marks;
  const { ground } = frameOf(heatMap.chart, WIDTH, LETTERS).panels[0];
  const cells = mark.draw(ground).flatMap((one) =>
    "path" in one
      ? cornersOf(one.path).map((piece) => ({
        color: /stroke="(#\w+)"/.exec(one.paint)![1],
        piece,
      }))
      : []
  );
  // Five values; −1 twice, in two rows.
  assertEquals(cells.length, 5);
  assertEquals(new Set(cells.map(({ color }) => color)).size, 4);
  const width = cells.map(({ piece: [[from], [to]] }) => to - from);
  const whole = ground.right - ground.left;
  // Edges half way between columns 1, 2, 4: widths 1, 1.5, 2.
  const shares = width.map((one) => Math.round(4.5 * one / whole * 100) / 100).toSorted();
  assertEquals(shares, [1, 1, 1.5, 1.5, 2]);
});
