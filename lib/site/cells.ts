import {
  type Cell,
  joined,
  type JsonObject,
  type Notebook,
  outputsOf,
} from "../notebook_files/notebook_file.ts";
import { highlighted } from "./highlight.ts";
import { type Heading, renderMarkdown } from "./markdown.ts";
import { renderOutput } from "./outputs.ts";

/** A notebook's cells as a page holds them. */
export interface Body {
  readonly html: string;
  readonly headings: readonly Heading[];
  /** Whether the page needs the charting library. */
  readonly charts: boolean;
}

/**
 * Renders a notebook's cells, from the top.
 *
 * @param notebook The notebook, run.
 * @returns HTML, headings, and whether there are charts.
 * @throws {Error} Where a cell cannot be rendered; the message names it by its number.
 */
export function renderCells(notebook: Notebook): Body {
  const taken = new Set<string>();
  const headings: Heading[] = [];
  let charts = false;
  const parts = notebook.cells.map((cell, i) => {
    try {
      if (cell.cell_type === "code") {
        const shown = outputsOf(cell).map(renderOutput);
        charts ||= shown.some(({ chart }) => chart);
        return codeCell(cell, shown.map(({ html }) => html).join("\n"));
      }
      if (cell.cell_type !== "markdown") return "";
      const { html, headings: found } = renderMarkdown(withAttachments(cell), taken);
      headings.push(...found);
      return `<div class="cell text">\n${html}</div>`;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`cell ${i + 1}: ${why}`);
    }
  });
  return { html: parts.filter((part) => part !== "").join("\n"), headings, charts };
}

function codeCell(cell: Cell, outputs: string): string {
  const source = joined(cell.source);
  const code = `<pre class="source"><code>${highlighted(source, "typescript")}</code></pre>`;
  const { jupyter = {} } = (cell.metadata ?? {}) as { readonly jupyter?: JsonObject };
  const shownCode = jupyter.source_hidden === true
    ? `<details class="folded"><summary>Code</summary>${code}</details>`
    : code;
  const shownOutputs = jupyter.outputs_hidden === true && outputs !== ""
    ? `<details class="folded"><summary>Output</summary>${outputs}</details>`
    : outputs;
  return `<div class="cell code">\n${source.trim() === "" ? "" : shownCode}${shownOutputs}</div>`;
}

/** A Markdown cell's text with the pictures that the cell itself carries. */
function withAttachments(cell: Cell): string {
  const attachments = (cell.attachments ?? {}) as Readonly<Record<string, JsonObject>>;
  return joined(cell.source).replace(/attachment:([^)\s"]+)/g, (whole, name: string) => {
    const [type, content] = Object.entries(attachments[name] ?? {})[0] ?? [];
    return type === undefined ? whole : `data:${type};base64,${joined(content)}`;
  });
}
