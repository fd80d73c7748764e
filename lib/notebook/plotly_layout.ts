import type { TitleText } from "./plotly.ts";

/** Letters. */
export interface Font {
  /** Families, the first that a page has. */
  readonly family?: string;
  /** Size, in pixels. */
  readonly size?: number;
  /** Colour, as CSS writes it. */
  readonly color?: string;
}

/** An axis. */
export interface Axis {
  /** What it measures, with unit. */
  readonly title?: TitleText;
  /** `log` for powers of ten. */
  readonly type?: "linear" | "log" | "category";
  /** Where it begins and ends. */
  readonly range?: readonly [number, number];
  /** Which part of the chart it takes, 0 to 1. */
  readonly domain?: readonly [number, number];
  /** The axis at which it stands. */
  readonly anchor?: string;
  /** Format of the numbers at the ticks, d3's. */
  readonly tickformat?: string;
  /** Distance of ticks; on a logarithmic axis `D2` for 1, 2 and 5, `L2` for multiples of 2. */
  readonly dtick?: number | string;
  /** Where ticks stand, with their words. */
  readonly tickvals?: readonly number[];
  /** Words at `tickvals`. */
  readonly ticktext?: readonly string[];
  /** Colour of the grid. */
  readonly gridcolor?: string;
  /** Colour of the line at zero. */
  readonly zerolinecolor?: string;
  /** Whether there is a grid. */
  readonly showgrid?: boolean;
  /** Whether there is a line at zero. */
  readonly zeroline?: boolean;
  /** Whether there is a line at the pointer. */
  readonly showspikes?: boolean;
  /** Whether margins grow with the labels. */
  readonly automargin?: boolean;
  /** Nothing: no short lines stand at the numbers. */
  readonly ticks: "";
  /** Most ticks. */
  readonly nticks?: number;
}

/** A line or rectangle drawn beside the data. */
export interface Shape {
  /** What it is. */
  readonly type: "line" | "rect";
  /** The x axis, or `x domain` for shares of its width. */
  readonly xref: string;
  /** The y axis, or `y domain` for shares of its height. */
  readonly yref: string;
  /** Where it begins. */
  readonly x0: number;
  /** Where it ends. */
  readonly x1: number;
  /** Where it begins. */
  readonly y0: number;
  /** Where it ends. */
  readonly y1: number;
  /** How its line is drawn. */
  readonly line: { readonly color: string; readonly width: number; readonly dash?: string };
  /** Whether data are drawn over it. */
  readonly layer: "below" | "above";
}

/** Words beside the data. */
export interface Annotation {
  /** The words. */
  readonly text: string;
  /** Where they stand. */
  readonly x: number;
  /** Where they stand. */
  readonly y: number;
  /** The x axis, or `paper`. */
  readonly xref: string;
  /** The y axis, or `y domain`, or `paper`. */
  readonly yref: string;
  /** Whether an arrow points to the place. */
  readonly showarrow: false;
  /** Which part of the words stands at the place. */
  readonly xanchor: "left" | "center" | "right";
  /** Which part of the words stands at the place. */
  readonly yanchor: "top" | "middle" | "bottom";
  /** Shift to the right, in pixels. */
  readonly xshift?: number;
  /** Shift upwards, in pixels. */
  readonly yshift?: number;
  /** The letters. */
  readonly font?: Font;
}

/** Everything about a chart but its data. */
export interface Layout {
  /** The title, at the top left. */
  readonly title: TitleText & {
    readonly x: number;
    readonly xref: "container" | "paper";
    readonly xanchor: "left";
    readonly y: number;
    readonly yref: "container";
    readonly yanchor: "top";
    readonly font: Font;
  };
  /** Height, in pixels; the width is the page's. */
  readonly height: number;
  /** Whether the chart takes the page's width. */
  readonly autosize: boolean;
  /** Room around the data, in pixels. */
  readonly margin: {
    readonly l: number;
    readonly r: number;
    readonly t: number;
    readonly b: number;
  };
  /** The point and what stands between thousands. */
  readonly separators: string;
  /** The letters. */
  readonly font: Font;
  /** The ground of the whole chart. */
  readonly paper_bgcolor: string;
  /** The ground behind the data. */
  readonly plot_bgcolor: string;
  /** Whether there is a legend. */
  readonly showlegend: boolean;
  /** The legend. */
  readonly legend: Readonly<Record<string, string | number | boolean>>;
  /** The box at the pointer. */
  readonly hoverlabel: Readonly<Record<string, string | number | Font>>;
  /** What the pointer picks. */
  readonly hovermode: "closest" | "x" | "x unified";
  /** Whether the pointer shows the traces of all panels on its x axis. */
  readonly hoversubplots: "axis";
  /** The buttons. */
  readonly modebar: Readonly<Record<string, string>>;
  /** The chart's words for those who do not see it. */
  readonly meta: { readonly caption: string };
  /** How bars of one place stand. */
  readonly barmode?: "group" | "overlay";
  /** Room between bars, 0 to 1. */
  readonly bargap?: number;
  /** Lines and rectangles beside the data. */
  readonly shapes?: readonly Shape[];
  /** Words beside the data. */
  readonly annotations?: readonly Annotation[];
  /** Axes: `xaxis`, `yaxis`, `xaxis2` … */
  readonly [axis: `xaxis${string}` | `yaxis${string}`]: Axis;
}

/** How a chart behaves on its page. */
export interface Config {
  /** Whether there is a button that sends the chart to Plotly's server: there is none. */
  readonly showSendToCloud: boolean;
  /** Whether Plotly's sign is shown. */
  readonly displaylogo: boolean;
  /** Buttons left out. */
  readonly modeBarButtonsToRemove: readonly string[];
}
