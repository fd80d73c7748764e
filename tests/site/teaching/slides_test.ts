import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Notebook } from "../../../lib/notebook_files/notebook_file.ts";
import { slidesOf } from "../../../lib/site/teaching/slides.ts";

const cell = (cell_type: string, source: string, tags: readonly string[] = ["slide"]) => ({
  cell_type,
  source,
  metadata: { tags },
  ...(cell_type === "code"
    ? { outputs: [{ output_type: "stream", name: "stdout", text: `${source}!` }] }
    : {}),
});
const notebook = (...cells: readonly ReturnType<typeof cell>[]) =>
  ({ metadata: {}, cells }) as Notebook;

Deno.test("slidesOf() starts a slide with a text; the code after it and what it gave stand on the same", () => {
  const { html, headings } = slidesOf(notebook(
    cell("markdown", "# One"),
    cell("code", "first"),
    cell("code", "unseen", []),
    cell("code", "second"),
    cell("markdown", "## Two"),
  ))!;
  const slides = html.split('<section class="slide"').slice(1);
  assertEquals(slides.length, 2);
  for (const words of ["first!", "second!", "1 / 2"]) assertStringIncludes(slides[0], words);
  assertStringIncludes(slides[1], 'aria-label="Slide 2 of 2: Two"');
  assertEquals(html.includes("unseen"), false);
  assertEquals(headings.map(({ id }) => id), ["One", "Two"]);
});

Deno.test("slidesOf() shows what is pointed at and leaves the rest of the text to the voice", () => {
  const source =
    "## A\n\nspoken\n\n**Bold** words\n\n- listed\n\n> **Predict, then run.** why?\n\n$$x$$";
  const { html } = slidesOf(notebook(cell("markdown", source)))!;
  for (const words of ["Bold", "listed", "why?", "katex-display"]) {
    assertStringIncludes(html, words);
  }
  assertEquals(html.includes("spoken"), false);
});

Deno.test("slidesOf() folds long code, and shows what it gave", () => {
  const long = Array.from({ length: 9 }, (_, i) => `line${i}`).join("\n");
  const { html } = slidesOf(notebook(cell("markdown", "# A"), cell("code", long)))!;
  assertStringIncludes(html, "<summary>Code</summary>");
  assertStringIncludes(html.split("</details>")[1], "line8!");
});

Deno.test("slidesOf() gives no page where no cell has the tag", () => {
  assertEquals(slidesOf(notebook(cell("markdown", "# A", []))), undefined);
});
