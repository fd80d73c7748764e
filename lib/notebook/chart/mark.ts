import { flag, maybe, text } from "../../kinds.ts";
import type { KeysOf } from "../../check.ts";
import type { Beside, TitleText, Trace } from "../plotly.ts";
import { hoverSaid } from "./marks/hover.ts";
import type { Scale } from "./scale.ts";

/** Where things are in a panel, in drawing units: two a pixel, counted from the upper left. */
export interface Ground {
  /** Places along the x axis. */
  readonly x: Scale;
  /** Places along the y axis. */
  readonly y: Scale;
  /** The left edge. */
  readonly left: number;
  /** The right edge. */
  readonly right: number;
  /** The upper edge. */
  readonly top: number;
  /** The lower edge. */
  readonly bottom: number;
}

/** One thing drawn: a path, or words that nothing cuts off. */
export type Drawn = DrawnPath | DrawnWords;

/** A path, painted. */
export interface DrawnPath {
  /** Its painting, as SVG's attributes. */
  readonly paint: string;
  /** SVG's path data, in drawing units. */
  readonly path: string;
}

/** Words in a drawing. */
export interface DrawnWords {
  /** The words. */
  readonly words: string;
  /** Where they stand, in drawing units. */
  readonly x: number;
  /** The line they stand on, in drawing units. */
  readonly y: number;
  /** Which part of them stands there. @default {"start"} */
  readonly anchor?: "start" | "middle" | "end";
  /** Size, in pixels. @default {the drawing's} */
  readonly size?: number;
  /** Whether they are read upwards. @default {false} */
  readonly upwards?: boolean;
}

/** The values that a mark needs room for. */
export interface Cover {
  /** Lowest and highest on the x axis. */
  readonly x?: readonly [number, number];
  /** Lowest and highest on the y axis. */
  readonly y?: readonly [number, number];
  /** Whether its points need room at the left and the right. */
  readonly roomy?: boolean;
  /** Whether it stands on zero. */
  readonly grounded?: boolean;
}

/** What Plotly draws for a mark, over the axes `x` and `y`. */
export interface PlotlyParts {
  /** Data. */
  readonly traces?: readonly Trace[];
  /** Lines beside the data. */
  readonly shapes?: readonly Beside[];
  /** Words beside the data. */
  readonly annotations?: readonly (Beside & TitleText)[];
}

/** Something drawn in a panel. One small file for each kind says how, for both outputs. */
export interface Mark {
  /** Name in the legend. */
  readonly name: string;
  /** Whether it is in the legend. */
  readonly listed: boolean;
  /** Whether it is drawn from the start; else a click in the live chart's legend brings it. */
  readonly shown: boolean;
  /** What the axes must show. */
  readonly cover: Cover;
  /** Draws it. */
  readonly draw: (ground: Ground) => readonly Drawn[];
  /** What stands for it in the legend, on a ground from 0 to 1. @default {its name alone} */
  readonly sample?: () => Mark;
  /** Says it in Plotly's words. */
  readonly plotly: () => PlotlyParts;
}

/** What every kind of mark can be told. */
export interface MarkParts {
  /** Name in the legend. */
  readonly name: string;
  /** Whether it is in the legend. @default {true} */
  readonly listed?: boolean;
  /** Whether it is drawn from the start. @default {true} */
  readonly shown?: boolean;
  /** Marks of one group are switched on and off together. */
  readonly group?: string;
  /** What the pointer shows, as Plotly's template; `skip` where it passes over. */
  readonly hover?: string;
}

/** What a mark says of the legend: it is in there and drawn, unless it is told otherwise. */
export function legendWords(
  { name, listed = true, shown = true }: MarkParts,
): Pick<Mark, "name" | "listed" | "shown"> {
  return { name, listed, shown };
}

/** Name, group and hover text of a trace. */
export function traceWords(
  { name, group, hover }: MarkParts,
): Pick<Trace, "name"> & Readonly<Record<string, string | undefined>> {
  return {
    name,
    ...(hover === undefined ? {} : hover === "skip" ? { hoverinfo: "skip" } : hoverSaid(hover)),
    ...(group === undefined ? {} : { legendgroup: group }),
  };
}

/** What every mark may be given. */
export const markKeys: KeysOf<MarkParts> = {
  name: text,
  listed: maybe(flag),
  shown: maybe(flag),
  group: maybe(text),
  hover: maybe(text),
};
