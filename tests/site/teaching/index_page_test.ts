import { assertEquals, assertStringIncludes } from "@std/assert";
import { renderCells } from "../../../lib/site/cells.ts";
import { type Equation, numberedIn } from "../../../lib/site/teaching/equations.ts";
import { type Mention, readGlossary, termMarker } from "../../../lib/site/teaching/glossary.ts";
import { indexHtml } from "../../../lib/site/teaching/index_page.ts";

const terms = readGlossary("## Tape\n\nWhat happened.\n\n## Lean\n\n_Also: leans._\n\nHow far.");

function chapter(notebook: string, ...texts: readonly string[]) {
  const [equations, mentions]: [Equation[], Mention[]] = [[], []];
  const cells = texts.map((source) => ({ cell_type: "markdown", source, metadata: {} }));
  const { html, headings } = renderCells({ metadata: {}, cells }, {
    numbering: numberedIn(parseInt(notebook), equations),
    marked: termMarker(terms, mentions),
  });
  return { notebook, titleHtml: notebook, headings, html, equations, mentions };
}

Deno.test("indexHtml() leads to the section in which a chapter first has a word, and to each formula", () => {
  const two = "## 2. Two\n\nlean, tape\n\n$$y$$";
  const { html } = indexHtml(terms, [
    chapter("03_a.ipynb", "# A\n\n## 1. One\n\nIt leans.\n\n$$x$$", two),
    chapter("07_b.ipynb", "# B\n\nlean"),
  ]);
  const words = [...html.matchAll(/<dt>.*?>([^<]*)<\/a><\/dt><dd>(.*?)<\/dd>/g)];
  assertEquals(words.map(([, word]) => word), ["Lean", "Tape"]);
  assertEquals(
    words.map(([, , places]) => [...places.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)),
    [["../03_a.ipynb#1.-One", "../07_b.ipynb"], ["../03_a.ipynb#2.-Two"]],
  );
  assertStringIncludes(html, '<a href="../03_a.ipynb#eq-3-2">(3.2)</a>');
  assertEquals(html.split("<td>2. Two</td>").length, 2);
});
