import type { Axis, Layout, Trace } from "../plotly.ts";
import { ink } from "../theme.ts";
import { inkedHover } from "./marks/hover.ts";

/** Letters of the page's own colour: JupyterLab's, VS Code's, else the grey that reads on most. */
const PAGE_INK = `color:var(--jp-content-font-color1,var(--vscode-editor-foreground,${ink}))`;

/**
 * The same JSON with letters in the page's own colour, which no single colour can be: the grey that reads
 * on white is too dark for JupyterLab's dark theme. Plotly passes a style in its small HTML on to the page.
 */
export function inked(
  data: readonly Trace[],
  layout: Layout,
): { readonly data: readonly Trace[]; readonly layout: Layout } {
  const [open, close] = [`<span style="${PAGE_INK}">`, "</span>"];
  const said = <T extends { readonly text: string }>(title: T): T => ({
    ...title,
    text: `${open}${title.text}${close}`,
  });
  const along = { tickprefix: open, ticksuffix: close };
  const axes = Object.entries(layout).filter(([key]) => /^[xy]axis/.test(key));
  const inkedAxis = (axis: unknown) => {
    const { title, ticktext, ...rest } = axis as Axis;
    return {
      ...rest,
      // Plotly puts nothing around words that it is given.
      ...(ticktext === undefined
        ? along
        : { ticktext: (ticktext as readonly string[]).map((words) => open + words + close) }),
      title: said(title),
    };
  };
  return {
    data: data.map((trace) => ({
      ...trace,
      name: `${open}${trace.name}${close}`,
      ...(typeof trace.hovertemplate === "string"
        ? { hovertemplate: inkedHover(trace.hovertemplate) }
        : {}),
      ...(trace.type === "heatmap" ? { colorbar: inkedAxis(trace.colorbar) } : {}),
    })),
    layout: {
      ...layout,
      title: said(layout.title),
      shapes: layout.shapes.map((shape) =>
        "name" in shape ? { ...shape, name: `${open}${shape.name}${close}` } : shape
      ),
      annotations: layout.annotations.map(said),
      ...Object.fromEntries(axes.map(([key, axis]) => [key, inkedAxis(axis)])),
    },
  };
}
