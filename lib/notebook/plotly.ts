/**
 * The part of Plotly's format that the figures use, as types: plain JSON, no code of Plotly's.
 *
 * Names and meanings are Plotly's own; its figure reference explains every attribute.
 *
 * @module
 */
import type { Shown } from "./numbers.ts";

/** A value on an axis: a number, a category's name, or nothing. */
export type Place = Shown | string;

/** How a line is drawn. */
export interface LineStyle {
  /** Colour, as CSS writes it. */
  readonly color?: string;
  /** Width, in pixels. */
  readonly width?: number;
  /** Dashes: a name of Plotly's, or lengths in pixels. */
  readonly dash?: string;
  /** How points are joined: straight, or in steps. */
  readonly shape?: "linear" | "hv" | "hvh";
}

/** How markers are drawn. */
export interface MarkerStyle {
  /** Colour, as CSS writes it. */
  readonly color?: string;
  /** Plotly's name of the shape. */
  readonly symbol?: string;
  /** Size, in pixels. */
  readonly size?: number;
  /** Opacity, 0 to 1. */
  readonly opacity?: number;
  /** The outline. */
  readonly line?: LineStyle;
  /** Hatching of bars: it tells them apart without colour. */
  readonly pattern?: {
    readonly shape: string;
    readonly solidity: number;
    readonly size: number;
    readonly fillmode: "overlay";
    readonly fgcolor: string;
  };
}

/** Error bars: distances up and down from each point. */
export interface ErrorBars {
  /** Distances are given point by point. */
  readonly type: "data";
  /** Distances upwards. */
  readonly array: readonly Shown[];
  /** Distances downwards; the same as upwards where left out. */
  readonly arrayminus?: readonly Shown[];
  /** Colour, as CSS writes it. */
  readonly color?: string;
  /** Width of the line, in pixels. */
  readonly thickness?: number;
  /** Width of the caps, in pixels. */
  readonly width?: number;
}

/** What every kind of trace has. */
export interface AnyTrace {
  /** Name in the legend. */
  readonly name: string;
  /** Whether it has an entry in the legend. */
  readonly showlegend?: boolean;
  /** Traces of one group are switched on and off together. */
  readonly legendgroup?: string;
  /** `legendonly` for a trace that a click in the legend brings. */
  readonly visible?: true | "legendonly";
  /** What the pointer shows. */
  readonly hovertemplate?: string;
  /** `skip` for a trace that the pointer passes over. */
  readonly hoverinfo?: "skip" | "all";
  /** The x axis it belongs to: `x`, `x2` … */
  readonly xaxis?: string;
  /** The y axis it belongs to: `y`, `y2` … */
  readonly yaxis?: string;
}

/** Points, lines or both. */
export interface ScatterTrace extends AnyTrace {
  /** `scattergl` draws by WebGL, for many thousand points. */
  readonly type: "scatter" | "scattergl";
  /** What is drawn. */
  readonly mode: "lines" | "markers" | "lines+markers";
  /** Places on the x axis; `x0` and `dx` where they are evenly spaced. */
  readonly x?: readonly Place[];
  /** First place on the x axis. */
  readonly x0?: number;
  /** Distance of places on the x axis. */
  readonly dx?: number;
  /** Heights. */
  readonly y: readonly Place[];
  /** A text for each point, for the pointer. */
  readonly text?: readonly string[];
  /** The line. */
  readonly line?: LineStyle;
  /** The markers. */
  readonly marker?: MarkerStyle;
  /** Error bars in y. */
  readonly error_y?: ErrorBars;
  /** What is filled. */
  readonly fill?: "tozeroy" | "tonexty";
  /** Colour of the filling. */
  readonly fillcolor?: string;
  /** Opacity, 0 to 1. */
  readonly opacity?: number;
}

/** Bars. */
export interface BarTrace extends AnyTrace {
  /** Bars. */
  readonly type: "bar";
  /** Places or names on the x axis. */
  readonly x: readonly Place[];
  /** Heights. */
  readonly y: readonly Shown[];
  /** How the bars are drawn. */
  readonly marker?: MarkerStyle;
  /** Width, in units of x. */
  readonly width: number;
  /** The left edge, from the place on x. */
  readonly offset: number;
  /** Error bars in y. */
  readonly error_y?: ErrorBars;
}

/** A scale of colours: places from 0 to 1 and their colours. */
export type ColorScale = readonly (readonly [place: number, color: string])[];

/** Cells coloured by their value. */
export interface HeatMapTrace extends AnyTrace {
  /** Coloured cells. */
  readonly type: "heatmap";
  /** Columns' places or names. */
  readonly x: readonly Place[];
  /** Rows' places or names. */
  readonly y: readonly Place[];
  /** Values, row by row. */
  readonly z: readonly (readonly Shown[])[];
  /** Colours from the lowest to the highest value. */
  readonly colorscale: ColorScale;
  /** The value of the first colour. */
  readonly zmin?: number;
  /** The value of the last colour. */
  readonly zmax?: number;
  /** The key to the colours. */
  readonly colorbar?: ColorBar;
  /** Whether the pointer also shows cells without a value. */
  readonly hoverongaps: boolean;
}

/** The key to a heat map's colours. */
export interface ColorBar {
  /** What the colours mean, with unit. */
  readonly title: TitleText & { readonly side: "right" };
  /** Where the key stands, as a share of the data's width. */
  readonly x: number;
  /** Where its middle stands, as a share of the data's height. */
  readonly y: number;
  /** How high it is, as a share of the data's height. */
  readonly len: number;
  /** Distance to its left and right, in pixels. */
  readonly xpad: number;
  /** Distance above and below it, in pixels. */
  readonly ypad: number;
  /** Width of the bar, in pixels. */
  readonly thickness: number;
  /** Width of the bar's outline, in pixels. */
  readonly outlinewidth: number;
}

/** Anything that a chart draws data with. */
export type Trace = ScatterTrace | BarTrace | HeatMapTrace;

/** A title. */
export interface TitleText {
  /** The words; Plotly reads a little HTML. */
  readonly text: string;
  /** The letters. */
  readonly font?: { readonly size: number };
  /** Distance from the ticks' numbers, in pixels. */
  readonly standoff?: number;
}
