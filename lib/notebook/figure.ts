import { axisKeys, axisWords, colorScale } from "./chart_kinds.ts";
import { keyed, listOf, maybe, number, pair, shaped, text, word } from "../kinds.ts";
import { checkKeys, checkPositive, checkThat, type KeysOf, type Kind } from "../check.ts";
import type { AxisWords } from "./chart/axis.ts";
import type { Chart, ColorKey, Panel } from "./chart/chart.ts";
import { frameOf } from "./chart/frame.ts";
import { inked } from "./chart/inked.ts";
import { plotlyOf } from "./chart/plotly.ts";
import { picture, svgOf } from "./chart/svg.ts";
import { type Displayable, displayMethod, type MediaBundle } from "./display.ts";
import { PICTURE_TYPE, PLOTLY_TYPE, svgImage } from "./media.ts";
import type { Layout, Trace } from "./plotly.ts";
import { ink } from "./theme.ts";

/**
 * A chart as plain data. Where it is a cell's last value, the notebook shows it.
 *
 * **What a page shows.** The value shows itself in four formats, of which a page takes the richest that it
 * knows. JupyterLab and VS Code know Plotly's and draw the chart live, also in a notebook not yet trusted.
 * GitHub, nbviewer and nbconvert know nothing of Plotly's type and take the HTML, which is the still picture
 * as an image with the caption as its alternative text: SVG alone reaches their pages as an image that says
 * nothing. The project's site shows the SVG and makes the chart live from the JSON. There is no PNG:
 * JupyterLab shows a chart's PNG in place of the live chart until the pointer comes.
 */
export interface Figure extends Displayable {
  /** The chart before anybody draws it: axes and marks. */
  readonly chart: Chart;
  /** What Plotly draws. */
  readonly data: readonly Trace[];
  /** Titles, axes, legend, letters, in Plotly's words. */
  readonly layout: Layout;
  /** How the chart behaves on its page. */
  readonly config: Readonly<Record<string, unknown>>;
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

/** What every figure may be given. */
export const figureTextKeys: KeysOf<FigureText> = {
  title: maybe(text),
  caption: maybe(text),
  height: maybe(number),
};

/** What a {@linkcode figure} is made of: one panel's y axis and marks, or several panels. */
export interface FigureParts extends Partial<Panel> {
  /** The x axis. */
  readonly x: AxisWords;
  /** Panels one above the other, in place of `y` and `marks`. */
  readonly panels?: readonly Panel[];
  /** The key to a map's colours. */
  readonly key?: ColorKey;
  /** Title. */
  readonly title: string;
  /** The chart in words. */
  readonly caption: string;
  /** Height in pixels, > 0. @default {380, or 720 where panels are stacked} */
  readonly height?: number;
  /** What the pointer picks. @default {"x unified"} */
  readonly hovermode?: Layout["hovermode"];
}

const someMarks: Kind = listOf("marks, such as line({ … })", shaped("mark"), 1);

/**
 * Not `responsive`: JupyterLab and VS Code fit charts to their pages themselves, and where both do, the first
 * chart of a page in JupyterLab shrinks to a line when the window changes. A page of one's own sets it.
 */
const config = {
  displaylogo: false,
  showSendToCloud: false,
  modeBarButtonsToRemove: ["lasso2d", "select2d", "autoScale2d"],
};

/** Width of pictures, in pixels: about a notebook's column. */
const WIDTH = 800;
const LETTERS = { size: 13, title: 16 } as const;

/**
 * Makes a figure of axes and marks, in the look that all figures share.
 *
 * @param parts Axes, marks, words.
 * @returns The figure.
 * @throws {RangeError} Where the height is not > 0.
 * @throws {TypeError} Where title or caption is empty, or there is nothing to draw.
 *
 * @example
 * ```ts
 * import { figure, line, looks } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const square = figure({
 *   x: { label: "Side", unit: "m" },
 *   y: { label: "Area", unit: "m²" },
 *   marks: [line({ name: "square", x: [0, 1, 2], y: [0, 1, 4], look: looks.other })],
 *   title: "A square's area",
 *   caption: "The area of a square grows with the square of its side.",
 * });
 * assertEquals(square.layout.xaxis.range, [0, 2]);
 * ```
 */
export function figure(parts: FigureParts): Figure {
  const action = "build figure";
  checkKeys<FigureParts>(action, parts, {
    x: axisWords,
    panels: maybe(
      listOf("panels", keyed<Panel>({ y: axisWords, marks: someMarks, share: maybe(number) }), 1),
    ),
    key: maybe(keyed<ColorKey>({ ...axisKeys, colors: colorScale, range: pair })),
    title: text,
    caption: text,
    height: maybe(number),
    hovermode: maybe(word("closest", "x", "x unified")),
    y: maybe(axisWords),
    marks: maybe(someMarks),
    share: maybe(number),
  });
  const { x, y, marks, key, title, caption, hovermode = "x unified" } = parts;
  const panels = parts.panels ?? (y === undefined ? [] : [{ y, marks: marks ?? [] }]);
  const height = parts.height ?? (panels.length > 1 ? 720 : 380);
  checkPositive(action, "height", height);
  checkThat(action, "title", "some words", title, title.trim() !== "");
  checkThat(action, "caption", "some words", caption, caption.trim() !== "");
  const drawn = panels.length > 0 && panels.every((panel) => panel.marks.length > 0);
  checkThat(action, "marks", "at least one in each panel", "none", drawn);
  const chart: Chart = { title, height, x, panels, ...(key === undefined ? {} : { key }) };
  const frame = frameOf(chart, WIDTH, LETTERS);
  const { data, layout } = plotlyOf(chart, frame, { caption, hovermode });
  return {
    chart,
    data,
    layout,
    config,
    caption,
    [displayMethod](): MediaBundle {
      const svg = svgOf([picture(chart, WIDTH, LETTERS)], { color: ink, words: caption });
      return {
        [PLOTLY_TYPE]: { ...inked(data, layout), config },
        [PICTURE_TYPE]: svg,
        "text/html": svgImage(svg, caption),
        "text/plain": caption.startsWith(title) ? caption : `${title}\n\n${caption}`,
      };
    },
  };
}
