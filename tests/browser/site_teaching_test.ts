import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { assert, assertEquals } from "@std/assert";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { buildSite } from "../../lib/site/build.ts";
import { startBrowser } from "./lab_session.ts";
import { desk, findings, openQuietly, overflow, phone, readThrough } from "./quiet_page.ts";

const out = join(projectRoot, ".cache", "browser", "site_teaching");
const address = (file: string) => pathToFileURL(join(out, file)).href;
const looks = [
  { width: desk, colorScheme: "light" },
  { width: phone, colorScheme: "dark" },
] as const;

let browser: Browser;
let pages: readonly string[];
Deno.test.beforeAll(async () => {
  const notebooks = join(projectRoot, "notebooks");
  pages = (await buildSite({ root: projectRoot, notebooks, out })).pages;
  browser = await startBrowser();
});
Deno.test.afterAll(() => browser.close());

// The browser outlives each test.
const shared = { sanitizeOps: false, sanitizeResources: false };

Deno.test(
  "the pages for who teaches, the index and the slides are quiet and fit for desk and phone",
  shared,
  async () => {
    const made = pages.filter((page) => /^(?:teaching|slides)_/.test(page));
    assert(made.length >= 9);
    for (const file of made) {
      for (const look of looks) {
        const { page, noise } = await openQuietly(browser, address(file), look);
        await readThrough(page);
        assertEquals(await findings(page), [], file);
        assert(await overflow(page) <= 0, `${file} is too wide for ${look.width} pixels`);
        assertEquals(noise, []);
        await page.context().close();
      }
    }
  },
);

Deno.test(
  "a word's meaning shows to the keyboard and the pointer, within the page, and goes at Escape",
  shared,
  async () => {
    for (const look of looks) {
      const { page } = await openQuietly(browser, address("03_the_naive_market_maker.html"), look);
      const words = page.locator(".term");
      assert(await words.count() > 10);
      for (let i = 0; i < await words.count(); i++) {
        const word = words.nth(i);
        const link = word.locator("a");
        if (!await link.isVisible()) continue;
        const meaning = word.getByRole("tooltip", { includeHidden: true });
        assertEquals(await meaning.isVisible(), false);
        await link.focus();
        assert(await meaning.isVisible());
        const { x, width } = (await meaning.boundingBox())!;
        assert(x >= 0 && x + width <= look.width, `${await link.innerText()} leaves the page`);
        await page.keyboard.press("Escape");
        assertEquals(await meaning.isVisible(), false);
      }
      await page.locator("h1").click();
      await words.first().hover();
      assert(await words.first().locator(".meaning").isVisible());
      await page.context().close();
    }
  },
);

Deno.test("old addresses of sections lead on", shared, async () => {
  const old = `${address("08_the_exact_optimum.html")}#9.-In-steps`;
  const { page } = await openQuietly(browser, old, looks[0]);
  const way = page.locator(".moved:visible");
  assertEquals(await way.count(), 1);
  await way.locator("a").click();
  await page.waitForURL(/14_steps_and_wrong_beliefs\.html#/);
  assert(await page.locator(":target").isVisible());
  await page.context().close();
});

Deno.test(
  "the arrows lead through the slides, and the sheet of formulas is one sheet",
  shared,
  async () => {
    const { page } = await openQuietly(
      browser,
      address("slides_04_deriving_avellaneda_stoikov.html"),
      looks[0],
    );
    const top = (n: number) =>
      page.locator(`#slide-${n}`).evaluate((slide) => slide.getBoundingClientRect().top);
    for (const [key, n] of [["ArrowRight", 2], ["ArrowRight", 3], ["ArrowLeft", 2]] as const) {
      await page.keyboard.press(key);
      await page.waitForFunction(
        (id) => Math.abs(document.querySelector(id)!.getBoundingClientRect().top) < 120,
        `#slide-${n}`,
      );
      assert(Math.abs(await top(n)) < 120);
    }
    await page.goto(address("teaching_formulas.html"));
    const margin = "10mm";
    const sheet = await page.pdf({
      format: "A4",
      margin: { top: margin, bottom: margin, left: margin, right: margin },
    });
    const sheets = new TextDecoder("latin1").decode(sheet).match(/\/Type\s*\/Page\b/g);
    assertEquals(sheets?.length, 1);
    await page.context().close();
  },
);
