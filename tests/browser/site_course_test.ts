import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { assert, assertEquals, assertFalse } from "@std/assert";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { buildSite } from "../../lib/site/build.ts";
import { screenshots, startBrowser } from "./lab_session.ts";
import { desk, findings, openQuietly, overflow, phone, readThrough } from "./quiet_page.ts";

const notebooks = join(projectRoot, "notebooks");
const out = join(projectRoot, ".cache", "browser", "site");
const chapters = [...Deno.readDirSync(notebooks)].map(({ name }) => name)
  .filter((name) => name.endsWith(".ipynb")).toSorted();

let browser: Browser;
let pages: readonly string[];
Deno.test.beforeAll(async () => {
  ({ pages } = await buildSite({ root: projectRoot, notebooks, out }));
  browser = await startBrowser();
});
Deno.test.afterAll(() => browser.close());

// The browser outlives each test.
const shared = { sanitizeOps: false, sanitizeResources: false };
const looks = [{ width: desk, colorScheme: "light" }, {
  width: phone,
  colorScheme: "dark",
}] as const;

for (const [i, chapter] of chapters.entries()) {
  const name = i === 0 ? "index" : chapter.replace(".ipynb", "");
  Deno.test(
    `the page of ${chapter} is whole, quiet and fit for desk and phone`,
    shared,
    async () => {
      for (const look of looks) {
        const { page, noise } = await openQuietly(
          browser,
          pathToFileURL(join(out, `${name}.html`)).href,
          look,
        );
        await readThrough(page);
        const charts = await page.locator("figure.chart").count();
        await page.waitForFunction(
          (wanted) => document.querySelectorAll("figure.chart.alive").length === wanted,
          charts,
        );
        const cut = await page.locator(".live .gtitle").evaluateAll((titles) =>
          titles.filter((title) =>
            title.getBoundingClientRect().right >
              title.closest("figure")!.getBoundingClientRect().right + 1
          ).map(({ textContent }) => textContent)
        );
        assertEquals(cut, [], "every title fits above its chart");
        const live = page.locator("[data-explorable]");
        assertEquals(await page.locator("[data-live]").count(), await live.count());
        assertEquals(await page.locator("main h1").count(), 1);
        assertFalse(
          /\$\$|\\(?:frac|gamma|sigma)\b/.test(
            await page.locator("main .text").evaluateAll((cells) =>
              cells.map((cell) => (cell as HTMLElement).innerText).join("\n")
            ),
          ),
          "all mathematics is set",
        );
        assertEquals(await findings(page), []);
        assert(await overflow(page) <= 0, `too wide for ${look.width} pixels`);
        assertEquals(noise, []);
        await page.screenshot({
          path: join(screenshots, `site-${name}-${look.width}.png`),
          fullPage: true,
        });
        await page.context().close();
      }
    },
  );
}

Deno.test("the site has Plotly once, and every page in its contents", shared, async () => {
  const { page } = await openQuietly(browser, pathToFileURL(join(out, "index.html")).href, {
    width: desk,
  });
  const links = page.getByRole("navigation", { name: "Contents" }).locator("ol > li > a");
  assertEquals(await links.count(), pages.length);
  for (const { name, isFile } of Deno.readDirSync(out)) {
    if (isFile) assert((await Deno.stat(join(out, name))).size < 1_500_000, `${name} is small`);
  }
});
