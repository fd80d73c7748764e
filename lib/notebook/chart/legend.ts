import type { Letters } from "./chart.ts";
import type { Mark } from "./mark.ts";
import { textWidth } from "./text_width.ts";

/** A name in the legend. */
export interface Entry {
  /** What is named. */
  readonly mark: Mark;
  /** The left edge of its sample, in pixels. */
  readonly x: number;
  /** The middle of its line, in pixels. */
  readonly y: number;
}

/** A sample's width, its distance from the name, and what Plotly keeps around both, in pixels. */
const [SAMPLE, GAP, AROUND] = [24, 10, 11];
/** A row's height, and what stands free above and below the rows, in pixels. */
const [ROW, EDGE] = [19, 10];

/** Where a sample ends and its name begins, in pixels from the entry's left edge. */
export const legendSample = { width: SAMPLE, height: 12, name: SAMPLE + GAP } as const;

/**
 * Places the names of marks in rows; none where a chart has one name alone, as its title says that.
 *
 * @param width The rows' width, in pixels.
 * @returns The entries, from the left edge of the data and, upwards, from the chart's lower edge.
 */
export function legendOf(
  marks: readonly Mark[],
  width: number,
  letters: Letters,
): { readonly entries: readonly Entry[]; readonly height: number } {
  const named = marks.filter(({ listed }) => listed);
  if (named.length < 2) return { entries: [], height: 0 };
  const widths = named.map(({ name }) =>
    legendSample.name + textWidth(name, letters.size) + AROUND
  );
  // As Plotly does: one row, or as many columns of one width as there is room for.
  const total = widths.reduce((a, b) => a + b, 0);
  const widest = Math.max(...widths);
  const columns = total <= width ? named.length : Math.max(1, Math.floor(width / widest));
  const height = ROW * Math.ceil(named.length / columns) + EDGE;
  const shown = named.filter((mark) => mark.shown);
  return {
    height,
    entries: shown.map((mark, i) => ({
      mark,
      x: columns === named.length
        ? shown.slice(0, i).reduce((sum, one) => sum + widths[named.indexOf(one)], 0)
        : widest * (i % columns),
      y: ROW * (Math.floor(i / columns) + 0.5) + 4 - height,
    })),
  };
}
