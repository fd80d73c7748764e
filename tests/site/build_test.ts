import { join } from "node:path";
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { buildSite } from "../../lib/site/build.ts";

const root = new URL("../../", import.meta.url).pathname;

async function folder(notebooks: Readonly<Record<string, string>>): Promise<string> {
  const made = await Deno.makeTempDir();
  for (const [name, source] of Object.entries(notebooks)) {
    const cells = [{ cell_type: "markdown", source, metadata: {} }];
    await Deno.writeTextFile(join(made, name), JSON.stringify({ cells, metadata: {} }));
  }
  return made;
}

Deno.test("buildSite() writes a page a notebook, with ways between them, the same at every run", async () => {
  const notebooks = await folder({
    "00_contents.ipynb": "# The course\n\n[Paths](01_paths.ipynb#Why)",
    "01_paths.ipynb": "# Paths of $S_t$\n\n## Why",
  });
  const out = join(notebooks, "site");
  try {
    const { pages } = await buildSite({ root, notebooks, out });
    assertEquals(pages, ["index.html", "01_paths.html"]);
    const first = await Deno.readTextFile(join(out, "index.html"));
    const second = await Deno.readTextFile(join(out, "01_paths.html"));
    assertStringIncludes(first, '<a rel="next" href="01_paths.html">Paths of <span class="katex">');
    assertStringIncludes(first, '<a href="01_paths.html#Why">Paths</a>');
    assertStringIncludes(second, '<a rel="prev" href="index.html">← The course</a>');
    assertStringIncludes(second, "<title>Paths of S_t · Digital Market Maker</title>");
    assertStringIncludes(second, 'href="01_paths.html" aria-current="page"');
    const style = await Deno.readTextFile(join(out, "assets/katex.css"));
    for (const [, font] of style.matchAll(/url\(([^)]*)\)/g)) {
      assertEquals((await Deno.stat(join(out, "assets", font))).isFile, true);
    }
    await buildSite({ root, notebooks, out });
    assertEquals(await Deno.readTextFile(join(out, "index.html")), first);
  } finally {
    await Deno.remove(notebooks, { recursive: true });
  }
});

Deno.test("buildSite() refuses a folder without notebooks and links that lead nowhere", async () => {
  const empty = await folder({});
  const broken = await folder({ "00_contents.ipynb": "# A\n\n[gone](01_gone.ipynb)" });
  try {
    await assertRejects(
      () => buildSite({ root, notebooks: empty, out: join(empty, "site") }),
      Error,
      "there is no notebook in",
    );
    await assertRejects(
      () => buildSite({ root, notebooks: broken, out: join(broken, "site") }),
      Error,
      "00_contents.ipynb links to 01_gone.ipynb, which is not there",
    );
  } finally {
    await Deno.remove(empty, { recursive: true });
    await Deno.remove(broken, { recursive: true });
  }
});
