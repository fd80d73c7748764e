import type { Axis as PlotlyAxis, Layout, Trace } from "../plotly.ts";
import { clear, faint, ink, letters as families } from "../theme.ts";
import { type Axis, type AxisLabel, axisTitle, unitAfter } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { type Frame, room } from "./frame.ts";
import type { Mark, PlotlyParts } from "./mark.ts";
import { box } from "./marks/hover.ts";
import type { SaidLayout } from "./plotly_types.ts";
import { separators } from "./ticks.ts";

/** How a live chart behaves. */
export interface Behaviour {
  /** The chart in words. */
  readonly caption: string;
  /** What the pointer picks. */
  readonly hovermode: Layout["hovermode"];
}

/**
 * Says a chart in Plotly's JSON. Its frame is written into it: margins, ranges and numbers along the axes
 * are ours, so that the live chart opens as the picture shows it.
 */
export function plotlyOf(
  chart: Chart,
  frame: Frame,
  { caption, hovermode }: Behaviour,
): { readonly data: readonly Trace[]; readonly layout: Layout } {
  const { height, margin, letters } = frame;
  const placed = chart.panels.map(({ marks }, i) => onAxis(marks.map(partsOf), chart, i));
  const data = placed.flatMap(({ traces }) => traces).map((trace): Trace =>
    trace.type === "heatmap" && chart.key !== undefined && frame.key !== undefined
      ? { ...trace, colorbar: colorBar(axisTitle(chart.key), frame.key) }
      : trace
  );
  const layout: Layout = {
    title: {
      text: frame.title.join("<br>"),
      x: 0.012,
      xref: "container",
      xanchor: "left",
      y: 1 - room.title / height,
      yref: "container",
      yanchor: "top",
      font: { size: letters.title },
    },
    height,
    autosize: true,
    margin,
    separators,
    font: { family: families, size: letters.size, color: ink },
    paper_bgcolor: clear,
    plot_bgcolor: clear,
    showlegend: frame.legend.length > 0,
    legend: {
      orientation: "h",
      x: 0,
      xanchor: "left",
      // In the container and not below the data: there Plotly keeps its room free at every width.
      y: 0,
      yref: "container",
      yanchor: "bottom",
      itemsizing: "constant",
    },
    hoverlabel: { bgcolor: box.ground, bordercolor: "#8a8a8a", font: { color: box.ink } },
    hovermode,
    hoversubplots: "axis",
    modebar: { bgcolor: clear, color: ink, activecolor: "#4f6cd6" },
    meta: { caption },
    barmode: data.some(({ type }) => type === "bar") ? "overlay" : undefined,
    shapes: placed.flatMap(({ shapes }) => shapes),
    annotations: placed.flatMap(({ annotations }) => annotations),
    xaxis: {
      ...axisSaid(frame.x),
      // Plotly itself keeps the upright axis' distance.
      ticklabelstandoff: room.below - room.pad,
      anchor: axisName("y", frame.panels.length - 1),
      ...(hovermode === "x unified"
        ? { unifiedhovertitle: { text: where(chart.x, frame.x) } }
        : {}),
    },
    ...Object.fromEntries(frame.panels.map(({ y, domain }, i) => [
      axisName("yaxis", i),
      { ...axisSaid(y), ...(frame.panels.length > 1 ? { domain } : {}) },
    ])),
  } satisfies SaidLayout;
  return { data, layout };
}

/** Heads what the pointer tells: where it is. Plotly's own heading has the ticks' ink, which its white box hides. */
function where(x: AxisLabel, { kind }: Axis): string {
  return `${x.label} ${kind === "category" ? "%{x}" : "%{x:.6~g}"}${unitAfter(x)}`;
}

function axisName(prefix: string, i: number): string {
  return i === 0 ? prefix : `${prefix}${i + 1}`;
}

/**
 * A mark's parts; what is not listed or not shown from the start says so. A listed mark of shapes alone has the first
 * of them in the legend, which takes the rest along.
 */
function partsOf(mark: Mark): PlotlyParts {
  const { traces = [], shapes = [], ...beside } = mark.plotly();
  const said = {
    ...(mark.listed ? {} : { showlegend: false }),
    ...(mark.shown ? {} : { visible: "legendonly" as const }),
  };
  const alone = mark.listed && traces.length === 0;
  const entry = { name: mark.name, legendgroup: mark.name };
  return {
    ...beside,
    traces: traces.map((trace) => ({ ...trace, ...said })),
    shapes: alone
      ? shapes.map((shape, i) => ({ ...shape, ...entry, showlegend: i === 0, ...said }))
      : shapes,
  };
}

/** The parts of a panel's marks, on the panel's own y axis. */
function onAxis(
  parts: readonly PlotlyParts[],
  { panels }: Chart,
  i: number,
): Required<PlotlyParts> {
  const yaxis = axisName("y", i);
  const moved = <T extends { readonly yref: string }>(one: T): T => ({
    ...one,
    yref: one.yref.replace(/^y(?= |$)/, yaxis),
  });
  return {
    traces: parts.flatMap(({ traces = [] }) => traces)
      .map((trace) => panels.length === 1 ? trace : { ...trace, yaxis }),
    shapes: parts.flatMap(({ shapes = [] }) => shapes.map(moved)),
    annotations: parts.flatMap(({ annotations = [] }) => annotations.map(moved)),
  };
}

function axisSaid({ title, kind, range, said }: Axis): PlotlyAxis {
  return {
    title: { text: title, font: { size: 13 }, standoff: room.standoff },
    ...(kind === "linear" ? {} : { type: kind }),
    range: kind === "log" ? [Math.log10(range[0]), Math.log10(range[1])] : range,
    ...said,
    ticks: "",
    gridcolor: faint,
    zerolinecolor: "rgba(128,128,128,0.5)",
    ...(kind === "linear" ? {} : { zeroline: false }),
    ...(kind === "category" ? { showgrid: false } : {}),
    automargin: true,
    // Plotly edges the line at the pointer in white, which glares on dark pages.
    showspikes: false,
  };
}

function colorBar(title: string, { said }: Axis) {
  return {
    title: { text: title, font: { size: 13 }, side: "right" as const },
    x: 1,
    xpad: room.key,
    y: 0.5,
    len: 1,
    ypad: 0,
    thickness: room.strip,
    outlinewidth: 0,
    ...said,
  };
}
