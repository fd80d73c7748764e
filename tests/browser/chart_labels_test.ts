import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { assertEquals } from "@std/assert";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { buildSite } from "../../lib/site/build.ts";
import { startBrowser } from "./lab_session.ts";
import { openQuietly, readThrough } from "./quiet_page.ts";

const notebooks = join(projectRoot, "notebooks");
const out = join(projectRoot, ".cache", "browser", "labels");

let browser: Browser;
Deno.test.beforeAll(async () => {
  await buildSite({ root: projectRoot, notebooks, out });
  browser = await startBrowser();
});
Deno.test.afterAll(() => browser.close());

// The browser outlives each test.
const shared = { sanitizeOps: false, sanitizeResources: false };
const pages = [...Deno.readDirSync(notebooks)].map(({ name }) => name.replace(/\.ipynb$/, ".html"))
  .filter((name) => /^\d\d_.*\.html$/.test(name)).toSorted()
  .map((name) => name.startsWith("00") ? "index.html" : name);

const WIDTHS = [390, 700, 1000];

/**
 * Pairs of labels of one chart whose ink meets or all but meets, and labels that leave their chart. A box
 * of text is taller than its ink: letters stand in the middle of it.
 */
async function metLabels(page: Page): Promise<readonly string[]> {
  return await page.locator("figure.chart").evaluateAll((figures) =>
    figures.flatMap((figure, i) => {
      const whole = figure.getBoundingClientRect();
      const labels = [...figure.querySelectorAll(".live text")]
        .map((label) => ({ words: label.textContent?.trim(), box: label.getBoundingClientRect() }))
        .filter(({ words, box }) => words && box.width > 0);
      return labels.flatMap(({ words, box }, a) => {
        const name = `chart ${i + 1}: ${words}`;
        const cut = box.left < whole.left - 1 || box.right > whole.right + 1;
        const met = labels.slice(0, a).filter(({ box: other }) => {
          const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
          return across > -1 && down > 0.4 * Math.min(box.height, other.height);
        });
        return [
          ...(cut ? [`${name} is cut`] : []),
          ...met.map((other) => `${name} × ${other.words}`),
        ];
      });
    })
  );
}

for (const name of pages) {
  Deno.test(
    `no two labels of a chart of ${name} meet at 390, 700 and 1000 pixels`,
    shared,
    async () => {
      const address = pathToFileURL(join(out, name)).href;
      const { page } = await openQuietly(browser, address, { width: WIDTHS[0] });
      await readThrough(page);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        // Every chart is drawn anew, a moment after its page has another width.
        await page.waitForFunction(() =>
          [...document.querySelectorAll("figure.chart .live")].every((live) =>
            Math.abs(live.clientWidth - live.querySelector(".main-svg")!.clientWidth) < 2
          )
        );
        assertEquals(await metLabels(page), [], `at ${width}`);
      }
      await page.context().close();
    },
  );
}
