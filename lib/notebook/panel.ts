import { type Figure, figure, type FigureText } from "./figure.ts";
import type { Trace } from "./plotly.ts";
import type { Annotation, Axis, Layout, Shape } from "./plotly_layout.ts";
import { ink } from "./theme.ts";

/** What an axis measures. */
export interface AxisLabel {
  /** The quantity, in words, with its symbol where it has one. */
  readonly label: string;
  /** Its unit. @default {no unit} */
  readonly unit?: string;
  /** Whether the axis shows powers of ten evenly. @default {false} */
  readonly log?: boolean;
  /** Where the axis begins and ends, in the quantity's unit. @default {as the data need} */
  readonly range?: readonly [number, number];
}

/** The units of prices and times. */
export interface Units {
  /** Unit of prices and wealth. @default {"$"} */
  readonly price?: string;
  /** Unit of time. @default {"time units"} */
  readonly time?: string;
}

/** One picture without its frame: traces over an x axis, a y axis, and what stands beside the data. */
export interface Panel {
  /** What is drawn. */
  readonly traces: readonly Trace[];
  /** The y axis. */
  readonly yaxis: Axis;
  /** Lines beside the data, at `x` and `y`. */
  readonly shapes?: readonly Shape[];
  /** Words beside the data, at `x` and `y`. */
  readonly annotations?: readonly Annotation[];
}

/** Panels and the words around them. */
export interface PanelFigureOptions extends Required<Pick<FigureText, "title" | "caption">> {
  /** The x axis that all panels share. */
  readonly xaxis: Axis;
  /** Height in pixels. */
  readonly height?: number;
  /** What the pointer picks. @default {"x unified"} */
  readonly hovermode?: Layout["hovermode"];
  /** How bars of one place stand. */
  readonly barmode?: Layout["barmode"];
}

/** Most decades of a logarithmic axis on which numbers at 1, 2 and 5 have room. */
const FEW_DECADES = 5;

/**
 * An axis with its title: the quantity and, in brackets, its unit.
 *
 * @param label Quantity, unit, and how the axis runs.
 * @param ends Where the data begin and end, where it is known.
 */
export function axisOf(
  { label, unit, log = false, range }: AxisLabel,
  ends: readonly [number, number] = range ?? [NaN, NaN],
): Axis {
  const end = (value: number) => log ? Math.log10(value) : value;
  // Left alone, Plotly writes all nine digits of two decades, one over the other.
  const few = log && Math.log10(ends[1] / ends[0]) <= FEW_DECADES;
  return {
    title: { text: unit === undefined ? label : `${label} (${unit})` },
    ...(log ? { type: "log" as const } : {}),
    ...(few ? { dtick: "D2" } : {}),
    ...(range === undefined ? {} : { range: [end(range[0]), end(range[1])] as const }),
  };
}

/** The time axis of a session, from its beginning to its end or over a part of it. */
export function timeAxis(
  { time = "time units" }: Units = {},
  range?: readonly [number, number],
): Axis {
  return axisOf({ label: "Time t", unit: time, ...(range === undefined ? {} : { range }) });
}

/** A figure of one panel. */
export function panelFigure(panel: Panel, options: PanelFigureOptions): Figure {
  const { xaxis, hovermode = "x unified", ...text } = options;
  return figure({
    ...text,
    data: panel.traces,
    axes: { xaxis, yaxis: panel.yaxis },
    hovermode,
    shapes: panel.shapes,
    annotations: panel.annotations,
  });
}

const GAP = 0.045;

/**
 * A figure of panels one above the other, over one x axis.
 *
 * @param panels The panels, from the top; each with its share of the height.
 * @param options The x axis and the words.
 */
export function stackedFigure(
  panels: readonly (Panel & { readonly share: number })[],
  { xaxis, hovermode = "x unified", height = 720, ...text }: PanelFigureOptions,
): Figure {
  const total = panels.reduce((sum, { share }) => sum + share, 0);
  const scale = (1 - GAP * (panels.length - 1)) / total;
  let top = 1;
  const placed = panels.map((panel, i) => {
    const bottom = i === panels.length - 1 ? 0 : top - panel.share * scale;
    const domain = [bottom, top] as const;
    top = bottom - GAP;
    return { ...panel, domain, axis: i === 0 ? "y" : `y${i + 1}` };
  });
  const at = (name: string, axis: string) => name.replace(/^y(?= |$)/, axis);
  return figure({
    ...text,
    height,
    hovermode,
    data: placed.flatMap(({ traces, axis }) => traces.map((trace) => ({ ...trace, yaxis: axis }))),
    axes: Object.fromEntries([
      ["xaxis", { ...xaxis, anchor: placed[placed.length - 1].axis }],
      ...placed.map(({ yaxis, domain, axis }) => [
        axis.replace("y", "yaxis"),
        { ...yaxis, domain },
      ]),
    ]),
    shapes: placed.flatMap(({ shapes = [], axis }) =>
      shapes.map((shape) => ({ ...shape, yref: at(shape.yref, axis) }))
    ),
    annotations: placed.flatMap(({ annotations = [], axis }) =>
      annotations.map((note) => ({ ...note, yref: at(note.yref, axis) }))
    ),
  });
}

/** A level line across the panel, with its name at the right end. */
export function levelLine(
  value: number,
  label: string,
  color = ink,
): Required<Pick<Panel, "shapes" | "annotations">> {
  return {
    shapes: [{
      type: "line",
      xref: "x domain",
      yref: "y",
      x0: 0,
      x1: 1,
      y0: value,
      y1: value,
      line: { color, width: 1.2, dash: "2px,3px" },
      layer: "below",
    }],
    annotations: label === "" ? [] : [{
      text: label,
      x: 1,
      y: value,
      xref: "x domain",
      yref: "y",
      showarrow: false,
      xanchor: "right",
      yanchor: value < 0 ? "top" : "bottom",
      font: { size: 12, color: ink },
    }],
  };
}
