import { escaped, unescaped } from "../../notebook/escaped.ts";
import type { Body } from "../cells.ts";
import type { Page } from "../page.ts";
import { setFormula } from "../mathematics.ts";
import type { Equation } from "./equations.ts";
import { GLOSSARY, type Mention, type Term } from "./glossary.ts";

/** What the index is made from: one chapter. */
export interface Indexed extends Pick<Page, "notebook" | "titleHtml" | "headings" | "html"> {
  readonly equations: readonly Equation[];
  readonly mentions: readonly Mention[];
}

/**
 * The index of the course: where each word of the glossary stands, and every numbered formula.
 *
 * @returns The page's HTML, with links as a notebook writes them; its headings.
 */
export function indexHtml(
  terms: readonly Term[],
  chapters: readonly Indexed[],
): Body {
  const headings = ["Words", "Equations"].map((text) => ({
    depth: 2,
    id: text,
    text,
    html: text,
  }));
  const words = terms.toSorted((a, b) => a.name.localeCompare(b.name, "en"))
    .map((term) => wordHtml(term, chapters));
  const equations = chapters.filter((one) => one.equations.length > 0).map(equationsHtml);
  const html = `<div class="cell text index">\n<h1 id="Index">Index</h1>\n` +
    `<p>A number names a chapter, and leads to the section in which it first speaks of the word.</p>\n` +
    `<h2 id="Words">Words</h2>\n<dl>\n${words.join("\n")}\n</dl>\n` +
    `<h2 id="Equations">Equations</h2>\n${equations.join("\n")}\n</div>`;
  return { html, headings };
}

function wordHtml({ name }: Term, chapters: readonly Indexed[]): string {
  const places = chapters.flatMap(({ notebook, headings, mentions }) => {
    const first = mentions.find(({ term }) => term === name);
    if (first === undefined) return [];
    const title = headings.find(({ id }) => id === first.section)?.text;
    const at = first.section === "" ? "" : `#${encodeURIComponent(first.section)}`;
    const words = title === undefined ? "" : ` title="${escaped(title)}"`;
    return [`<a href="../${notebook}${at}"${words}>${chapterOf(notebook)}</a>`];
  });
  const own = `glossary.md#${encodeURIComponent(name.replace(/\s/g, "-"))}`;
  return `<dt><a href="${own}">${escaped(name)}</a></dt><dd>${places.join(", ")}</dd>`;
}

function equationsHtml({ notebook, titleHtml, headings, html, equations }: Indexed): string {
  const sections = sectionsOf(html);
  const rows = equations.map(({ id, label, tex }) => {
    const title = headings.find((one) => one.id === sections.get(id));
    // A line of a table holds a formula's first line only where it is one: all are set small.
    const formula = setFormula({ tex, display: false });
    return `<tr><td><a href="../${notebook}#${id}">(${label})</a></td><td>${formula}</td>` +
      `<td>${title?.html ?? ""}</td></tr>`;
  });
  return `<h3 id="Equations-${chapterOf(notebook)}">${chapterOf(notebook)} · ${titleHtml}</h3>\n` +
    `<div class="table"><table><tbody>${rows.join("\n")}</tbody></table></div>`;
}

/** The section in which each numbered formula stands. */
function sectionsOf(html: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let section = "";
  const places = /<h2 id="([^"]*)">|<span class="equation" id="(eq-[\d-]+)">/g;
  for (const [, heading, equation] of html.matchAll(places)) {
    if (heading !== undefined) section = unescaped(heading);
    else found.set(equation, section);
  }
  return found;
}

const chapterOf = (notebook: string): number => parseInt(notebook);

/** Where the index stands beside the glossary, as a notebook would link to it. */
export const INDEX = GLOSSARY.replace("glossary.md", "index.md");
