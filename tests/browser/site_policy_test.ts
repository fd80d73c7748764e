import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSite } from "../../lib/site/build.ts";
import { serveSite } from "../../lib/site/serve.ts";
import { startBrowser } from "./lab_session.ts";
import { desk, openQuietly, readThrough } from "./quiet_page.ts";
import { scratchCourse } from "./scratch_course.ts";

Deno.test("a site that is served keeps its policy: charts and explorables live, no word of protest", async () => {
  const site = await scratchCourse();
  const browser = await startBrowser();
  const server = serveSite(site, 0);
  try {
    const page = await browser.newPage({ viewport: { width: desk, height: 800 } });
    const noise: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) noise.push(message.text());
    });
    page.on("pageerror", ({ message }) => noise.push(message));
    const origin = `http://127.0.0.1:${server.addr.port}/`;
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin)) {
        noise.push(`asks for ${request.url()}`);
      }
    });
    for (const name of ["index.html", "01_puzzle.html"]) {
      await page.goto(origin + name);
      await readThrough(page);
      await page.locator("[data-live]").first().waitFor();
    }
    assertEquals(noise, []);
  } finally {
    await browser.close();
    await server.shutdown();
  }
});

const attempts = [
  "<script>globalThis.broken = true</script>",
  '<img src="data:," onerror="globalThis.broken = true">',
  '<a id="link" href="javascript:globalThis.broken = true">a</a>',
  '<script src="data:text/javascript,globalThis.broken=true"></script>',
  '<iframe srcdoc="<script>parent.broken = true</script>"></iframe>',
  '<form id="form" action="https://example.org/"><button>b</button></form>',
  '<base href="https://example.org/">',
];

Deno.test("a site's page runs no script of its text, sends nothing, and says what it refused", async () => {
  const notebooks = await Deno.makeTempDir();
  const browser = await startBrowser();
  try {
    const cells = [{
      cell_type: "markdown",
      metadata: {},
      source: `# A\n\n${attempts.join("\n\n")}`,
    }];
    const notebook = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
    await Deno.writeTextFile(join(notebooks, "00_contents.ipynb"), notebook);
    const root = dirname(notebooks);
    const out = join(notebooks, "site");
    await buildSite({ root, notebooks, out });
    const address = pathToFileURL(join(out, "index.html")).href;
    const { page, noise } = await openQuietly(browser, address, { width: desk });
    await page.locator("#link").click();
    await page.evaluate(() => document.querySelector<HTMLFormElement>("#form")!.submit());
    await page.waitForTimeout(200);
    assertEquals(await page.evaluate(() => Reflect.get(globalThis, "broken")), undefined);
    assertEquals(page.url().split("#")[0], address);
    assertEquals(noise.filter((line) => line.startsWith("asks for")), []);
    assert(noise.length >= 5, noise.join("\n"));
    for (const line of noise) assertStringIncludes(line, "Content Security Policy");
  } finally {
    await browser.close();
    await Deno.remove(notebooks, { recursive: true });
  }
});
