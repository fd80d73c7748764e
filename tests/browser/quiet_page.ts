import axe from "axe-core";
import type { Browser, Page } from "playwright-core";

/** A page that is watched while it is used. */
export interface QuietPage {
  readonly page: Page;
  /** Errors and warnings of the console, failures, and every address asked of a network. */
  readonly noise: readonly string[];
}

/** How a page is looked at. */
export interface Eyes {
  readonly width: number;
  readonly colorScheme?: "light" | "dark";
}

/** A desk's window and a phone's. */
export const desk = 1280;
export const phone = 375;

/** Opens a page without a network and listens to it. */
export async function openQuietly(
  browser: Browser,
  address: string,
  { width, colorScheme = "light" }: Eyes,
): Promise<QuietPage> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme,
    offline: true,
  });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) noise.push(message.text());
  });
  page.on("pageerror", (error) => noise.push(error.message));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) noise.push(`asks for ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    // A page that is left gives up what it was still reading: nothing was missing.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") noise.push(`misses ${request.url()}`);
  });
  await page.goto(address);
  return { page, noise };
}

/** What axe finds wrong with a page or a part of it, a line for each rule with its first place. */
export async function findings(page: Page, part: string = "html"): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // Style sheets are read where they are: fetching them again is not allowed in a page from a folder.
  return await page.evaluate(async (part) => {
    const run = Reflect.get(globalThis, "axe").run as (
      context: string,
      options: object,
    ) => Promise<{ violations: { id: string; nodes: { html: string; target: string[] }[] }[] }>;
    const { violations } = await run(part, { preload: false });
    // A header of mathematics alone has its words in MathML, where axe does not look for words.
    const formula = (target: string) => document.querySelector(target)?.querySelector("math");
    const real = violations.filter(({ id, nodes }) =>
      id !== "empty-table-header" || nodes.some(({ target }) => !formula(target[0]))
    );
    return real.map(({ id, nodes }) => `${id}, ${nodes.length}×: ${nodes[0].html}`);
  }, part);
}

/** How far a page is wider than its window, in pixels. */
export async function overflow(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Goes down a page so that everything on it comes into sight once, and every chart comes to life. */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const details of document.querySelectorAll("details.folded")) {
      details.setAttribute("open", "");
    }
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
      scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  // A chart that comes to life moves what is below it, perhaps past the reader.
  const still = page.locator("figure.chart:not(.alive)");
  for (const deadline = Date.now() + 60_000; await still.count() > 0 && Date.now() < deadline;) {
    // It may come to life before it is scrolled to.
    await still.first().scrollIntoViewIfNeeded({ timeout: 1_000 }).catch(() => {});
    await page.waitForTimeout(50);
  }
  await page.evaluate(() => scrollTo(0, 0));
}
