import { denoCommand } from "../deno_command.ts";
import type { Body } from "./cells.ts";
import type { Equation } from "./teaching/equations.ts";
import { escaped } from "../notebook/escaped.ts";
import { EXERCISES } from "./copy_notebooks.ts";
import { contentSecurityPolicy } from "./policy.ts";

/** One page of the site. */
export interface Page extends Body {
  /** The notebook's file name, or what links call a page that is made from another file. */
  readonly notebook: string;
  /** The page's file name. */
  readonly file: string;
  /** Its title in words. */
  readonly title: string;
  /** Its title as HTML. */
  readonly titleHtml: string;
  /** Its numbered formulas. @default {none} */
  readonly equations?: readonly Equation[];
  /** Whether a notebook of exercises stands beside the chapter. @default {false} */
  readonly exercises?: boolean;
}

const NAME = "Digital Market Maker";
/** Before anything is drawn, so that the chosen colours do not flash. */
const THEME =
  'try{const t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch{}';

/**
 * A whole page: contents, text, and the ways to the chapters before and after.
 *
 * @param pages All pages, in the course's order.
 * @param at Which of them.
 * @param runs Whether a JupyterLite stands beside the pages, in which the chapter can be run.
 */
export function pageHtml(pages: readonly Page[], at: number, runs: boolean = false): string {
  const page = pages[at];
  const title = at === 0 ? NAME : `${page.title} · ${NAME}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${
    escaped(contentSecurityPolicy([THEME, ...page.scripts ?? []]))
  }">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{}</script>
<script>${THEME}</script>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/katex.css">
<link rel="stylesheet" href="assets/site.css">
<script defer src="assets/site.js"></script>${
    page.charts ? '\n<script defer src="assets/charts.js"></script>' : ""
  }
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<header class="top">
<a class="brand" href="${addressed(pages[0].file)}">${NAME}</a>
<button type="button" class="menu" aria-controls="contents" aria-expanded="false" hidden>Contents</button>
<button type="button" class="theme" hidden></button>
</header>
<div class="page">
<nav id="contents" class="contents" aria-label="Contents">
${contents(pages, at)}
</nav>
<main id="text">
${runs && page.notebook.endsWith(".ipynb") ? runButtons(page) : ""}${page.html}
</main>
</div>
<nav class="around" aria-label="Before and after">
${neighbour(pages[at - 1], "prev", "← ")}
${neighbour(pages[at + 1], "next", "→ ")}
</nav>
</body>
</html>
`;
}

/** The ways to the chapter's notebook and to its exercises. A page from a folder can start no workers. */
function runButtons({ notebook, exercises = false }: Page): string {
  const button = (path: string, words: string) =>
    `<a class="button" href="notebooks/index.html?path=${encodeURIComponent(path)}">${words}</a> `;
  return `<p class="run">${button(notebook, "Run this chapter")}${
    exercises ? button(`${EXERCISES}/${notebook}`, "Work on its exercises") : ""
  }<span class="only-served" hidden>needs a served page: <code>${
    denoCommand("task site --serve")
  }</code></span>` +
    `</p>\n`;
}

function contents(pages: readonly Page[], at: number): string {
  const items = pages.map(({ notebook, file, titleHtml, headings }, i) => {
    const number = /^\d+/.exec(notebook)?.[0];
    const words = `${number ? `<span class="number">${number}</span>` : ""}${titleHtml}`;
    if (i !== at) return `<li><a href="${addressed(file)}">${words}</a></li>`;
    const sections = (notebook === "" ? [] : headings).filter(({ depth }) => depth === 2).map((
      { id, html },
    ) => `<li><a href="#${encodeURIComponent(id)}">${html}</a></li>`);
    const list = sections.length === 0 ? "" : `\n<ul>\n${sections.join("\n")}\n</ul>`;
    return `<li><a href="${addressed(file)}" aria-current="page">${words}</a>${list}</li>`;
  });
  return `<ol>\n${items.join("\n")}\n</ol>`;
}

/** A file's name as an address beside the page, whatever characters it has. */
function addressed(file: string): string {
  return escaped(encodeURIComponent(file));
}

function neighbour(page: Page | undefined, rel: "prev" | "next", arrow: string): string {
  if (page === undefined) return "<span></span>";
  const words = rel === "prev" ? `${arrow}${page.titleHtml}` : `${page.titleHtml} ${arrow.trim()}`;
  return `<a rel="${rel}" href="${addressed(page.file)}">${words}</a>`;
}
