import { readable } from "./numbers.ts";
import { levelLine, type Panel } from "./panel.ts";
import { ink } from "./theme.ts";

/** A line across a chart at one value, with its name. */
export interface Mark {
  /** Where it stands. */
  readonly value: number;
  /** Its name. @default {the value} */
  readonly label?: string;
  /** The axis whose value it is: upright for `x`, level for `y`. @default {"x"} */
  readonly axis?: "x" | "y";
  /** Colour, as CSS writes it. @default {the grey of letters} */
  readonly color?: string;
}

const ROWS = 4;

/** How much of the chart's width a name takes at most. */
const NAME_SHARE = 0.3;

/**
 * The lines and words of marks. Names of upright lines stand at the top, each a row below the one to its
 * left, and point away from the middle mark where there is room, so that neighbours do not write over each
 * other.
 *
 * @param list The marks.
 * @param ends Where the x axis begins and ends, as far as it is known.
 */
export function marks(
  list: readonly Mark[] = [],
  ends: readonly [number, number] = [NaN, NaN],
): Required<Pick<Panel, "shapes" | "annotations">> {
  const upright = list
    .filter(({ axis = "x" }) => axis === "x")
    .toSorted((a, b) => a.value - b.value)
    .map((mark, i, all) =>
      uprightLine(mark, i % ROWS, nameSide(mark.value, ends, i < Math.floor(all.length / 2)))
    );
  const level = list
    .filter(({ axis }) => axis === "y")
    .map(({ value, label = readable(value), color }) => levelLine(value, label, color));
  return {
    shapes: [...upright, ...level].flatMap(({ shapes }) => shapes),
    annotations: [...upright, ...level].flatMap(({ annotations }) => annotations),
  };
}

/** Which side of an upright line its name stands on. */
function nameSide(
  value: number,
  [low, high]: readonly [number, number],
  preferLeft: boolean,
): "left" | "right" {
  const share = (value - low) / (high - low);
  if (share < NAME_SHARE) return "right";
  return preferLeft || share > 1 - NAME_SHARE ? "left" : "right";
}

function uprightLine(
  { value, label = readable(value), color = ink }: Mark,
  row: number,
  side: "left" | "right",
): Required<Pick<Panel, "shapes" | "annotations">> {
  return {
    shapes: [{
      type: "line",
      xref: "x",
      yref: "y domain",
      x0: value,
      x1: value,
      y0: 0,
      y1: 1,
      line: { color, width: 1.6, dash: "4px,3px" },
      layer: "above",
    }],
    annotations: label === "" ? [] : [{
      text: label,
      x: value,
      y: 1,
      xref: "x",
      yref: "y domain",
      showarrow: false,
      // The words end at the line where they stand on its left.
      xanchor: side === "left" ? "right" : "left",
      yanchor: "top",
      xshift: side === "left" ? -3 : 3,
      yshift: 0 - 16 * row,
      font: { size: 12, color: ink },
    }],
  };
}
