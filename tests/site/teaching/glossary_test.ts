import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { renderMarkdown } from "../../../lib/site/markdown.ts";
import {
  GLOSSARY,
  type Mention,
  readGlossary,
  termMarker,
} from "../../../lib/site/teaching/glossary.ts";

const glossary = `# Words

## Lean

_Also: leans, leaning._

How far \`quotes\` move. See [there](a.md).

## Reach

_As: the reach,
a reach._

How far orders get.

## Standard error

An estimate's deviation.
`;
const terms = readGlossary(glossary);
/** The page's own words, without the meanings beside them. */
const words = (html: string) =>
  html.replace(/<span class="meaning"[\s\S]*?<\/span>/g, "").replace(/<[^>]*>/g, "");
const marks = (html: string) =>
  [...html.matchAll(/aria-describedby="[^"]*">([^<]*)</g)].map(([, word]) => word);

Deno.test("readGlossary() reads words, their forms and meanings in plain words", () => {
  assertEquals(terms, [
    {
      name: "Lean",
      forms: ["Lean", "leans", "leaning"],
      meaning: "How far quotes move. See there.",
    },
    { name: "Reach", forms: ["the reach", "a reach"], meaning: "How far orders get." },
    { name: "Standard error", forms: ["Standard error"], meaning: "An estimate's deviation." },
  ]);
  assertThrows(() => readGlossary("## A\n\n## B\n\nc"), Error, "A has no meaning");
});

Deno.test("termMarker() marks each word where a page has it first, and changes none", () => {
  const mark = termMarker(terms);
  const texts = ["<p>It leans. The\nreach, and leaning.</p>", "<p>The lean, the reach</p>"];
  const marked = texts.map(mark);
  assertEquals(marked.map(marks), [["leans", "The\nreach"], []]);
  assertEquals(marked.map(words), texts.map(words));
  assertStringIncludes(marked[0], `href="${GLOSSARY}#Lean" aria-describedby="term-1"`);
  assertStringIncludes(marked[0], 'role="tooltip" id="term-1">How far quotes move.');
});

Deno.test("termMarker() leaves code, links, headings, formulas and parts of words alone", () => {
  for (
    const text of [
      "<h2 id='a'>Lean</h2>",
      "<pre><code>lean</code></pre>",
      '<p><a href="b">the <em>lean</em></a></p>',
      '<p><code>lean</code> <img alt="lean"> <!-- lean --> clean leaner lean-to</p>',
      renderMarkdown("$\\text{lean}$\n\n$$\\text{lean}$$").html,
      "<div><table><tr><td>lean</td></tr></table></div>",
      "<details><summary>lean</summary></details><p>they reach far</p>",
    ]
  ) assertEquals(termMarker(terms)(text), text);
});

Deno.test("termMarker() goes on after what it leaves alone", () => {
  const html = termMarker(terms)(`${renderMarkdown("Let $a^{b}$ be the lean.").html}<p>leans</p>`);
  assertEquals(marks(html), ["lean"]);
});

Deno.test("termMarker() notes the sections that have a word", () => {
  const mentions: Mention[] = [];
  const mark = termMarker(terms, mentions);
  mark("<p>lean</p>");
  mark('<h2 id="One">One</h2><p>standard error, lean</p>');
  mark('<p>leans</p><h2 id="Two">Two</h2><p>leans</p>');
  assertEquals(mentions, [
    { term: "Lean", section: "" },
    { term: "Standard error", section: "One" },
    { term: "Lean", section: "One" },
    { term: "Lean", section: "Two" },
  ]);
});

Deno.test("The course's glossary: no form twice, short meanings, and every word in a chapter", async () => {
  const folder = new URL("../../../notebooks/", import.meta.url);
  const own = readGlossary(await Deno.readTextFile(new URL(GLOSSARY, folder)));
  const forms = own.flatMap((term) => term.forms.map((form) => form.toLowerCase()));
  assertEquals(forms.length, new Set(forms).size);
  assert(own.every(({ meaning }) => meaning.length > 20 && meaning.length < 300));
  const mentions: Mention[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    if (!/^\d\d_.*\.ipynb$/.test(name)) continue;
    const { cells } = JSON.parse(await Deno.readTextFile(new URL(name, folder)));
    const mark = termMarker(own, mentions);
    for (const { cell_type, source } of cells) {
      if (cell_type === "markdown") mark(renderMarkdown([source].flat().join("")).html);
    }
  }
  const spoken = new Set(mentions.map(({ term }) => term));
  assertEquals(own.filter(({ name }) => !spoken.has(name)).map(({ name }) => name), []);
});
