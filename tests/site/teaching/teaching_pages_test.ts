import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { joined, type Notebook } from "../../../lib/notebook_files/notebook_file.ts";
import { slidesOf } from "../../../lib/site/teaching/slides.ts";
import {
  copyTeaching,
  forStudents,
  teachingBody,
  teachingFiles,
} from "../../../lib/site/teaching/teaching_pages.ts";

const folder = new URL("../../../notebooks/", import.meta.url).pathname;
const text = (source: string, tags: readonly string[] = []) => ({
  cell_type: "markdown",
  source,
  metadata: { tags },
});

Deno.test("teachingBody() counts the minutes of sections and names the chapters with slides", () => {
  const notebook: Notebook = { metadata: {}, cells: [text("## 1. One\n\ntwo", ["slide"])] };
  const file = {
    path: "teaching/syllabus.md",
    text: "# S\n\n<!-- minutes by section -->\n\n<!-- slides -->",
  };
  const plain = { ...notebook, cells: [text("## 1. A")] };
  const { html } = teachingBody(file, [
    { file: "01_a.ipynb", title: "A", notebook },
    { file: "02_b.ipynb", title: "B", notebook: plain },
  ]);
  assertStringIncludes(html, '<a href="../01_a.ipynb">A</a>');
  assertStringIncludes(html, '<a href="../slides_01_a">A</a>');
  assertEquals(html.includes("slides_02_b"), false);
});

Deno.test("copyTeaching() hands out no page with answers", async () => {
  const to = await Deno.makeTempDir();
  try {
    await copyTeaching(folder, to, forStudents);
    const names = (await Array.fromAsync(Deno.readDir(join(to, "teaching")))).map((e) => e.name);
    assertEquals(names.toSorted(), ["formulas.md", "from_python.md", "glossary.md"]);
  } finally {
    await Deno.remove(to, { recursive: true });
  }
});

Deno.test("The sheet of formulas: every formula has a check below it", async () => {
  const files = await teachingFiles(folder);
  const sheet = files.find(({ path }) => path === "teaching/formulas.md")!.text;
  const parts = sheet.split(/^\$\$.*\$\$$/m).slice(1);
  assert(parts.length >= 10);
  for (const part of parts) {
    assert(/^\s*<details><summary>Check<\/summary>[\s\S]*?```ts[\s\S]*?assert/.test(part), part);
  }
});

Deno.test("The exam: every answer has a check, and the points make ninety", async () => {
  const exam = (await teachingFiles(folder)).find(({ path }) => path.endsWith("/exam.md"))!.text;
  const problems = exam.split(/^## /m).slice(1);
  for (const problem of problems) {
    assert(/<summary>Answer<\/summary>[\s\S]*```ts[\s\S]*assert/.test(problem), problem);
  }
  const points = problems.filter((problem) => /^\d/.test(problem))
    .map((problem) => Number(/\((\d+) points\)/.exec(problem)![1]));
  assertEquals(points.reduce((sum, n) => sum + n), 90);
});

Deno.test("The wrong predictions quote questions that the chapters ask", async () => {
  const files = await teachingFiles(folder);
  const page = files.find(({ path }) => path.endsWith("/predictions.md"))!.text;
  const words = (source: string) => source.replaceAll(">", " ").replace(/\s+/g, " ");
  let quoted = 0;
  for (const section of page.split(/^## /m).slice(1)) {
    const file = /\(\.\.\/(\S+\.ipynb)\)/.exec(section)![1];
    const { cells } = JSON.parse(await Deno.readTextFile(join(folder, file))) as Notebook;
    const asked = cells.map(({ source }) => words(joined(source)))
      .filter((source) => /Predict, then run\.|## What to try/.test(source));
    for (const [, question] of section.matchAll(/^\| … (.*?) …/gm)) {
      quoted++;
      assert(asked.some((source) => source.includes(words(question))), `${file}: ${question}`);
    }
  }
  assert(quoted > 40);
});

for await (const { name } of Deno.readDir(folder)) {
  if (!/^0[456]_/.test(name)) continue;
  Deno.test(`${name} has slides, and every one shows something`, async () => {
    const { html } = slidesOf(JSON.parse(await Deno.readTextFile(join(folder, name))))!;
    const slides = html.split('<section class="slide"').slice(1);
    assert(slides.length >= 14, `${slides.length} slides`);
    for (const slide of slides) {
      assert(/<h\d|katex|class="output|<strong>/.test(slide), slide.slice(0, 200));
    }
  });
}
