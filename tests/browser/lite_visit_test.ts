import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { assert, assertEquals } from "@std/assert";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { outputsOf } from "../../lib/notebook_files/notebook_file.ts";
import { knownReference } from "../../lib/notebook/made_by_deno.ts";
import { buildSite } from "../../lib/site/build.ts";
import { idle, journey, ownStrategy, type Visitor } from "./journey.ts";
import { screenshots } from "./lab_session.ts";
import { notebookOf, ready } from "./lite_page.ts";
import { startLite } from "./lite_site.ts";

const notebooks = join(projectRoot, "notebooks");
const out = join(projectRoot, ".cache", "browser", "visit");
const chapter = "06_naive_versus_as";

let browser: Browser;
let server: Deno.HttpServer<Deno.NetAddr>;
let site: string;
Deno.test.beforeAll(async () => {
  await Deno.remove(out, { recursive: true }).catch(() => {});
  const rest = { root: projectRoot, notebooks, out, runs: true, reference: knownReference() };
  ({ browser, server, site } = await startLite(notebooks, out, () => buildSite(rest)));
});
Deno.test.afterAll(async () => {
  await browser.close();
  await server.shutdown();
});

// Browser and server outlive each test.
const shared = { sanitizeOps: false, sanitizeResources: false };

function sizeOf(folder: string): number {
  return [...Deno.readDirSync(folder)].reduce((sum, { name, isDirectory }) => {
    const path = join(folder, name);
    return sum + (isDirectory ? sizeOf(path) : Deno.statSync(path).size);
  }, 0);
}

Deno.test("the whole site is below 50 MB", () => {
  const size = sizeOf(out);
  assert(size < 50e6, `${size / 1e6} MB`);
});

async function newWindow(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  return await context.newPage();
}

function visitor(page: Page): Visitor {
  return {
    evaluate: (action) => page.evaluate(action),
    until: (holds) => page.waitForFunction(holds, undefined, { timeout: 180_000 }),
    keyboard: page.keyboard,
    picture: (name) => page.screenshot({ path: join(screenshots, `chromium-${name}.png`) }),
    async newNotebook() {
      const opened = page.waitForEvent("popup");
      await page.getByRole("button", { name: "New notebook" }).click();
      return visitor(await opened);
    },
  };
}

Deno.test(
  "a first visit transfers less than 12 MB before the first cell has run",
  shared,
  async () => {
    const page = await newWindow();
    let bytes = 0;
    page.context().on("requestfinished", async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      bytes += responseBodySize + responseHeadersSize;
    });
    await page.goto(`${site}${chapter}.html`);
    await page.getByRole("link", { name: "Run this chapter" }).click();
    await ready(page);
    await page.locator(".jp-CodeCell").first().click();
    await page.keyboard.press("Shift+Enter");
    await page.locator('.jp-InputPrompt:text("[1]:")').first().waitFor();
    await idle(visitor(page));
    // What a worker loads is not counted by the page: its files stand in the site as they are.
    const worker = sizeOf(join(out, "kernel")) / 3;
    assert(bytes > 2e6, "the page's files are counted");
    assert(bytes + worker < 12e6, `${bytes / 1e6} MB, and ${worker / 1e6} MB for the worker`);
    await page.context().close();
  },
);

Deno.test(
  "a person changes the risk aversion of chapter 6, and sees the dashboard change",
  shared,
  async () => {
    const page = await newWindow();
    const refused: string[] = [];
    page.on("console", (message) => {
      if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text());
    });
    await page.goto(`${site}${chapter}.html`);
    await page.screenshot({ path: join(screenshots, "chromium-journey-page.png") });
    await page.getByRole("link", { name: "Run this chapter" }).click();
    await journey(visitor(page));
    assertEquals(refused, [], "nothing of the course is against the page's policy");
    await page.context().close();
  },
);

Deno.test(
  "a person writes a strategy of their own in a new notebook, and compares it with AS",
  shared,
  async () => {
    const page = await newWindow();
    await page.goto(`${site}notebooks/index.html?path=${chapter}.ipynb`);
    await ready(page);
    for (const name of ["my_notebook_1.ipynb", "my_notebook_2.ipynb"]) {
      assertEquals(await ownStrategy(visitor(page)), name);
    }
    await page.context().close();
  },
);

Deno.test("a chapter is opened, run and edited by keys alone", shared, async () => {
  const page = await newWindow();
  await page.goto(`${site}${chapter}.html`);
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press("Tab");
    const words = await page.evaluate(() => document.activeElement?.textContent);
    if (words === "Run this chapter") break;
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(/notebooks\/index\.html/);
  await ready(page);
  // Into the notebook, to its end, and a cell of one's own below.
  for (let i = 0; i < 60; i++) {
    const inside = await page.evaluate(() =>
      document.activeElement?.closest(".jp-Notebook") !== null
    );
    if (inside) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.keyboard.press("y");
  await page.keyboard.press("Enter");
  await page.keyboard.type("6 * 7");
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(() => {
    const { content } = Reflect.get(globalThis, "jupyterapp").shell.currentWidget;
    const { outputs } = content.activeCell.model.toJSON();
    return outputs?.[0]?.data?.["text/plain"] === "42";
  });
  const { cells } = await notebookOf(page);
  const own = cells.find(({ source }) => source === "6 * 7")!;
  assertEquals(outputsOf(own).length, 1);
  await page.context().close();
});
