/** What a person does with an open notebook, and sees of it. */
import type { Locator, Page } from "playwright-core";
import type { Notebook } from "../../lib/notebook_files/notebook_file.ts";
import { kernelIdle } from "./lab_session.ts";

/** One output as it stands on the page. */
export interface SeenOutput {
  /** The format that JupyterLab chose, such as `text/html`; a chart is `plotly`. */
  readonly format: string;
  /** Its text. */
  readonly text: string;
}

/** One code cell as it stands on the page. */
export interface SeenCell {
  /** The number before the cell, such as `[3]:`. */
  readonly prompt: string;
  /** The outputs below it, from top to bottom. */
  readonly outputs: readonly SeenOutput[];
}

/** Clicks through a menu. */
export async function menu(page: Page, ...items: readonly string[]): Promise<void> {
  for (const name of items) await page.getByRole("menuitem", { name, exact: true }).click();
}

/** Runs all cells by the Run menu, and waits until the kernel has done the last. */
export async function runAll(page: Page, seconds = 120): Promise<void> {
  await menu(page, "Run", "Run All Cells");
  await cellsDone(page, seconds);
}

/** Waits until no cell is queued or running. */
export async function cellsDone(page: Page, seconds = 120): Promise<void> {
  const timeout = seconds * 1000;
  await page.locator(".jp-InputPrompt", { hasText: "[*]:" }).first().waitFor({ timeout: 1_000 })
    .catch(() => {}); // Short cells may be over before one can look.
  await page.waitForFunction(
    () => ![...document.querySelectorAll(".jp-InputPrompt")].some((e) => e.textContent === "[*]:"),
    undefined,
    { timeout },
  );
  await kernelIdle(page, timeout);
}

/** A cell of the notebook, counted from 0 among its code cells. */
export function codeCell(page: Page, index: number): Locator {
  return page.locator(".jp-Notebook .jp-CodeCell").nth(index);
}

/** Runs one code cell as Shift-Enter does, without waiting for it. */
export async function startCell(page: Page, index: number): Promise<void> {
  await codeCell(page, index).locator(".jp-InputPrompt").click();
  await page.keyboard.press("Shift+Enter");
}

/** Presses Stop and waits until the kernel has stopped the cell. */
export async function interrupt(page: Page, seconds = 10): Promise<void> {
  await page.locator('.jp-NotebookPanel-toolbar [data-command="notebook:interrupt-kernel"]')
    .click();
  await cellsDone(page, seconds);
}

/** Every code cell with the outputs that stand below it. */
export async function cellOutputs(page: Page): Promise<readonly SeenCell[]> {
  return await page.locator(".jp-Notebook .jp-CodeCell").evaluateAll((cells) =>
    cells.map((cell) => ({
      prompt: cell.querySelector(".jp-InputPrompt")?.textContent ?? "",
      outputs: [...cell.querySelectorAll(".jp-OutputArea-output")].map((output) => ({
        format: output.classList.contains("js-plotly-plot")
          ? "plotly"
          : output.getAttribute("data-mime-type") ?? output.className,
        text: output.textContent ?? "",
      })),
    }))
  );
}

/** The notebook as JupyterLab would save it now; needs a session of `openLab`. */
export async function notebookModel(page: Page): Promise<Notebook> {
  return await page.evaluate(() => {
    const { shell } = Reflect.get(globalThis, "jupyterapp");
    return shell.currentWidget.content.model.toJSON();
  });
}
