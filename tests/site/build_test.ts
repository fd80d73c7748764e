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
    // A person's own, which is no page.
    "Untitled.ipynb": "# Mine\n\n[gone](01_gone.ipynb)",
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
      "there is no chapter",
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

/** A notebook whose every part tries to break out of where it is put. */
const hostile = (mark: string) => ({
  metadata: {},
  cells: [
    {
      cell_type: "code",
      source: mark,
      metadata: {},
      outputs: [
        { output_type: "stream", name: "stdout", text: mark },
        { output_type: "error", ename: mark, evalue: mark, traceback: [] },
        { output_type: "display_data", data: { "text/plain": mark } },
        { output_type: "display_data", data: { "image/png": `AA${mark}AA` } },
        { output_type: "display_data", data: { "image/svg+xml": `<svg>${mark}</svg>` } },
        {
          output_type: "display_data",
          data: {
            "application/vnd.plotly.v1+json": {
              data: [{ name: mark }],
              layout: { height: mark, meta: { caption: mark } },
            },
          },
        },
      ],
    },
    {
      cell_type: "markdown",
      source: `![a](attachment:a.png) ![b](attachment:b.png) <naïve> \`${mark}\``,
      metadata: {},
      attachments: {
        "a.png": { "image/png": `AA${mark}AA` },
        "b.png": { [`text/html${mark}`]: "AA" },
      },
    },
  ],
});

Deno.test("buildSite() escapes file names, picture data, layout, captions and texts", async () => {
  const mark = `"><script>window.broken=1<x-` + "/script>'onerror=";
  const name = `02_"><img src=x onerror='broken=1'>&%41#?.ipynb`;
  const notebooks = await folder({ "00_contents.ipynb": "# The course" });
  const out = join(notebooks, "site");
  try {
    await Deno.writeTextFile(join(notebooks, name), JSON.stringify(hostile(mark)));
    const { pages } = await buildSite({ root, notebooks, out, runs: true });
    assertEquals(pages, ["index.html", name.replace(".ipynb", ".html")]);
    for (const page of pages) {
      const html = await Deno.readTextFile(join(out, page));
      assertEquals(html.split("<script>").length, 2, "only the page's own script runs");
      assertEquals(html.includes("<img src=x"), false);
      assertEquals(html.includes("text/html"), false);
      for (const [tag] of html.matchAll(/<[a-z][^>]*>/gi)) {
        assertEquals(/onerror=/.test(tag.replace(/"[^"]*"/g, "")), false, tag);
      }
      // Each address beside the page leads to a file that is there.
      for (const [, href] of html.matchAll(/<a [^>]*href="([^"#]+\.html)"/g)) {
        const file = decodeURIComponent(href.replaceAll("&#39;", "'"));
        assertEquals((await Deno.stat(join(out, file))).isFile, true, href);
      }
    }
    const second = await Deno.readTextFile(join(out, pages[1]));
    assertStringIncludes(second, "min-height:380px");
    assertStringIncludes(second, 'src="data:image/png;base64,AA');
  } finally {
    await Deno.remove(notebooks, { recursive: true });
  }
});
