import { UNIT } from "./scale.ts";

/** How a line is painted. */
export interface LinePaint {
  /** Colour, `#rrggbb`. */
  readonly color: string;
  /** Width, in pixels. @default {1} */
  readonly width?: number;
  /** Dashes, in pixels, as `4px,2px`; or `solid`. @default {"solid"} */
  readonly dash?: string;
  /** Opacity, 0 to 1. @default {1} */
  readonly opacity?: number;
}

/** A line's painting as SVG's attributes. */
export function stroke({ color, width = 1, dash = "solid", opacity = 1 }: LinePaint): string {
  const dashes = dash === "solid"
    ? ""
    : ` stroke-dasharray="${dash.split(",").map((part) => UNIT * parseFloat(part)).join(" ")}"`;
  return `fill="none" stroke="${color}" stroke-width="${round(UNIT * width)}"${dashes}` +
    (opacity === 1 ? "" : ` stroke-opacity="${opacity}"`);
}

/** A filling as SVG's attributes. */
export function filling(color: string, opacity = 1): string {
  return `fill="${color}"` + (opacity === 1 ? "" : ` fill-opacity="${opacity}"`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
