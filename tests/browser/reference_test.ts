import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { assertEquals } from "@std/assert";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { knownReference } from "../../lib/notebook/reference/known_reference.ts";
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

for (const width of [desk, 390, phone]) {
  for (const colorScheme of ["light", "dark"] as const) {
    Deno.test(
      `every page of the reference fits ${width} pixels in ${colorScheme}, and axe finds nothing`,
      // The browser outlives each test.
      { sanitizeOps: false, sanitizeResources: false },
      async () => {
        for (const name of references) {
          const address = pathToFileURL(join(out, name)).href;
          const { page, noise } = await openQuietly(browser, address, { width, colorScheme });
          const told = {
            wider: Math.max(0, await overflow(page)),
            found: await findings(page),
            noise,
          };
          assertEquals(told, { wider: 0, found: [], noise: [] }, name);
          await page.context().close();
        }
      },
    );
  }
}
