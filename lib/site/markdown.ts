import { escaped, unescaped } from "../notebook/escaped.ts";
import { Marked, type Tokens } from "marked";
import { liftMathematics, plainMathematics, setMathematics } from "./mathematics.ts";
import { highlighted } from "./highlight.ts";
import type { Numbering } from "./teaching/equations.ts";

/** A heading of a page. */
export interface Heading {
  /** 1 for the title, 2 for sections and so on. */
  readonly depth: number;
  /** Where links find it. */
  readonly id: string;
  /** Its words, as HTML. */
  readonly html: string;
  /** Its words alone. */
  readonly text: string;
}

/** A text as a page holds it. */
export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/**
 * Renders a Markdown cell with marked, the parser that JupyterLab itself uses, so that the page reads as the
 * notebook does.
 *
 * @param taken Identifiers of headings before it, which get longer where they come again.
 * @param numbering What numbers its displayed formulas. @default {nothing: they have no numbers}
 * @returns HTML with its mathematics set, and its headings.
 */
export function renderMarkdown(
  markdown: string,
  taken: Set<string> = new Set(),
  numbering?: Numbering,
): Rendered {
  const { text, formulas } = liftMathematics(markdown);
  const headings: Heading[] = [];
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      heading({ tokens, depth }: Tokens.Heading): string {
        const inner = this.parser.parseInline(tokens);
        const words = plainMathematics(withoutTags(inner), formulas);
        const id = freshId(words, taken);
        headings.push({
          depth,
          id,
          text: words,
          html: setMathematics(withoutLinks(inner), formulas),
        });
        return `<h${depth} id="${escaped(id)}">${inner}</h${depth}>\n`;
      },
      code({ text, lang }: Tokens.Code): string {
        return `<pre><code>${highlighted(text, lang)}</code></pre>\n`;
      },
      table(table: Tokens.Table): string {
        return tableHtml(table, (tokens) => this.parser.parseInline(tokens));
      },
    },
  });
  const html = marked.parse(text, { async: false });
  return { html: setMathematics(html, formulas, numbering), headings };
}

/** Letters from which on a cell of a table holds a sentence. */
const WORDY = 24;

function tableHtml(
  { header, rows, align }: Tokens.Table,
  inline: (tokens: Tokens.TableCell["tokens"]) => string,
): string {
  const cell = (wanted: string, { tokens, text }: Tokens.TableCell, i: number) => {
    // An empty corner heads nothing.
    const tag = text === "" ? "td" : wanted;
    const side = align[i] === null ? "" : ` style="text-align:${align[i]}"`;
    // Sentences keep a width on a narrow page, where they would else stand word below word.
    const wordy = text.length > WORDY ? ' class="wordy"' : "";
    const scope = tag === "th" ? ' scope="col"' : "";
    return `<${tag}${side}${wordy}${scope}>${inline(tokens)}</${tag}>`;
  };
  const row = (tag: string, cells: readonly Tokens.TableCell[]) =>
    `<tr>${cells.map((one, i) => cell(tag, one, i)).join("")}</tr>`;
  return `<div class="table"><table><thead>${row("th", header)}</thead>` +
    `<tbody>${rows.map((cells) => row("td", cells)).join("")}</tbody></table></div>\n`;
}

/** An identifier as JupyterLab makes it, so that a link works in both: the words with dashes between. */
function freshId(words: string, taken: Set<string>): string {
  const wanted = words.trim().replace(/\s/g, "-");
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}

const withoutLinks = (html: string): string => html.replace(/<\/?a\b[^>]*>/g, "");

const withoutTags = (html: string): string => unescaped(html.replace(/<[^>]*>/g, ""));
