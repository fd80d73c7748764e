import {
  type Cell,
  joined,
  type JsonObject,
  type Notebook,
  outputsOf,
  tagsOf,
} from "../notebook_files/notebook_file.ts";
import type { Role } from "../notebook_files/folds.ts";
import { highlighted } from "./highlight.ts";
import { type Heading, renderMarkdown } from "./markdown.ts";
import { bareBase64, renderOutput } from "./outputs.ts";
import type { Numbering } from "./teaching/equations.ts";

/** A notebook's cells as a page holds them. */
export interface Body {
  readonly html: string;
  readonly headings: readonly Heading[];
  /** Whether the page needs the charting library. @default {false} */
  readonly charts?: boolean;
  /** The scripts between tags that outputs bring along. @default {none} */
  readonly scripts?: readonly string[];
}

/** What is done to a notebook's texts on the way. */
export interface TextOptions {
  /** What numbers displayed formulas. @default {nothing: they have no numbers} */
  readonly numbering?: Numbering;
  /** What marks words in a text's HTML. @default {nothing} */
  readonly marked?: (html: string) => string;
  /** Identifiers of headings before it. @default {none} */
  readonly taken?: Set<string>;
}

/**
 * Renders a notebook's cells, from the top.
 *
 * @throws {Error} Where a cell cannot be rendered; the message names it by its number.
 */
export function renderCells(notebook: Notebook, options: TextOptions = {}): Body {
  const { numbering, marked = (html) => html, taken = new Set<string>() } = options;
  const headings: Heading[] = [];
  const scripts: string[] = [];
  let charts = false;
  const parts = notebook.cells.map((cell, i) => {
    try {
      if (cell.cell_type === "code") {
        const shown = outputsOf(cell).map(renderOutput);
        charts ||= shown.some(({ chart }) => chart);
        scripts.push(...shown.flatMap(({ scripts }) => scripts));
        return codeCell(cell, shown.map(({ html }) => html).join("\n"));
      }
      if (cell.cell_type !== "markdown") return "";
      const { html, headings: found } = renderMarkdown(withAttachments(cell), taken, numbering);
      headings.push(...found);
      const answers = i > 0 && tagsOf(notebook.cells[i - 1]).includes("prediction-answer");
      return `<div class="cell text">\n${marked(answers ? firstFolded(html) : html)}</div>`;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`cell ${i + 1}: ${why}`);
    }
  });
  return { html: parts.filter((part) => part !== "").join("\n"), headings, charts, scripts };
}

function codeCell(cell: Cell, outputs: string): string {
  const source = joined(cell.source);
  const code = source.trim() === ""
    ? ""
    : `<pre class="source"><code>${highlighted(source, "typescript")}</code></pre>`;
  const { jupyter = {} } = (cell.metadata ?? {}) as { readonly jupyter?: JsonObject };
  const words = tagsOf(cell).map((tag) => summaries[tag]).find((found) => found !== undefined);
  const hidden = [jupyter.source_hidden === true, jupyter.outputs_hidden === true];
  const shown = hidden[0] && hidden[1]
    ? foldedAway(words ?? "Code and output", code + outputs)
    : (hidden[0] ? foldedAway(words ?? "Code", code) : code) +
      (hidden[1] ? foldedAway(words ?? "Output", outputs) : outputs);
  return `<div class="cell code">\n${shown}</div>`;
}

/** The paragraph after a prediction's outputs says the answer aloud: it waits with them. */
function firstFolded(html: string): string {
  return html.replace(/^<p>[\s\S]*?<\/p>\n?/, (first) => foldedAway("And what it means", first));
}

/** What the folded parts of a cell are called, by the cell's tag. */
const summaries: Readonly<Record<string, string>> = {
  "prediction-answer": "Predict first, then open what came out",
  solution: "The solution’s code and output",
  claims: "The checks’ code",
} satisfies Record<Role, string>;

function foldedAway(words: string, content: string): string {
  if (content === "") return "";
  return `<details class="folded"><summary>${words}</summary>${content}</details>`;
}

/** A Markdown cell's text with the pictures that the cell itself carries. */
function withAttachments(cell: Cell): string {
  const attachments = (cell.attachments ?? {}) as Readonly<Record<string, JsonObject>>;
  return joined(cell.source).replace(/attachment:([^)\s"]+)/g, (whole, name: string) => {
    const [type, content] = Object.entries(attachments[name] ?? {})[0] ?? [];
    if (type === undefined || !/^image\/[\w.+-]+$/.test(type)) return whole;
    return `data:${type};base64,${bareBase64(joined(content))}`;
  });
}
