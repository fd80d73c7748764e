import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { assertEquals } from "@std/assert";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { type Displayable, displayMethod } from "../../lib/notebook/display.ts";
import type { Explorable, Settings } from "../../lib/notebook/explorables/explorable.ts";
import { openQuietly, type QuietPage } from "./quiet_page.ts";

/** Opens a page from a folder that holds these outputs, as a notebook's HTML would. */
export async function openOutputs(
  browser: Browser,
  name: string,
  outputs: readonly Displayable[],
  width: number,
): Promise<QuietPage> {
  const folder = join(projectRoot, ".cache", "browser", "explorables");
  const file = join(folder, `${name}.html`);
  const body = outputs.map((output) => output[displayMethod]()["text/html"]).join("\n");
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(
    file,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>` +
      `<meta name="viewport" content="width=device-width"></head>` +
      `<body><main><h1>${name}</h1>${body}</main></body></html>`,
  );
  return await openQuietly(browser, pathToFileURL(file).href, { width });
}

export async function shownRows(root: Locator): Promise<string[][]> {
  return await root.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent ?? ""))
  );
}

/** Fails where the page shows other numbers than the library gives, here and now. */
export async function assertShows<V extends Settings<V>, M>(
  root: Locator,
  { model, view, defaults }: Explorable<V, M>,
  changed: Partial<V>,
): Promise<void> {
  const { table } = view(model({ ...defaults, ...changed }), 680);
  assertEquals(await shownRows(root), table.rows.map((row) => [...row]));
}

export async function press(
  page: Page,
  control: Locator,
  ...keys: readonly string[]
): Promise<void> {
  await control.focus();
  for (const key of keys) await page.keyboard.press(key);
}
