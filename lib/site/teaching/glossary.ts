import { escaped } from "../../notebook/escaped.ts";

/** The source of the course's words, in the notebooks' folder. */
export const GLOSSARY = "teaching/glossary.md";

/** A word of the course. */
export interface Term {
  /** The word itself. */
  readonly name: string;
  /** Every form in which a text may have it. */
  readonly forms: readonly string[];
  /** What it means, in plain words. */
  readonly meaning: string;
}

/**
 * Reads the glossary: a heading a word, `## Lean`, then a line of its other forms, `_Also: leans, leaning._`,
 * where it has some, then the paragraph that says what it means. A word that means other things as well has a
 * line `_As: the ask, our ask._` of the only forms in which a text means this one.
 *
 * @throws {Error} Where a word has no meaning; the message names it.
 */
export function readGlossary(markdown: string): readonly Term[] {
  return markdown.split(/^## /m).slice(1).map((entry) => {
    const [name, ...paragraphs] = entry.trim().split(/\n\s*\n/)
      .map((paragraph) => paragraph.replace(/\s+/g, " ").trim());
    const [, as, listed] = /^_(Also|As): (.*?)\._$/.exec(paragraphs[0] ?? "") ?? [];
    const words = paragraphs.slice(as === undefined ? 0 : 1).join(" ");
    if (words === "") throw new Error(`Cannot read the glossary as ${name} has no meaning`);
    const others = listed?.split(", ") ?? [];
    return { name, forms: as === "As" ? others : [name, ...others], meaning: plain(words) };
  });
}

/** Words without Markdown's marks. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[_*`$]/g, "");
}

/** Where a page speaks of a word: the section's identifier, empty before the first. */
export interface Mention {
  readonly term: string;
  readonly section: string;
}

// Names, code and formulas are not words of the text, tables cut off what stands over them, and a link already
// leads somewhere.
const skipped = /^(?:a|code|table|pre|h\d|summary|script|style|svg|button)$/;
const tokens = /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)([^>]*)>|[^<]+|</gi;

/**
 * Marks the words of the glossary in a chapter's texts, each where the page has it first.
 *
 * @param mentions Where every section that has a word is noted.
 * @returns What marks the page's next text; its words are links to the glossary, with their meaning beside
 * them for a pointer, the keyboard and those who listen.
 */
export function termMarker(
  terms: readonly Term[],
  mentions: Mention[] = [],
): (html: string) => string {
  const byForm = new Map(terms.flatMap((t) => t.forms.map((form) => [form.toLowerCase(), t])));
  const forms = [...byForm.keys()].toSorted((a, b) => b.length - a.length).map(asPattern);
  const words = new RegExp(
    `(?<![\\p{L}\\p{N}_-])(?:${forms.join("|")})(?![\\p{L}\\p{N}_-])`,
    "giu",
  );
  const shown = new Set<Term>();
  let section = "";
  const marked = (text: string): string =>
    text.replace(words, (word) => {
      const term = byForm.get(word.toLowerCase().replace(/\s+/g, " "))!;
      const known = mentions.some((one) => one.term === term.name && one.section === section);
      if (!known) mentions.push({ term: term.name, section });
      if (shown.has(term)) return word;
      shown.add(term);
      return termHtml(word, term, shown.size);
    });
  return (html) => {
    if (terms.length === 0) return html;
    let [inside, depth] = ["", 0];
    return html.replace(tokens, (token, close?: string, tag?: string, rest?: string) => {
      if (tag === undefined) return inside === "" && !token.startsWith("<") ? marked(token) : token;
      const name = tag.toLowerCase();
      const heading = name === "h2" ? /\bid="([^"]*)"/.exec(rest ?? "")?.[1] : undefined;
      if (heading !== undefined) section = heading;
      if (inside !== "") {
        if (name === inside) depth += close === "/" ? -1 : 1;
        if (depth === 0) inside = "";
      } else if (close === "" && (skipped.test(name) || /class="(?:katex|equation)/.test(rest!))) {
        [inside, depth] = [name, 1];
      }
      return token;
    });
  };
}

function asPattern(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+");
}

function termHtml(word: string, { name, meaning }: Term, n: number): string {
  const address = `${GLOSSARY}#${encodeURIComponent(name.replace(/\s/g, "-"))}`;
  return `<span class="term"><a href="${address}" aria-describedby="term-${n}">${word}</a>` +
    `<span class="meaning" role="tooltip" id="term-${n}">${escaped(meaning)}</span></span>`;
}
