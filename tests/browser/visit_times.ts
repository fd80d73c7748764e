/**
 * Measures what a visitor waits for, on a built site: `deno run -A tests/browser/visit_times.ts [NOTEBOOK]`. A first visit
 * is one with nothing kept, from the click on *Run this chapter* to the first cell's number; a second one is the same in
 * a browser that has been there.
 *
 * @module
 */
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { serveSite } from "../../lib/site/serve.ts";
import { startBrowser } from "./lab_session.ts";
import { ready } from "./lite_page.ts";

const [chapter = "06_naive_versus_as"] = Deno.args;
const server = serveSite(join(projectRoot, ".site"), 0);
const browser = await startBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  for (const name of ["first", "second"]) {
    const { wall, processor } = await visit(browser, context);
    const told = [wall, processor].map((seconds) => seconds.toFixed(1));
    console.log(`${name} visit: first cell after ${told[0]} s, ${told[1]} s of processors`);
  }
} finally {
  await browser.close();
  await server.shutdown();
}

async function visit(browser: Browser, context: BrowserContext) {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.addr.port}/${chapter}.html`);
  const before = await processorSeconds(browser);
  const start = performance.now();
  await page.getByRole("link", { name: "Run this chapter" }).click();
  await page.waitForURL(/notebooks\/index\.html/);
  await ready(page);
  await page.locator(".jp-CodeCell").first().click();
  await page.keyboard.press("Shift+Enter");
  await page.locator('.jp-InputPrompt:text("[1]:")').first().waitFor();
  const wall = (performance.now() - start) / 1000;
  const processor = await processorSeconds(browser) - before;
  await page.close();
  return { wall, processor };
}

/** What all of the browser's processes have used. */
async function processorSeconds(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
