import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { table } from "../../lib/notebook/frames.ts";
import { outputsOf } from "../../lib/notebook_files/notebook_file.ts";
import { screenshots } from "./lab_session.ts";
import { framesTold, writeNotebooks } from "./lite_notebooks.ts";
import { startLite } from "./lite_site.ts";
import { notebookOf, openLite, ready, runAllCells } from "./lite_page.ts";

const folder = join(projectRoot, ".cache", "browser", "lite_session");
const out = join(folder, "site");

let browser: Browser;
let server: Deno.HttpServer<Deno.NetAddr>;
let site: string;
Deno.test.beforeAll(async () => {
  await Deno.mkdir(out, { recursive: true });
  await writeNotebooks(folder);
  ({ browser, server, site } = await startLite(folder, out));
});
Deno.test.afterAll(async () => {
  await browser.close();
  await server.shutdown();
});

// Browser and server outlive each test.
const shared = { sanitizeOps: false, sanitizeResources: false };

async function outputs(page: Page): Promise<string[]> {
  const { cells } = await notebookOf(page);
  return cells.map((cell) => JSON.stringify(outputsOf(cell)));
}

/** Goes on as soon as a cell's output holds some words. */
async function untilShown(page: Page, words: string): Promise<void> {
  await page.locator(".jp-OutputArea-output", { hasText: words }).first().waitFor();
}

Deno.test(
  "Stop ends a loop that never ends, and says that variables are lost",
  shared,
  async () => {
    const { page } = await openLite(browser, site, "01_stop.ipynb");
    await page.evaluate(() => {
      Reflect.get(globalThis, "jupyterapp").commands.execute("notebook:run-all-cells");
    });
    await page.waitForTimeout(1500);
    await page.evaluate(() =>
      Reflect.get(globalThis, "jupyterapp").commands.execute("notebook:interrupt-kernel")
    );
    await untilShown(page, "every variable is lost");
    await page.screenshot({ path: join(screenshots, "lite-stopped.png") });
    await page.locator(".jp-CodeCell").nth(2).click();
    await page.keyboard.press("Control+Enter");
    await untilShown(page, '"undefined"');
  },
);

Deno.test("Stop ends a cell that waits for ever", shared, async () => {
  const { page } = await openLite(browser, site, "01_wait.ipynb");
  await page.evaluate(() => {
    Reflect.get(globalThis, "jupyterapp").commands.execute("notebook:run-all-cells");
  });
  await page.locator('.jp-CodeCell:nth-child(2) .jp-InputPrompt:text("[*]")').waitFor();
  // The page marks a cell before its kernel has it.
  await page.waitForTimeout(1500);
  await page.evaluate(() =>
    Reflect.get(globalThis, "jupyterapp").commands.execute("notebook:interrupt-kernel")
  );
  await untilShown(page, "every variable is lost");
  await page.locator(".jp-CodeCell").nth(2).click();
  await page.keyboard.press("Control+Enter");
  await untilShown(page, '"undefined"');
});

Deno.test("what fails outside of a cell is said, and the kernel goes on", shared, async () => {
  const { page } = await openLite(browser, site, "01_late.ipynb");
  await runAllCells(page);
  const [thrown, rejected, after] = await outputs(page);
  assertStringIncludes(thrown, "outside of the cell: RangeError: late");
  assertStringIncludes(thrown, '"text/plain":"5"');
  assertStringIncludes(rejected, "nobody waits");
  assertStringIncludes(after, '"text/plain":"7"');
});

Deno.test(
  "a cell that prints without end leaves the page alive, and is told so",
  shared,
  async () => {
    const { page } = await openLite(browser, site, "01_much.ipynb");
    await runAllCells(page);
    const [printed, after] = await outputs(page);
    assertStringIncludes(printed, "The rest is left out");
    assert(printed.length < 1_200_000, `${printed.length} characters`);
    assertStringIncludes(after, "alive");
  },
);

Deno.test("every door of the library opens, and no other module does", shared, async () => {
  const { page } = await openLite(browser, site, "01_doors.ipynb");
  await runAllCells(page);
  const told = await outputs(page);
  for (const one of told.slice(0, -1)) assertStringIncludes(one, '"text/plain":"true"');
  assertStringIncludes(told.at(-1)!, "Cannot import npm:lodash as a page has only");
});

Deno.test("Tab completes a name, and Shift-Tab shows its reference", shared, async () => {
  const { page } = await openLite(browser, site, "01_ask.ipynb");
  await page.locator(".jp-CodeCell").first().click();
  await page.keyboard.press("Shift+Enter");
  await page.locator(".jp-CodeCell").nth(1).locator(".cm-content").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Tab");
  await page.locator(".jp-Completer", { hasText: "drawTape" }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".cm-line", { hasText: "drawTape" }).nth(1).waitFor();
  await page.keyboard.press("Shift+Tab");
  const told = page.locator(".jp-Tooltip", { hasText: "Draws one tape" });
  await told.waitFor();
  const words = await told.innerText();
  for (const part of ["drawTape", "Draws one tape", "grid"]) assertStringIncludes(words, part);
  await page.screenshot({ path: join(screenshots, "lite-tooltip.png") });
});

Deno.test("prints and progress show while a loop runs", shared, async () => {
  const { page } = await openLite(browser, site, "01_stream.ipynb");
  await page.evaluate(() => {
    Reflect.get(globalThis, "jupyterapp").commands.execute("notebook:run-all-cells");
  });
  await untilShown(page, "round 1");
  const early = await page.getByRole("progressbar", { name: "Counting" }).getAttribute(
    "aria-valuenow",
  );
  await untilShown(page, "round 4");
  const later = await page.getByRole("progressbar", { name: "Counting" }).getAttribute(
    "aria-valuenow",
  );
  assert(Number(later) > Number(early), `the bar moved from ${early} to ${later}`);
});

Deno.test(
  "a changed chapter is there after a reload, and Restore brings it back",
  shared,
  async () => {
    const { page } = await openLite(browser, site, "01_edit.ipynb");
    const source = () => notebookOf(page).then(({ cells }) => cells[0].source);
    await page.evaluate(async () => {
      const { context, content } = Reflect.get(globalThis, "jupyterapp").shell.currentWidget;
      content.widgets[0].model.sharedModel.setSource("40 + 2");
      await context.save();
    });
    await page.reload();
    await ready(page);
    assertEquals(await source(), "40 + 2");
    await page.getByRole("button", { name: "Restore this chapter" }).click();
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await page.waitForFunction(() => {
      const { content } = Reflect.get(globalThis, "jupyterapp").shell.currentWidget;
      return content.model.toJSON().cells[0].source === "1 + 1";
    });
    await page.reload();
    await ready(page);
    assertEquals(await source(), "1 + 1");
  },
);

Deno.test("a cell reads the file that a person has put beside the notebook", shared, async () => {
  const { page } = await openLite(browser, site, "01_csv.ipynb");
  await page.evaluate(async () => {
    const { contents } = Reflect.get(globalThis, "jupyterapp").serviceManager;
    const content = "time_us,price,quantity,aggressor\n1,100,1,buy\n2,101,2,sell\n";
    await contents.save("mine.csv", { type: "file", format: "text", content });
  });
  await runAllCells(page);
  assertStringIncludes((await outputs(page))[0], '"text/plain":"[ true, 3 ]"');
});

Deno.test("frames compute in a page what they compute in Deno", shared, async () => {
  const { page } = await openLite(browser, site, "01_frames.ipynb");
  await runAllCells(page);
  assertStringIncludes((await outputs(page))[0], JSON.stringify(`'${await framesTold(table)}'`));
});
