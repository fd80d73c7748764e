import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { renderMarkdown } from "../../lib/site/markdown.ts";

Deno.test("renderMarkdown() keeps Markdown out of formulas and formulas out of Markdown", () => {
  const { html } = renderMarkdown("$x_1 * y_2$ and *z* and $a * b_3$");
  assertEquals(html.split("<em>").length - 1, 1);
  assertEquals(html.split('class="katex"').length - 1, 2);
  const table = renderMarkdown("| a | b |\n|:--|--:|\n| $P(q \\mid x)$ | $|q| \\le 5$ |").html;
  assertEquals(table.split("<td").length - 1, 2);
  assertStringIncludes(table, '<th style="text-align:right" scope="col">b</th>');
  const corner = renderMarkdown("| | b |\n|--|--|\n| c | d |").html;
  assertStringIncludes(corner, '<thead><tr><td></td><th scope="col">b</th></tr></thead>');
});

Deno.test("renderMarkdown() gives headings the identifiers JupyterLab gives them, each only once", () => {
  const taken = new Set<string>();
  const { headings, html } = renderMarkdown(
    "# The [trap](a.ipynb) of $q$ & *more*\n\n## Next\n\n## Next",
    taken,
  );
  assertEquals(headings.map(({ depth, id }) => [depth, id]), [
    [1, "The-trap-of-q-&-more"],
    [2, "Next"],
    [2, "Next-2"],
  ]);
  assertStringIncludes(html, 'id="The-trap-of-q-&amp;-more"');
  assertFalse(headings[0].html.includes("<a "));
  assertEquals(renderMarkdown("## Next", taken).headings[0].id, "Next-3");
});

Deno.test("renderMarkdown() folds details with Markdown and mathematics inside", () => {
  const { html } = renderMarkdown(
    "<details>\n<summary>Solution</summary>\n\nIt is **$\\tfrac12$**.\n\n</details>",
  );
  assertStringIncludes(html, "<summary>Solution</summary>");
  assertStringIncludes(html, '<strong><span class="katex">');
});

Deno.test("renderMarkdown() escapes code and colours TypeScript", () => {
  const { html } = renderMarkdown('```ts\nconst a = b < c && "<i>";\n```\n\n`x < y`');
  assertStringIncludes(html, '<span class="hljs-keyword">const</span>');
  assertStringIncludes(html, "b &lt; c &amp;&amp;");
  assertStringIncludes(html, "<code>x &lt; y</code>");
  assertFalse(html.includes("<i>"));
});

Deno.test("renderMarkdown() marks the cells of a table that hold sentences", () => {
  const sentence = "how much each unit held moves the quotes";
  const { html } = renderMarkdown(`| a | b |\n|--|--|\n| c | ${sentence} |`);
  assertStringIncludes(html, `<td>c</td><td class="wordy">${sentence}</td>`);
});
