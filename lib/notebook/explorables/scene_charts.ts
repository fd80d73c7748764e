import type { Chart, Panel } from "../chart/chart.ts";
import type { Mark } from "../chart/mark.ts";
import { frameOf } from "../chart/frame.ts";
import { points } from "../chart/marks/points.ts";
import { type Picture, picture } from "../chart/svg.ts";
import { type Look, looks } from "../theme.ts";

/** A chart of a scene: one panel. */
export type SceneChart = Omit<Chart, "panels"> & Panel;

/** Sizes of an explorable's letters, in pixels. */
export const LETTERS = { size: 12, title: 14 } as const;

/** A scene's chart as all charts are said. */
export function chartOf({ y, marks, ...chart }: SceneChart): Chart {
  return { ...chart, panels: [{ y, marks }] };
}

/** A width at which every legend and title has its fewest rows, in pixels. */
const WIDE = 680;

/** The pictures of a scene's charts, so many pixels wide: a narrow one grows by its legend's rows, and its data keep their height. */
export function picturesOf(charts: readonly SceneChart[], width: number): readonly Picture[] {
  return charts.map((scene) => {
    const chart = chartOf(scene);
    const [here, wide] = [width, WIDE].map((one) => {
      const { margin } = frameOf(chart, one, LETTERS);
      return margin.t + margin.b;
    });
    const height = chart.height + Math.max(0, here - wide);
    return picture({ ...chart, height }, width, LETTERS);
  });
}

/** How the line looks at the mid, at zero and at what the controls have chosen. */
export const dashed: Look = { ...looks.mid, dash: "4px,3px" };

/** One point, which the legend leaves out. */
export function dot(look: Look, x: number, y: number, size = 10): Mark {
  return points({ name: "point", listed: false, look, size, x: [x], y: [y] });
}
