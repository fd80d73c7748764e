import {
  assertEquals,
  assertFalse,
  assertLess,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { type Displayable, displayMethod } from "../../../lib/notebook/display.ts";
import {
  dayGame,
  distributionExplorer,
  fillExplorer,
  inventoryExplorer,
  leanExplorer,
  liquidationPuzzle,
  pairExplorer,
  priceExplorer,
  quoteLadder,
  sessionPlayer,
  strategyExplorer,
} from "../../../lib/notebook/explorables/mod.ts";

const all = {
  quoteLadder,
  sessionPlayer,
  distributionExplorer,
  liquidationPuzzle,
  dayGame,
  strategyExplorer,
  priceExplorer,
  fillExplorer,
  inventoryExplorer,
  leanExplorer,
  pairExplorer,
};

function htmlOf(shown: Displayable): string {
  return String(shown[displayMethod]()["text/html"]);
}

for (const [name, build] of Object.entries(all)) {
  Deno.test(`${name}() is one small output: static picture, words, and a script of its own`, () => {
    const html = htmlOf(build());
    // The library itself, with its checks of arguments, a solver, and the picture.
    assertLess(html.length, 130_000);
    assertEquals(html.split("<script").length - 1, 1);
    assertEquals(html.split("</script").length - 1, 1);
    assertMatch(html, /^<div class="[^"]*\bmathjax_ignore\b/, "its dollars are not formulas");
    assertMatch(html, /<img alt="[^"]{40,}" [^>]*src="data:image\/svg\+xml;base64,/);
    assertFalse(/\beval\(|\bFunction\(/.test(html), "a page's policy forbids code from text");
    assertFalse(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/.test(html), "it asks the network nothing");
  });

  Deno.test(`${name}() is the same at every run, and names no folder of this machine`, () => {
    const html = htmlOf(build());
    assertEquals(htmlOf(build()), html);
    assertFalse(html.includes(new URL("../../..", import.meta.url).pathname));
    assertFalse(html.includes("Deno."));
  });
}

Deno.test("quoteLadder() shows the values it was given, as text too", () => {
  const shown = quoteLadder({ inventory: -3 })[displayMethod]();
  assertStringIncludes(String(shown["text/plain"]), "holding −3 units");
  assertStringIncludes(String(shown["text/html"]), "&quot;inventory&quot;:-3");
});
