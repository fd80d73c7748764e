/**
 * JupyterLab in a real browser, for tests: our own `deno task lab` server on a free port, and
 * Chromium driven by playwright-core.
 */
import { dirname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { projectRoot, setUpEnvironment } from "../../lib/cli/environment.ts";
import { type Lab, startLab } from "../../lib/cli/lab_server.ts";
import { chromiumAdvice, findChromium } from "../../lib/cli/programs.ts";

/** A running JupyterLab and a browser beside it. */
export interface LabSession {
  /** Opens a notebook, by its path under the session's root, and waits until its kernel is idle. */
  open(path: string): Promise<Page>;
  /** Ends browser, server and kernels. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** Where screenshots are kept, for a person to look at. */
export const screenshots = join(projectRoot, ".cache", "screenshots");

const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts JupyterLab on a folder, and Chromium.
 *
 * @param root The folder that JupyterLab shows; `.cache/lab` is a good place for scratch ones.
 * @returns The session; end it by `await using`.
 */
export async function openLab(root: string): Promise<LabSession> {
  const environment = await setUpEnvironment(() => {});
  const settings = join(projectRoot, ".cache", "lab", "settings");
  await write(
    join(settings, "@jupyterlab", "docmanager-extension", "plugin.jupyterlab-settings"),
    // A test looks at a notebook: it must not write to it.
    JSON.stringify({ autosave: false }),
  );
  const variables = { ...environment.variables, JUPYTERLAB_SETTINGS_DIR: settings };
  const lab = await startLab({ ...environment, variables }, {
    root,
    port: freePort(),
    more: ["--LabApp.expose_app_in_browser=True"],
  });
  try {
    return session(lab, await startBrowser());
  } catch (error) {
    await lab.stop();
    throw error;
  }
}

/** Starts Chromium without a window. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(chromiumAdvice);
  return await chromium.launch({ executablePath, args: browserFlags });
}

function session(lab: Lab, browser: Browser): LabSession {
  return {
    async open(path) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      // The first visit trades the token for a cookie; the second has the path.
      await page.goto(lab.url);
      const { origin } = new URL(lab.url);
      const workspace = crypto.randomUUID();
      const tree = path.split("/").map(encodeURIComponent).join("/");
      await page.goto(`${origin}/lab/workspaces/${workspace}/tree/${tree}`);
      await page.locator(".jp-Notebook .jp-Cell").first().waitFor({ timeout: 60_000 });
      await kernelIdle(page);
      return page;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await lab.stop();
    },
  };
}

/** Waits until the notebook's kernel is there and has nothing to do. */
export async function kernelIdle(page: Page, timeout = 60_000): Promise<void> {
  const toolbar = page.locator(".jp-NotebookPanel-toolbar");
  await toolbar.locator(".jp-Toolbar-kernelName", { hasText: "Deno" }).waitFor({ timeout });
  await toolbar.locator('[data-status="idle"]').waitFor({ timeout });
}

/** Takes a picture of the whole window into {@linkcode screenshots}. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await Deno.mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

async function write(path: string, content: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeTextFile(path, content);
}
