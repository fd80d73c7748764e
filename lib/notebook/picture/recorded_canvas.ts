import { textWidth } from "./text_size.ts";

/** A rectangle painted on a canvas: `[x, y, width, height, red, green, blue, opacity]`. */
export type PaintedRectangle = readonly number[];

/** The two methods of a canvas that Plotly calls. */
export interface CanvasParts {
  /** The canvas's brush. */
  readonly getContext: (this: HTMLCanvasElement) => unknown;
  /** What was painted, as an address. */
  readonly toDataURL: (this: HTMLCanvasElement) => string;
}

const MARK = "data:rectangles,";

/** What a canvas of jsdom lacks: it keeps the rectangles painted on it, as text in place of an image. */
export function recordingCanvas(): CanvasParts {
  const painted = new WeakMap<object, number[][]>();
  return {
    getContext(this: HTMLCanvasElement): unknown {
      const rectangles: number[][] = [];
      painted.set(this, rectangles);
      return {
        fillStyle: "",
        fillRect(
          this: { readonly fillStyle: string },
          x: number,
          y: number,
          width: number,
          height: number,
        ): void {
          const color = /\(([^)]*)\)/.exec(this.fillStyle)?.[1].split(",").map(Number) ?? [];
          rectangles.push([x, y, width, height, ...color]);
        },
        measureText: (text: string) => ({ width: textWidth(text, 12) }),
        fillText: () => {},
      };
    },
    toDataURL(this: HTMLCanvasElement): string {
      return MARK + JSON.stringify(painted.get(this) ?? []);
    },
  };
}

/** The rectangles behind an image that a {@linkcode recordingCanvas} stands for. */
export function rectanglesOf(address: string): readonly PaintedRectangle[] {
  return address.startsWith(MARK) ? JSON.parse(address.slice(MARK.length)) : [];
}

/** Colours are rounded to steps of so many of 255: longer runs of one colour, and no eye sees it. */
const SHADE = 4;

/** Level strokes of one thickness, one path a colour. */
export interface ColorRuns {
  /** How thick all strokes are: as the thickest row, so that no gap stays between rows. */
  readonly thickness: number;
  /** Path data by colour. */
  readonly paths: ReadonlyMap<string, string>;
}

/**
 * Rectangles as strokes: neighbours of one colour become one stroke, and all strokes of a colour one path.
 * A picture of this kind needs no image format, so that no page refuses it.
 */
export function colorRuns(
  rectangles: readonly PaintedRectangle[],
  { shiftX, shiftY, scale }: { shiftX: number; shiftY: number; scale: number },
): ColorRuns {
  const paths = new Map<string, string>();
  // Cells without a value are painted in a colour without opacity.
  const sorted = rectangles.filter(([, , , , , , , opacity]) => opacity !== 0).toSorted((a, b) =>
    a[1] - b[1] || a[0] - b[0]
  );
  for (let i = 0; i < sorted.length;) {
    const [x, y, , height] = sorted[i];
    const color = shade(sorted[i]);
    let end = x;
    for (; i < sorted.length; i++) {
      const next = sorted[i];
      if (next[0] !== end || next[1] !== y || shade(next) !== color) break;
      end = next[0] + next[2];
    }
    const from = Math.round((x + shiftX) * scale);
    const level = Math.round((y + height / 2 + shiftY) * scale);
    const run = `M${from} ${level}h${Math.round((end - x) * scale)}`;
    paths.set(color, (paths.get(color) ?? "") + run);
  }
  const thickness = Math.max(0, ...rectangles.map(([, , , height]) => height)) * scale;
  return { thickness, paths };
}

function shade([, , , , ...color]: PaintedRectangle): string {
  const part = (at: number) =>
    Math.min(255, Math.round(color[at] / SHADE) * SHADE).toString(16).padStart(2, "0");
  return `#${part(0)}${part(1)}${part(2)}`;
}
