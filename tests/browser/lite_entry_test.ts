import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { arithmeticBrownian, drawTape, poissonFlow, streams, timeGrid } from "../../mod.ts";
import { marketCsv } from "../../lib/data/mod.ts";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { type Notebook, outputsOf } from "../../lib/notebook_files/notebook_file.ts";
import { screenshots } from "./lab_session.ts";
import { notebookOf, openLite, ready, runAllCells } from "./lite_page.ts";
import { startLite } from "./lite_site.ts";
import { findings } from "./quiet_page.ts";

const folder = join(projectRoot, ".cache", "browser", "lite_entry");
const out = join(folder, "site");
const chapter = "11_calibrate_and_replay.ipynb";

let browser: Browser;
let server: Deno.HttpServer<Deno.NetAddr>;
let site: string;
Deno.test.beforeAll(async () => {
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  await Deno.mkdir(out, { recursive: true });
  await Deno.copyFile(join(projectRoot, "notebooks", chapter), join(folder, chapter));
  ({ browser, server, site } = await startLite(folder, out));
});
Deno.test.afterAll(async () => {
  await browser.close();
  await server.shutdown();
});

// Browser and server outlive each test.
const shared = { sanitizeOps: false, sanitizeResources: false };

Deno.test("a notebook's outputs load and send nothing beyond the site", shared, async () => {
  const { page } = await openLite(browser, site, chapter);
  const refused = await page.evaluate(async () => {
    const told: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
      told.push(effectiveDirective);
    });
    const elsewhere = "http://127.0.0.2:9/";
    await fetch(elsewhere, { mode: "no-cors" }).catch(() => {});
    for (const name of ["img", "script", "iframe"]) {
      const element = document.createElement(name);
      element.setAttribute("src", elsewhere);
      document.body.append(element);
    }
    const form = document.createElement("form");
    form.action = elsewhere;
    document.body.append(form);
    form.submit();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return told.toSorted();
  });
  const wanted = ["connect-src", "form-action", "frame-src", "img-src", "script-src-elem"];
  assertEquals(refused, wanted);
  await page.context().close();
});

Deno.test("Restore leaves a notebook of one's own as it is", shared, async () => {
  const { page } = await openLite(browser, site, chapter);
  const fresh = page.waitForEvent("popup");
  await page.getByRole("button", { name: "New notebook" }).click();
  const own = await fresh;
  await ready(own);
  await own.getByRole("button", { name: "Restore this chapter" }).click();
  await own.locator(".jp-Dialog", { hasText: "is your own" }).waitFor();
  await own.getByRole("button", { name: "Ok", exact: true }).click();
  await own.reload();
  await ready(own);
  assertEquals((await notebookOf(own)).cells.length, 1);
  await page.context().close();
});

/** The market that chapter 11 draws, as two files. */
function knownMarket(): Readonly<Record<string, string>> {
  const price = arithmeticBrownian({ initialPrice: 2680, volatility: 0.35 });
  const flow = poissonFlow({ scale: 0.2, decay: 3, fills: "exact" });
  const grid = timeGrid({ horizon: 2400, steps: 2400 });
  const { trades, quotes } = marketCsv(drawTape({ price, flow }, grid, streams("known")));
  return { "trades.csv": trades, "quotes.csv": quotes };
}

/** Drops a file where the list of files is, as a person does who takes it from a folder. */
async function drop(page: Page, file: string): Promise<void> {
  const list = (await page.locator(".jp-DirListing-content").first().boundingBox())!;
  const session = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", {
      type,
      x: list.x + list.width / 2,
      y: list.y + list.height / 2,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    });
  }
}

Deno.test("files that a person drops or uploads are chapter 11's own data", shared, async () => {
  const committed = JSON.parse(await Deno.readTextFile(join(folder, chapter))) as Notebook;
  const at = committed.cells.findIndex(({ source }) =>
    [source].flat()[0].startsWith("const own =")
  );
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site}tree/index.html`);
  await page.locator(".jp-DirListing-item", { hasText: chapter }).waitFor();
  for (const [name, text] of Object.entries(knownMarket())) {
    await Deno.writeTextFile(join(folder, name), text);
  }
  await drop(page, join(folder, "trades.csv"));
  const asked = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Upload" }).click();
  await (await asked).setFiles(join(folder, "quotes.csv"));
  for (const name of ["trades.csv", "quotes.csv"]) {
    await page.locator(".jp-DirListing-item", { hasText: name }).waitFor();
  }
  await page.screenshot({ path: join(screenshots, "lite-own-files.png") });
  await page.goto(`${site}notebooks/index.html?path=${chapter}`);
  await ready(page);
  await page.evaluate((at) => {
    const { content } = Reflect.get(globalThis, "jupyterapp").shell.currentWidget;
    const { sharedModel } = content.widgets[at].model;
    const [, ...rest] = sharedModel.getSource().split("\n");
    const own = 'const own = [marketFile("trades.csv"), marketFile("quotes.csv")];';
    sharedModel.setSource([own, ...rest].join("\n"));
  }, at);
  await runAllCells(page);
  const { cells } = await notebookOf(page);
  const shown = (cell: Notebook["cells"][number]) =>
    outputsOf(cell).map(({ data }) =>
      Object.entries(data ?? {}).map(([type, lines]) => [type, [lines].flat().join("")])
    );
  assertEquals(shown(cells[at]), shown(committed.cells[at]));
  assertStringIncludes(JSON.stringify(shown(cells[at])), "own");
  await page.context().close();
});

for (const colorScheme of ["light", "dark"] as const) {
  Deno.test(
    `axe finds nothing in what we add to JupyterLite, in ${colorScheme}`,
    shared,
    async () => {
      const { page } = await openLite(browser, site, chapter);
      const name = colorScheme === "dark" ? "JupyterLab Dark" : "JupyterLab Light";
      await page.evaluate(
        (name) =>
          Reflect.get(globalThis, "jupyterapp").commands.execute("apputils:change-theme", {
            theme: name,
          }),
        name,
      );
      await page.locator(`[data-jp-theme-name="${name}"]`).waitFor({ state: "attached" });
      const ours =
        '[data-jp-item-name="restore"], [data-jp-item-name="new-notebook"], .jp-RenderedPlotly';
      // JupyterLab's own element says of itself what the button within it says: so do all of its buttons.
      const found = await findings(page, ours);
      assertEquals(found.filter((line) => !/^aria-allowed-attr, .*<jp-button/.test(line)), []);
      assertEquals(await page.evaluate(() => document.documentElement.lang), "en");
      await page.context().close();
    },
  );
}
