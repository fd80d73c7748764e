import { assertEquals, assertStringIncludes } from "@std/assert";
import { renderMarkdown } from "../../../lib/site/markdown.ts";
import { type Equation, numberedIn } from "../../../lib/site/teaching/equations.ts";

Deno.test("renderMarkdown() numbers displayed formulas through a chapter, and none within a line", () => {
  const found: Equation[] = [];
  const numbering = numberedIn(4, found);
  const taken = new Set<string>();
  const first = renderMarkdown("Let $x$ be\n\n$$x = 1$$\n\nand\n\n$$y = 2$$", taken, numbering);
  const second = renderMarkdown("\\begin{align}z &= 3\\end{align}", taken, numbering);
  assertEquals(found.map(({ label, tex }) => [label, tex.trim()]), [
    ["4.1", "x = 1"],
    ["4.2", "y = 2"],
    ["4.3", "\\begin{align}z &= 3\\end{align}"],
  ]);
  assertEquals(first.html.split('class="equation"').length - 1, 2);
  assertStringIncludes(first.html, 'href="#eq-4-2" aria-label="Equation 4.2">(4.2)</a>');
  assertStringIncludes(second.html, 'id="eq-4-3"');
});

Deno.test("renderMarkdown() leaves folded solutions without numbers, so that hiding them moves none", () => {
  const [whole, hidden]: Equation[][] = [[], []];
  const folded = "<details><summary>Solution</summary>\n\n$$a$$\n\n</details>\n\n";
  renderMarkdown(`$$x$$\n\n${folded}$$y$$`, new Set(), numberedIn(2, whole));
  renderMarkdown("$$x$$\n\n$$y$$", new Set(), numberedIn(2, hidden));
  assertEquals(whole, hidden);
});

Deno.test("renderMarkdown() numbers nothing where it is not asked to", () => {
  assertEquals(renderMarkdown("$$x$$").html.includes("equation"), false);
});
