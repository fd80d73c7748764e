import { assertEquals } from "@std/assert";
import { type LinkTargets, turnLinks } from "../../lib/site/links.ts";

const targets: LinkTargets = {
  pages: new Map([["00_contents.ipynb", "index.html"], ["01_paths.ipynb", "01_paths.html"]]),
  headings: new Map([["00_contents.ipynb", ["What-you-need"]], ["01_paths.ipynb", [
    "Cost-&-gain",
  ]]]),
  holds: (path) => ["README.md", "lib/market"].includes(path),
};
const turned = (href: string, more = {}) => {
  const { html, broken } = turnLinks(`<a href="${href}">x</a>`, "01_paths.ipynb", {
    ...targets,
    ...more,
  });
  return broken[0] ?? html.replace('<a href="', "").replace('">x</a>', "");
};

Deno.test("turnLinks() turns notebooks into pages, and finds headings as Jupyter or GitHub write them", () => {
  assertEquals(turned("00_contents.ipynb"), "index.html");
  assertEquals(turned("./00_contents.ipynb#What-you-need"), "index.html#What-you-need");
  assertEquals(turned("00_contents.ipynb#what-you-need"), "index.html#What-you-need");
  assertEquals(turned("#cost--gain"), "#Cost-%26-gain");
  assertEquals(turned("#Cost-&amp;-gain"), "#Cost-%26-gain");
});

Deno.test("turnLinks() leaves other sites alone", () => {
  for (const href of ["https://arxiv.org/abs/1105.3115", "mailto:a@b.c", "//x.y/z"]) {
    assertEquals(turned(href), href);
  }
});

Deno.test("turnLinks() looks files of the project up in the repository, or makes them words", () => {
  const repository = "https://example.com/lab";
  assertEquals(turned("../README.md", { repository }), `${repository}/blob/HEAD/README.md`);
  assertEquals(turned("../lib/market/", { repository }), `${repository}/blob/HEAD/lib/market`);
  assertEquals(turned("../README.md"), "x");
});

Deno.test("turnLinks() names links that lead nowhere", () => {
  const from = "01_paths.ipynb links to";
  assertEquals(turned("02_gone.ipynb"), `${from} 02_gone.ipynb, which is not there`);
  assertEquals(turned("#gone"), `${from} #gone, which is not there`);
  assertEquals(turned("../gone.md"), `${from} ../gone.md, which is not there`);
});

Deno.test("turnLinks() does not look into scripts", () => {
  const script = `<script>const a = '<a href="gone.html">x</a>';</script>`;
  assertEquals(turnLinks(script, "01_paths.ipynb", targets), { html: script, broken: [] });
});
