import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { renderCells } from "../../lib/site/cells.ts";
import type { Heading } from "../../lib/site/markdown.ts";
import { movedSections, sectionName, waysOn } from "../../lib/site/moved_sections.ts";

const heading = (text: string): Heading => ({
  depth: 2,
  id: text.replaceAll(" ", "-"),
  html: text,
  text,
});
const [old] = movedSections.filter(({ from, to }) => from !== to);

Deno.test("waysOn() leads from an old address to the section, wherever its number has gone", () => {
  for (const number of [1, 7]) {
    const headings = new Map([[old.from, []], [old.to, [heading(`${number}. ${old.heading}`)]]]);
    const html = waysOn(old.from, headings);
    assertStringIncludes(html, `id="${old.id}"`);
    assertStringIncludes(html, `href="${old.to}#${number}.-`);
  }
});

Deno.test("waysOn() says nothing where the section is still there, or the other chapter is not", () => {
  const there = new Map([[old.from, [{ ...heading("x"), id: old.id }]], [old.to, []]]);
  assertEquals(waysOn(old.from, there).includes(`id="${old.id}"`), false);
  assertEquals(waysOn(old.from, new Map([[old.from, []]])), "");
  assertEquals(waysOn("00_contents.ipynb", there), "");
});

Deno.test("movedSections: every one stands where it says, in the course as it is", async () => {
  for (const { to, heading } of movedSections) {
    const url = new URL(`../../notebooks/${to}`, import.meta.url);
    const { headings } = renderCells(JSON.parse(await Deno.readTextFile(url)));
    assert(headings.some(({ text }) => sectionName(text) === heading), `${to}: ${heading}`);
  }
});
