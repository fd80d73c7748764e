import { checkPositive, checkThat } from "../check.ts";
import { type Displayable, displayMethod, type MediaBundle } from "./display.ts";
import type { Trace } from "./plotly.ts";
import type { Annotation, Axis, Config, Layout, Shape } from "./plotly_layout.ts";
import { clear, faint, ink, letters } from "./theme.ts";

/** Plotly's MIME type: JupyterLab and VS Code draw it live. */
export const PLOTLY_TYPE = "application/vnd.plotly.v1+json";

/** A chart as plain data. Where it is a cell's last value, the notebook shows it. */
export interface Figure extends Displayable {
  /** What is drawn. */
  readonly data: readonly Trace[];
  /** Titles, axes, legend, letters. */
  readonly layout: Layout;
  /** How the chart behaves on its page. */
  readonly config: Config;
  /** The chart in words: for those who do not see it, and where nothing can be drawn. */
  readonly caption: string;
}

/** The words and the size of a figure; every figure takes them. */
export interface FigureText {
  /** Title. @default {a title that says what is shown} */
  readonly title?: string;
  /** The chart in words. @default {a sentence with the numbers shown} */
  readonly caption?: string;
  /** Height in pixels, > 0; the width is the page's. @default {380, or 720 where panels are stacked} */
  readonly height?: number;
}

/** What a {@linkcode figure} is made of. */
export interface FigureParts {
  /** What is drawn. */
  readonly data: readonly Trace[];
  /** Axes by their names: `xaxis`, `yaxis`, `xaxis2` … */
  readonly axes: Readonly<Record<`xaxis${string}` | `yaxis${string}`, Axis>>;
  /** Title, one line or more. */
  readonly title: string;
  /** The chart in words. */
  readonly caption: string;
  /** Height in pixels. @default {380} */
  readonly height?: number;
  /** What the pointer picks. @default {"closest"} */
  readonly hovermode?: Layout["hovermode"];
  /** Lines and rectangles beside the data. */
  readonly shapes?: readonly Shape[];
  /** Words beside the data. */
  readonly annotations?: readonly Annotation[];
  /** How bars of one place stand. */
  readonly barmode?: Layout["barmode"];
}

/**
 * Not `responsive`: JupyterLab and VS Code fit charts to their pages themselves, and where both do, the first
 * chart of a page in JupyterLab shrinks to a line when the window changes. A page of one's own sets it.
 */
const config: Config = {
  displaylogo: false,
  showSendToCloud: false,
  modeBarButtonsToRemove: ["lasso2d", "select2d", "autoScale2d"],
};

const TITLE_SIZE = 16;
const TITLE_WIDTH = 70;

/**
 * Makes a figure of traces and axes, in the look that all figures share.
 *
 * @param parts Traces, axes, words.
 * @returns The figure.
 * @throws {RangeError} Where the height is not > 0.
 * @throws {TypeError} Where title or caption is empty.
 *
 * @example
 * ```ts
 * import { figure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const square = figure({
 *   data: [{ type: "scatter", mode: "lines", name: "square", x: [0, 1, 2], y: [0, 1, 4] }],
 *   axes: { xaxis: { title: { text: "side (m)" } }, yaxis: { title: { text: "area (m²)" } } },
 *   title: "A square's area",
 *   caption: "The area of a square grows with the square of its side.",
 * });
 * assertEquals(square.layout.meta.caption, square.caption);
 * ```
 */
export function figure(parts: FigureParts): Figure {
  const action = "build figure";
  const { data, axes, caption, height = 380, hovermode = "closest" } = parts;
  checkPositive(action, "height", height);
  checkThat(action, "title", "some words", parts.title, parts.title.trim() !== "");
  checkThat(action, "caption", "some words", caption, caption.trim() !== "");
  const lines = wrapped(parts.title);
  const margin = { l: 64, r: 24, t: 22 + lines.length * (TITLE_SIZE + 6), b: 92 };
  const legend = {
    orientation: "h",
    x: 0,
    xanchor: "left",
    y: -62 / (height - margin.t - margin.b),
    yanchor: "top",
    ...(data.some(isFine) ? { itemsizing: "constant" } : {}),
  };
  const layout: Layout = {
    title: {
      text: lines.join("<br>"),
      x: 0.012,
      xref: "container",
      xanchor: "left",
      y: 1 - 12 / height,
      yref: "container",
      yanchor: "top",
      font: { size: TITLE_SIZE },
    },
    height,
    autosize: true,
    margin,
    font: { family: letters, size: 13, color: ink },
    paper_bgcolor: clear,
    plot_bgcolor: clear,
    showlegend: data.filter(({ showlegend }) => showlegend !== false).length > 1,
    legend,
    hoverlabel: { bgcolor: "#ffffff", bordercolor: "#8a8a8a", font: { color: "#222222" } },
    hovermode,
    hoversubplots: "axis",
    modebar: { bgcolor: clear, color: ink, activecolor: "#4f6cd6" },
    meta: { caption },
    ...(parts.barmode === undefined ? {} : { barmode: parts.barmode, bargap: 0.2 }),
    shapes: parts.shapes,
    annotations: parts.annotations,
    ...Object.fromEntries(Object.entries(axes).map(([name, axis]) => [name, dressed(axis)])),
  };
  return {
    data,
    layout,
    config,
    caption,
    [displayMethod]: (): MediaBundle => ({
      [PLOTLY_TYPE]: { data, layout, config },
      "text/plain": caption.startsWith(parts.title) ? caption : `${parts.title}\n\n${caption}`,
    }),
  };
}

function dressed(axis: Axis): Axis {
  return {
    gridcolor: faint,
    zerolinecolor: "rgba(128,128,128,0.5)",
    linecolor: "rgba(128,128,128,0.6)",
    automargin: true,
    // Plotly edges the line at the pointer in white, which glares on dark pages.
    showspikes: false,
    exponentformat: "power",
    ...(axis.type === "log" ? { tickformat: "~g" } : {}),
    ...axis,
    ...(axis.title === undefined ? {} : {
      title: { font: { size: 13 }, standoff: 10, ...axis.title },
    }),
  };
}

/** Whether a trace's markers are so small that the legend should show larger ones. */
function isFine(trace: Trace): boolean {
  return trace.type !== "heatmap" && (trace.marker?.size ?? Infinity) < 5;
}

/** Breaks a long title between words. */
function wrapped(title: string): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= TITLE_WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
