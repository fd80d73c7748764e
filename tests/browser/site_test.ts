import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { startBrowser } from "./lab_session.ts";
import {
  desk,
  type Eyes,
  findings,
  openQuietly,
  overflow,
  phone,
  type QuietPage,
  readThrough,
} from "./quiet_page.ts";
import { scratchCourse } from "./scratch_course.ts";

let site: string;
let browser: Browser;
Deno.test.beforeAll(async () => {
  site = await scratchCourse();
  browser = await startBrowser();
});
Deno.test.afterAll(() => browser.close());

// The browser outlives each test.
const shared = { sanitizeOps: false, sanitizeResources: false };

const open = (page: string, eyes: Eyes): Promise<QuietPage> =>
  openQuietly(browser, pathToFileURL(join(site, page)).href, eyes);

Deno.test(
  "the site's charts are pictures first, then live, and answer the mouse",
  shared,
  async () => {
    const { page, noise } = await open("index.html", { width: desk });
    const chart = page.locator("figure.chart");
    await chart.scrollIntoViewIfNeeded();
    await page.locator("figure.chart.alive").waitFor();
    assertEquals(await chart.locator(".still").isVisible(), false);
    const box = (await chart.locator(".live .nsewdrag").first().boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator(".live .hoverlayer .hovertext, .live .hoverlayer .legend").first().waitFor();
    await page.emulateMedia({ media: "print" });
    assertEquals(await chart.locator(".still").isVisible(), true);
    assertEquals(await chart.locator(".live").isVisible(), false);
    assertEquals(noise, []);
  },
);

Deno.test("the site's chart is its picture where no script runs", shared, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(site, "index.html")).href);
  const picture = page.locator("figure.chart .still img");
  await picture.scrollIntoViewIfNeeded();
  assertEquals(await picture.isVisible(), true);
  assertEquals(await page.locator('[data-explorable="quote_ladder"] img').isVisible(), true);
  assertEquals(await page.locator(".katex math").count(), 3);
});

Deno.test("the site's mathematics is set, its table kept, its text escaped", shared, async () => {
  const { page } = await open("index.html", { width: desk });
  const main = page.locator("main");
  assertEquals(await main.locator(".katex-display").count(), 1);
  assertEquals(await main.locator(".text td").count(), 2);
  assertStringIncludes(await main.innerText(), "<naïve> of");
  const font = await page.evaluate(() => document.fonts.check("16px KaTeX_Math"));
  assertEquals(font, true);
});

Deno.test(
  "the site's links lead to headings and to the chapters before and after",
  shared,
  async () => {
    const { page, noise } = await open("index.html", { width: desk });
    await page.getByRole("link", { name: "the puzzle", exact: true }).click();
    await page.waitForURL(/01_puzzle\.html#Costs-%26-gains$/);
    const heading = page.getByRole("heading", { name: "Costs & gains" });
    assert((await heading.boundingBox())!.y < 300, "the heading is in sight");
    assertEquals(await page.locator("details[open]").count(), 0);
    await page.getByText("Solution").click();
    assertEquals(await page.getByText("It is").isVisible(), true);
    await page.locator('a[rel="prev"]').click();
    await page.waitForURL(/index\.html$/);
    assertEquals(await page.locator('[aria-current="page"]').innerText(), "00The course");
    assertEquals(noise, []);
  },
);

Deno.test(
  "the site's contents unfold on a phone by keyboard, and its colours can be chosen",
  shared,
  async () => {
    const { page, noise } = await open("01_puzzle.html", { width: phone });
    const contents = page.getByRole("navigation", { name: "Contents" });
    assertEquals(await contents.isVisible(), false);
    await page.getByRole("button", { name: "Contents" }).focus();
    await page.keyboard.press("Enter");
    assertEquals(await contents.getByRole("link", { name: "The course" }).isVisible(), true);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assertEquals(await ground(), "rgb(255, 255, 255)");
    await page.getByRole("button", { name: "Theme: auto" }).click();
    assertEquals(await ground(), "rgb(20, 23, 28)");
    await page.reload();
    assertEquals(await page.getByRole("button", { name: "Theme: dark" }).isVisible(), true);
    assertEquals(noise, []);
  },
);

for (const width of [desk, phone]) {
  for (const colorScheme of ["light", "dark"] as const) {
    Deno.test(
      `the site fits ${width} pixels in ${colorScheme}, quietly, and axe finds nothing`,
      shared,
      async () => {
        for (const name of ["index.html", "01_puzzle.html"]) {
          const { page, noise } = await open(name, { width, colorScheme });
          await readThrough(page);
          await page.locator("[data-live]").first().waitFor();
          assertEquals(await findings(page), []);
          assert(await overflow(page) <= 0, `${name} is too wide`);
          assertEquals(noise, []);
        }
      },
    );
  }
}
