import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { renderCells } from "../../lib/site/cells.ts";
import type { Heading } from "../../lib/site/markdown.ts";
import { movedSectionsOf, placeOf, sectionName, waysOn } from "../../lib/site/moved_sections.ts";

const heading = (text: string): Heading => ({
  depth: 2,
  id: text.replaceAll(" ", "-"),
  html: text,
  text,
});
const [from, to] = ["08_the_exact_optimum.ipynb", "14_steps_and_wrong_beliefs.ipynb"];
const moved = { [from]: { "8.-A-trend": `${to}#A trend`, "1.-Old": "#New" } };

Deno.test("waysOn() leads from an old address to the section, wherever its number has gone", () => {
  for (const number of [1, 7]) {
    const [own, other] = ["New", "A trend"].map((words) => [heading(`${number}. ${words}`)]);
    const html = waysOn(from, moved, new Map([[from, own], [to, other]]));
    assertStringIncludes(html, 'id="8.-A-trend"');
    assertStringIncludes(html, `href="${to}#${number}.-A-trend"`);
    assertStringIncludes(html, `href="${from}#${number}.-New"`);
  }
});

Deno.test("waysOn() says nothing where the section is still there, or the other chapter is not", () => {
  const there = new Map([[from, [{ ...heading("x"), id: "8.-A-trend" }]], [to, []]]);
  assertEquals(waysOn(from, moved, there).includes('id="8.-A-trend"'), false);
  assertEquals(waysOn(from, moved, new Map([[from, []]])).includes("A-trend"), false);
  assertEquals(waysOn("00_contents.ipynb", moved, there), "");
});

Deno.test("movedSectionsOf(): every one stands where the course says, and a course may have none", async () => {
  const folder = new URL("../../notebooks/", import.meta.url);
  const course = Object.entries(await movedSectionsOf(fileURLToPath(folder)));
  assert(course.length > 0);
  for (const [notebook, sections] of course) {
    for (const target of Object.values(sections)) {
      const [now, heading] = placeOf(notebook, target);
      const { headings } = renderCells(JSON.parse(await Deno.readTextFile(new URL(now, folder))));
      assert(headings.some(({ text }) => sectionName(text) === heading), `${now}: ${heading}`);
    }
  }
  assertEquals(await movedSectionsOf("nowhere"), {});
});
