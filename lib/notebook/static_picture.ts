/**
 * Adds a still picture to every chart of a notebook, for pages on which nothing runs.
 *
 * **How a chart's output is laid out, and why.** The kernel sends Plotly's JSON and the caption as text;
 * this module adds `image/svg+xml`, after the run, so that nobody waits for it. A page shows the richest
 * format that it knows:
 *
 * - JupyterLab ranks Plotly's renderer (2, and safe, so also in notebooks not yet trusted) above HTML (50)
 *   and SVG (80): the chart is live. Without that renderer the picture shows.
 * - VS Code sorts `application/vnd.*` before everything else: live.
 * - GitHub, nbviewer and nbconvert know nothing of Plotly's type and take SVG.
 *
 * There is no `text/html`. Those three prefer HTML to SVG, then strip the scripts (GitHub the drawing as
 * well), and a chart in HTML would hold its data twice. The project's site, which has Plotly on its pages,
 * shows the picture and makes the chart live from the JSON. There is no PNG either: JupyterLab shows a
 * chart's PNG in place of the live chart until the pointer comes, and puts one of its own beside the chart
 * when a person saves the notebook; it is removed here.
 *
 * @module
 */
import { PLOTLY_TYPE } from "./figure.ts";
import type { PlotlyWindow } from "./picture/plotly_window.ts";
import { plainSvg } from "./picture/plain_svg.ts";
import { ink, letters } from "./theme.ts";

/** The MIME type of the pictures. */
export const PICTURE_TYPE = "image/svg+xml";

/** A notebook file's content, as far as it concerns pictures; everything else is kept as it is. */
export interface NotebookJson {
  /** The cells, from the top. */
  readonly cells: readonly NotebookCell[];
  /** Anything else. */
  readonly [key: string]: unknown;
}

/** A cell. */
export interface NotebookCell {
  /** What running it showed. */
  readonly outputs?: readonly NotebookOutput[];
  /** Anything else. */
  readonly [key: string]: unknown;
}

/** An output of a cell. */
export interface NotebookOutput {
  /** The output in every format it has. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Anything else. */
  readonly [key: string]: unknown;
}

/** A chart as it stands in a notebook file. */
export interface ChartJson {
  /** Plotly's traces. */
  readonly data: readonly Readonly<Record<string, unknown>>[];
  /** Plotly's layout. */
  readonly layout: Readonly<Record<string, unknown>> & {
    readonly height?: number;
    readonly meta?: { readonly caption?: string };
  };
}

/** Width of pictures, in pixels: about a notebook's column. */
const WIDTH = 800;
const MOST_BYTES = 20_000;
/** Most points of a cloud in a picture. */
const MOST_POINTS = 600;

/**
 * Adds a still picture to every chart of a notebook. The same notebook always gives the same bytes.
 *
 * @param notebook The content of a notebook file, run.
 * @returns The same notebook with an SVG picture in each chart's output; the given one if it has no chart.
 * @throws {TypeError} Where a chart holds what no picture can be made of.
 */
export async function addPictures<T extends NotebookJson>(notebook: T): Promise<T> {
  const charts = notebook.cells.flatMap(({ outputs = [] }) => outputs).filter(isChart);
  if (charts.length === 0) return notebook;
  const { plotlyWindow } = await import("./picture/plotly_window.ts");
  const window = await plotlyWindow();
  const drawn = new Map<NotebookOutput, NotebookOutput>();
  try {
    for (const output of charts) {
      const chart = output.data?.[PLOTLY_TYPE] as ChartJson;
      const { ["image/png"]: _saved, ...data } = output.data ?? {};
      const picture = await pictureOf(chart, window);
      drawn.set(output, { ...output, data: { ...data, [PICTURE_TYPE]: picture } });
    }
  } finally {
    window.close();
  }
  const cells = notebook.cells.map((cell) =>
    cell.outputs === undefined
      ? cell
      : { ...cell, outputs: cell.outputs.map((output) => drawn.get(output) ?? output) }
  );
  return { ...notebook, cells };
}

function isChart({ data }: NotebookOutput): boolean {
  return data !== undefined && data[PLOTLY_TYPE] !== undefined;
}

/** Draws one chart as plain SVG. */
export async function pictureOf(chart: ChartJson, window: PlotlyWindow): Promise<string> {
  const { data, layout } = structuredClone(chart);
  const height = layout.height ?? 380;
  const shown = data.filter(({ visible }) => visible !== "legendonly").map(still);
  const drawing = await window.draw({ data: shown, layout }, WIDTH, height);
  return plainSvg(window.parse(drawing), {
    caption: layout.meta?.caption ?? "",
    letters: { family: letters, size: 13, color: ink },
    mostBytes: MOST_BYTES,
  });
}

/** A trace as a picture can show it: nothing by WebGL, and of a cloud no more points than are seen. */
function still(trace: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const plain = trace.type === "scattergl" ? { ...trace, type: "scatter" } : trace;
  const { mode, y } = plain;
  if (mode !== "markers" || !Array.isArray(y) || y.length <= MOST_POINTS) return plain;
  const stride = Math.ceil(y.length / MOST_POINTS);
  const thin = (values: unknown) =>
    Array.isArray(values) ? values.filter((_, i) => i % stride === 0) : values;
  return { ...plain, x: thin(plain.x), y: thin(y), text: thin(plain.text) };
}
