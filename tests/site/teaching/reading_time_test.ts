import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { chaptersIn } from "../../../lib/notebook_files/chapters.ts";
import type { Notebook } from "../../../lib/notebook_files/notebook_file.ts";
import { readingTime, timesTable } from "../../../lib/site/teaching/reading_time.ts";

const text = (source: string) => ({ cell_type: "markdown", source, metadata: {} });
const code = (source: string) => ({ cell_type: "code", source, metadata: {}, outputs: [] });
const words = (n: number) => Array.from({ length: n }, (_, i) => `w${i}`).join(" ");
const made: Notebook = {
  metadata: {},
  cells: [
    text(`# Title ${words(159)}`),
    code("a;\n\nb;"),
    text(`## 1. One\n\n[${words(157)}](https://a.b/c) — <b>one</b>\n\n## 2. Two`),
    code(Array.from({ length: 20 }, () => "x;").join("\n")),
    { ...code("folded;\n".repeat(30)), metadata: { jupyter: { source_hidden: true } } },
    code("claims({\n  a: true,\n});"),
  ],
};

Deno.test("readingTime() counts 160 words and 10 lines a minute, by sections, without checks and folded code", () => {
  const { minutes, sections } = readingTime(made);
  assertEquals(sections.map(({ heading }) => heading.slice(0, 6)), ["Title ", "1. One", "2. Two"]);
  const [title, one, two] = sections.map((section) => section.minutes);
  assertAlmostEquals(title, 160 / 160 + 2 / 10, 1e-12);
  assertAlmostEquals(one, 160 / 160, 1e-12);
  assertAlmostEquals(two, 2 / 160 + 20 / 10, 1e-12);
  assertAlmostEquals(minutes, title + one + two, 1e-12);
});

Deno.test("timesTable() has a row a chapter: minutes, minutes aloud, and those of numbered sections", () => {
  const row = timesTable([{ file: "03_a.ipynb", title: "A", notebook: made }]).split("\n").at(-1);
  assertEquals(row, "| 3 | [A](../03_a.ipynb) | 4 | 6 | §1 1 · §2 2 |");
});

Deno.test("No chapter takes more than 58 minutes to read", async () => {
  const folder = new URL("../../../notebooks/", import.meta.url).pathname;
  for (const name of await chaptersIn(folder)) {
    const { minutes } = readingTime(JSON.parse(await Deno.readTextFile(`${folder}/${name}`)));
    assert(minutes <= 58, `${name} takes ${minutes.toFixed(1)} minutes`);
  }
});
