import {
  assertEquals,
  assertFalse,
  assertMatch,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { withFolds } from "../../lib/notebook_files/folds.ts";
import type { Notebook } from "../../lib/notebook_files/notebook_file.ts";
import { renderOutput } from "../../lib/site/outputs.ts";
import { renderCells } from "../../lib/site/cells.ts";

const result = (data: Readonly<Record<string, string>>) =>
  renderOutput({ output_type: "execute_result", data }).html;

Deno.test("renderOutput() shows text as text, without a terminal's colours", () => {
  const stream = { output_type: "stream", name: "stdout", text: ["\x1b[33ma < b\x1b[39m\n", "c"] };
  assertEquals(renderOutput(stream).html, '<pre class="output stream">a &lt; b\nc</pre>');
  assertStringIncludes(result({ "text/plain": "<b>" }), "&lt;b&gt;");
});

Deno.test("renderOutput() takes the richest format that a page can show", () => {
  assertStringIncludes(result({ "text/plain": "t", "text/html": "<b>x</b>" }), "<b>x</b>");
  const picture = result({ "text/plain": "t", "image/svg+xml": "<svg/>" });
  assertStringIncludes(picture, 'src="data:image/svg+xml;base64,PHN2Zy8+"');
  assertStringIncludes(result({ "text/latex": "$\\gamma$" }), "katex-display");
});

Deno.test("renderOutput() keeps a chart's JSON from being taken for markup, beside its picture", () => {
  const { html, chart } = renderOutput({
    output_type: "display_data",
    data: {
      "application/vnd.plotly.v1+json": {
        data: [{ name: "</script><b>" }],
        layout: { height: 400, meta: { caption: 'A "line" & more' } },
      },
      "image/svg+xml": ["<svg>", "</svg>"],
    },
  });
  assertEquals(chart, true);
  assertEquals(html.split("</script>").length - 1, 1);
  const json = /<script type="application\/json">(.*?)<\/script>/.exec(html)![1];
  assertEquals(JSON.parse(json).data[0].name, "</script><b>");
  assertStringIncludes(html, "min-height:400px");
  assertStringIncludes(html, 'alt="A &quot;line&quot; &amp; more"');
  assertStringIncludes(html, "<figcaption>A ");
});

Deno.test("renderOutput() refuses what it cannot show", () => {
  assertThrows(
    () => result({ "application/x-unknown": "?" }),
    TypeError,
    "Cannot show an output that is only application/x-unknown",
  );
});

const code = (source: string, metadata = {}, outputs: readonly never[] = []) => ({
  cell_type: "code",
  source,
  metadata,
  outputs,
});

Deno.test("renderCells() folds the code that the notebook folds, and names a broken cell", () => {
  const folded = code("1;", { jupyter: { source_hidden: true } });
  const { html } = renderCells({ cells: [code("2;"), folded], metadata: {} });
  assertEquals(html.split("<details").length - 1, 1);
  assertStringIncludes(html, "<summary>Code</summary>");
  const broken = { cell_type: "markdown", source: "$\\frac$", metadata: {} };
  assertThrows(() => renderCells({ cells: [code("1;"), broken], metadata: {} }), Error, "cell 2: ");
});

Deno.test("renderCells() folds answers and solutions, each under words of its own", () => {
  const value = { output_type: "execute_result", data: { "text/plain": "42" } };
  const asked = {
    cell_type: "markdown",
    source: "> **Predict, then run.** How much?",
    metadata: {},
  };
  const solved = { ...asked, source: "<details><summary>Solution</summary>\n\nSo.\n\n</details>" };
  const why = { ...asked, source: "Forty-two.\n\nGo on." };
  const cell = { ...code("6 * 7;"), outputs: [value] };
  const { html } = renderCells(
    withFolds({ cells: [asked, cell, why, solved, cell, why], metadata: {} } as Notebook),
  );
  const [, answer, meaning, , solution, after] = html.split('<div class="cell ').slice(1);
  assertMatch(answer, /<pre class="source">.*<details class="folded">.*<pre class="output/s);
  assertMatch(solution, /<details class="folded">.*<pre class="source">.*<pre class="output/s);
  assertStringIncludes(answer, "<summary>Predict first");
  assertStringIncludes(solution, "<summary>The solution");
  assertMatch(
    meaning,
    /<summary>And what it means<\/summary><p>Forty-two.<\/p>\s*<\/details><p>Go on/,
  );
  assertFalse(after.includes("<details"));
});

Deno.test("renderCells() shows the pictures a cell carries", () => {
  const cell = {
    cell_type: "markdown",
    source: "![a picture](attachment:one.png)",
    metadata: {},
    attachments: { "one.png": { "image/png": "AAAA" } },
  };
  const { html } = renderCells({ cells: [cell], metadata: {} });
  assertStringIncludes(html, '<img src="data:image/png;base64,AAAA" alt="a picture">');
  assertFalse(html.includes("attachment:"));
});
