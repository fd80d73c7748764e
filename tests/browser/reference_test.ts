import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { assertEquals } from "@std/assert";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { knownReference } from "../../lib/notebook/made_by_deno.ts";
import { buildSite } from "../../lib/site/build.ts";
import { startBrowser } from "./lab_session.ts";
import { desk, findings, openQuietly, overflow, phone } from "./quiet_page.ts";
import { scratchCourse } from "./scratch_course.ts";

const folder = join(projectRoot, ".cache", "browser", "course");
const out = join(folder, "with_reference");

let browser: Browser;
let references: readonly string[];
Deno.test.beforeAll(async () => {
  await scratchCourse();
  const reference = knownReference();
  const { pages } = await buildSite({ root: projectRoot, notebooks: folder, out, reference });
  references = pages.filter((name) => name.startsWith("reference"));
  browser = await startBrowser();
});
Deno.test.afterAll(() => browser.close());

// The browser outlives each test.
const shared = { sanitizeOps: false, sanitizeResources: false };

Deno.test("no page of the reference is wider than its window", shared, async () => {
  for (const name of references) {
    const address = pathToFileURL(join(out, name)).href;
    const { page, noise } = await openQuietly(browser, address, { width: desk });
    for (const width of [desk, 390, phone]) {
      await page.setViewportSize({ width, height: 800 });
      assertEquals(Math.max(0, await overflow(page)), 0, `${name} at ${width}`);
    }
    assertEquals(noise, []);
    await page.context().close();
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  Deno.test(`axe finds nothing on a page of the reference in ${colorScheme}`, shared, async () => {
    const address = pathToFileURL(join(out, "reference_several.html")).href;
    const { page } = await openQuietly(browser, address, { width: 390, colorScheme });
    assertEquals(await findings(page), []);
    await page.context().close();
  });
}
