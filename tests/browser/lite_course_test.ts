import { join } from "node:path";
import type { Browser } from "playwright-core";
import { assertEquals } from "@std/assert";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { compareOutputs } from "../../lib/notebook_files/compare_outputs.ts";
import {
  type Notebook,
  outputsOf,
  withoutVolatile,
} from "../../lib/notebook_files/notebook_file.ts";
import { withRecordedOutputs } from "../../lib/notebook_files/recorded_data.ts";
import { buildSite } from "../../lib/site/build.ts";
import { screenshots } from "./lab_session.ts";
import { startLite } from "./lite_site.ts";
import { notebookOf, openLite, runAllCells } from "./lite_page.ts";

const notebooks = join(projectRoot, "notebooks");
const out = join(projectRoot, ".cache", "browser", "lite");
const chapters = [...Deno.readDirSync(notebooks)].map(({ name }) => name)
  .filter((name) => name.endsWith(".ipynb")).toSorted();

let browser: Browser;
let server: Deno.HttpServer<Deno.NetAddr>;
let site: string;
Deno.test.beforeAll(async () => {
  ({ browser, server, site } = await startLite(
    notebooks,
    out,
    () => buildSite({ root: projectRoot, notebooks, out, runs: true }),
  ));
});
Deno.test.afterAll(async () => {
  await browser.close();
  await server.shutdown();
});

// Browser and server outlive each test.
const shared = { sanitizeOps: false, sanitizeResources: false };

for (const chapter of chapters) {
  Deno.test(`${chapter} gives the committed outputs in a page alone`, shared, async () => {
    const committed = JSON.parse(await Deno.readTextFile(join(notebooks, chapter))) as Notebook;
    const { page, abroad, errors } = await openLite(browser, site, chapter);
    await page.evaluate(() =>
      Reflect.get(globalThis, "jupyterapp").commands.execute("notebook:clear-all-cell-outputs")
    );
    await runAllCells(page);
    const shown = await notebookOf(page);
    await page.screenshot({ path: join(screenshots, `lite-${chapter.replace(".ipynb", "")}.png`) });
    const failures = shown.cells.flatMap((cell) =>
      cell.cell_type === "code"
        ? outputsOf(cell).filter(({ output_type }) => output_type === "error")
        : []
    ).map(({ ename, evalue }) => `${ename}: ${evalue}`);
    assertEquals(failures, []);
    const { notebook } = withRecordedOutputs(committed, withoutVolatile(shown));
    assertEquals(compareOutputs(committed, notebook), []);
    assertEquals({ abroad, errors }, { abroad: [], errors: [] });
    await page.context().close();
  });
}
