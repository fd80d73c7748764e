import { shownColumn } from "../../numbers.ts";
import type { Drawn, Ground } from "../mark.ts";
import { stroke } from "../paint.ts";
import { pathOf } from "../path.ts";
import { UNIT } from "../scale.ts";
import { extentOf } from "../ticks.ts";

/** Ends of error bars around points. */
export interface ErrorEnds {
  /** Places. */
  readonly x: ArrayLike<number>;
  /** Heights. */
  readonly y: ArrayLike<number>;
  /** Lower ends; NaN where there is none. */
  readonly lower?: ArrayLike<number>;
  /** Upper ends; NaN where there is none. */
  readonly upper?: ArrayLike<number>;
}

/** Half the width of the caps and the width of the line, in pixels. */
const [CAP, THICKNESS] = [4, 1.4];

/** Error bars for both outputs; none where no ends are given. */
export function errorBars({ x, y, lower, upper }: ErrorEnds, color: string): {
  readonly cover: readonly [number, number];
  readonly draw: (ground: Ground) => readonly Drawn[];
  readonly said: Readonly<Record<string, unknown>>;
} | undefined {
  if (lower === undefined && upper === undefined) return undefined;
  const ends = [lower ?? y, upper ?? y];
  const distance = (end: ArrayLike<number>) =>
    shownColumn(Array.from(y, (value, i) => Math.abs(end[i] - value)));
  return {
    cover: extentOf(ends),
    draw(ground) {
      const path = Array.from(y, (_, i) => {
        const across = ground.x(x[i]);
        const [low, high] = ends.map((end) => ground.y(end[i]));
        if (![across, low, high].every(Number.isFinite)) return "";
        const cap = (height: number) =>
          pathOf([[across - UNIT * CAP, height], [across + UNIT * CAP, height]]);
        return cap(low) + cap(high) + pathOf([[across, low], [across, high]]);
      }).join("");
      return path === "" ? [] : [{ paint: stroke({ color, width: THICKNESS }), path }];
    },
    said: {
      type: "data",
      array: distance(ends[1]),
      arrayminus: distance(ends[0]),
      color,
      thickness: THICKNESS,
      width: CAP,
    },
  };
}
