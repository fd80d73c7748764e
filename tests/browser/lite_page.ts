/**
 * JupyterLite in a real browser, for tests: a site served on this machine, a notebook alone in its window.
 */
import type { Browser, Page } from "playwright-core";
import type { Notebook } from "../../lib/notebook_files/notebook_file.ts";

/** A notebook open in JupyterLite, in a browser profile of its own. */
export interface LitePage {
  readonly page: Page;
  /** Addresses beyond this machine that the page has asked for, so far. */
  readonly abroad: readonly string[];
  /** What went wrong in the page, so far. */
  readonly errors: readonly string[];
}

/** Opens a notebook of a served site, and waits until its kernel is there. */
export async function openLite(
  browser: Browser,
  site: string,
  notebook: string,
): Promise<LitePage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const abroad: string[] = [], errors: string[] = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") abroad.push(request.url());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${site}notebooks/index.html?path=${encodeURIComponent(notebook)}`);
  await ready(page);
  return { page, abroad, errors };
}

/** Waits until the notebook's kernel is idle. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const app = Reflect.get(globalThis, "jupyterapp");
      return app?.shell?.currentWidget?.context?.sessionContext?.session?.kernel?.status === "idle";
    },
    undefined,
    { timeout: 60_000 },
  );
}

/** Runs every cell, and waits until the last has ended or one has failed. */
export async function runAllCells(page: Page, timeout: number = 180_000): Promise<void> {
  await page.evaluate(async () => {
    const app = Reflect.get(globalThis, "jupyterapp");
    await app.commands.execute("notebook:run-all-cells");
  });
  await page.waitForFunction(
    () => {
      const app = Reflect.get(globalThis, "jupyterapp");
      return app.shell.currentWidget.context.sessionContext.session.kernel.status === "idle";
    },
    undefined,
    { timeout },
  );
}

/** The notebook as it stands in the page, outputs included. */
export async function notebookOf(page: Page): Promise<Notebook> {
  return await page.evaluate(() => {
    const app = Reflect.get(globalThis, "jupyterapp");
    return app.shell.currentWidget.content.model.toJSON();
  }) as Notebook;
}
