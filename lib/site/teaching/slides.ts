import {
  type Cell,
  joined,
  type JsonObject,
  type Notebook,
  tagsOf,
} from "../../notebook_files/notebook_file.ts";
import { escaped } from "../../notebook/escaped.ts";
import { type Body, renderCells } from "../cells.ts";

/** The tag of a cell that is shown in class. */
const SLIDE = "slide";

/** Most lines of code that a slide shows at once. */
const LINES = 5;

/**
 * The cells of a chapter that bear the tag `slide`, as slides: a text starts one, the code after it and what
 * that gave stand on the same.
 *
 * A slide has of its text what is pointed at, headings, formulas, lists, tables, questions and what is bold; the
 * other paragraphs are for the voice. Long code is folded: its outputs are what one looks at.
 *
 * @returns Its slides as one page's body; undefined where no cell has the tag.
 */
export function slidesOf(notebook: Notebook): Body | undefined {
  const groups: Cell[][] = [];
  for (const cell of notebook.cells.filter(isSlide)) {
    if (cell.cell_type === "markdown" || groups.length === 0) groups.push([cell]);
    else groups.at(-1)!.push(joined(cell.source).split("\n").length > LINES ? folded(cell) : cell);
  }
  if (groups.length === 0) return undefined;
  const taken = new Set<string>();
  const bodies = groups.map((cells) =>
    renderCells({ ...notebook, cells } as Notebook, { taken, marked: pointedAt })
  );
  const html = bodies.map(({ html, headings }, i) => {
    const name = `Slide ${i + 1} of ${bodies.length}`;
    const title = headings[0] === undefined ? "" : `: ${headings[0].text}`;
    return `<section class="slide" id="slide-${i + 1}" aria-label="${
      escaped(name + title)
    }">\n${html}\n` +
      `<p class="place">${i + 1} / ${bodies.length}</p>\n</section>`;
  });
  return {
    html: `<div class="slides">\n${html.join("\n")}\n</div>`,
    headings: bodies.flatMap(({ headings }) => headings),
    charts: bodies.some(({ charts }) => charts),
    scripts: bodies.flatMap(({ scripts = [] }) => scripts),
  };
}

/** A cell whose code waits for a click. */
function folded(cell: Cell): Cell {
  const { jupyter = {}, ...metadata } = (cell.metadata ?? {}) as { readonly jupyter?: JsonObject };
  return { ...cell, metadata: { ...metadata, jupyter: { ...jupyter, source_hidden: true } } };
}

/** Whether a chapter has slides. */
export function hasSlides({ cells }: Notebook): boolean {
  return cells.some(isSlide);
}

function isSlide(cell: Cell): boolean {
  return tagsOf(cell).includes(SLIDE);
}

/** A text without the paragraphs that are spoken. */
function pointedAt(html: string): string {
  return html.replace(
    /<p>[\s\S]*?<\/p>\n?/g,
    (paragraph) => /katex-display|<strong>|<img\b/.test(paragraph) ? paragraph : "",
  );
}
