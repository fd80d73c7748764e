/**
 * Plotly's format: plain JSON, in Plotly's own names. Its figure reference explains every attribute; what is named
 * here is what a figure always has.
 *
 * @module
 */

/** Anything that a chart draws data with. */
export interface Trace {
  /** What it is: points and lines (`scattergl` by WebGL, for many thousand), bars, or coloured cells. */
  readonly type: "scatter" | "scattergl" | "bar" | "heatmap";
  /** Name in the legend. */
  readonly name: string;
  /** Everything else, in Plotly's words. */
  readonly [attribute: string]: unknown;
}

/** A title; Plotly reads a little HTML in its words. */
export interface TitleText {
  /** The words. */
  readonly text: string;
  /** Everything else, in Plotly's words. */
  readonly [attribute: string]: unknown;
}

/** An axis. */
export interface Axis {
  /** What it measures, with unit. */
  readonly title: TitleText;
  /** `log` for powers of ten; linear where it is left out. */
  readonly type?: "linear" | "log" | "category";
  /** Where it begins and ends; powers of ten where it is logarithmic. */
  readonly range: readonly [number, number];
  /** Which part of the chart's height it takes, 0 to 1. */
  readonly domain?: readonly [number, number];
  /** Everything else, in Plotly's words. */
  readonly [attribute: string]: unknown;
}

/** A line, a rectangle or words beside the data. */
export interface Beside {
  /** The y axis it belongs to, `y domain` for shares of its height. */
  readonly yref: string;
  /** Everything else, in Plotly's words. */
  readonly [attribute: string]: unknown;
}

/** Everything about a chart but its data. */
export interface Layout {
  /** The title, at the top left. */
  readonly title: TitleText;
  /** Height, in pixels; the width is the page's. */
  readonly height: number;
  /** Room around the data, in pixels. */
  readonly margin: Readonly<Record<"l" | "r" | "t" | "b", number>>;
  /** Lines and rectangles beside the data. */
  readonly shapes: readonly Beside[];
  /** Words beside the data. */
  readonly annotations: readonly (Beside & TitleText)[];
  /** What the pointer picks. */
  readonly hovermode: "closest" | "x" | "x unified";
  /** Axes: `xaxis`, `yaxis`, `yaxis2` … */
  readonly [axis: `xaxis${string}` | `yaxis${string}`]: Axis;
  /** Everything else, in Plotly's words. */
  readonly [attribute: string]: unknown;
}
