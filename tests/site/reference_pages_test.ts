import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { knownReference } from "../../lib/notebook/made_by_deno.ts";
import { referencePages } from "../../lib/site/reference_pages.ts";

Deno.test("referencePages() sets every formula of the reference, and leaves prices in dollars alone", () => {
  const entries = knownReference();
  assert(entries !== undefined && entries.length > 100);
  for (const { file, html } of referencePages(entries)) {
    const words = html.replace(/<annotation\b.*?<\/annotation>/gs, "")
      .replace(/<(pre|code)\b.*?<\/\1>/gs, "").replace(/<[^>]*>/g, " ");
    assertEquals(words.match(/.{0,40}(?:\$\$|\\[a-zA-Z]{2,}).{0,40}/g), null, file);
    const formulas = [
      ...html.matchAll(/<annotation encoding="application\/x-tex">(.*?)<\/annotation>/gs),
    ];
    assertEquals(
      formulas.map(([, tex]) => tex).filter((tex) => /`|Default:/.test(tex)),
      [],
      file,
    );
  }
});

Deno.test("referencePages() does not let one name's dollar swallow another name's formula", () => {
  const entry = (name: string, text: string) => ({
    ...{ name, text, door: "@digital-market-maker/lab", kind: "function", signature: `${name}()` },
    ...{ members: [], throws: [], examples: [] },
  });
  const entries = [entry("a", "Costs 5 $ a day."), entry("b", "$$\\gamma^2$$"), entry("c", "6 $.")];
  const [{ html, headings }] = referencePages(entries);
  assertEquals(headings.map(({ text }) => text).slice(1), ["a", "b", "c"]);
  assertStringIncludes(html, "Costs 5 $ a day.");
  assertStringIncludes(html, "katex-display");
  assertStringIncludes(html, "6 $.");
});
