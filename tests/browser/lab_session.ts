/**
 * JupyterLab in a real browser, for tests: our own `deno task lab` server on a free port, and
 * Chromium driven by playwright-core.
 */
import { dirname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { projectRoot, setUpEnvironment } from "../../lib/jupyter/environment.ts";
import { type Lab, startLab } from "../../lib/jupyter/lab_server.ts";
import { chromiumAdvice, findChromium } from "../gate/find_chromium.ts";

/** A running JupyterLab and a browser beside it. */
export interface LabSession {
  /** Opens a notebook, by its path under the session's root, and waits until its kernel is idle. */
  open(path: string, look?: Look): Promise<LabPage>;
  /** Ends browser, server and kernels. */
  end(): Promise<void>;
}

/** A notebook in a browser window of its own; `await using` closes it and ends its kernel. */
export interface LabPage extends AsyncDisposable {
  /** The window. */
  readonly page: Page;
  /** Addresses beyond this machine that the page has asked for, so far. */
  readonly abroad: readonly string[];
}

/** How the window is. */
export interface Look {
  /** Whether the person prefers a dark screen. @default {"light"} */
  readonly colorScheme?: "light" | "dark";
  /** Height of the window, in pixels. @default {900} */
  readonly height?: number;
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
 * @returns The session; it must be ended.
 */
export async function openLab(root: string): Promise<LabSession> {
  const environment = await setUpEnvironment(() => {});
  await Deno.mkdir(join(projectRoot, ".cache", "lab"), { recursive: true });
  const settings = await Deno.makeTempDir({ dir: join(projectRoot, ".cache", "lab") });
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
    return session(lab, await startBrowser(), settings);
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

function session(lab: Lab, browser: Browser, settings: string): LabSession {
  return {
    async open(path, { colorScheme = "light", height = 900 } = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height }, colorScheme });
      const page = await context.newPage();
      const abroad: string[] = [];
      page.on("request", (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol.startsWith("http") && hostname !== "127.0.0.1") abroad.push(request.url());
      });
      // The first visit trades the token for a cookie; the second has the path.
      await page.goto(lab.url);
      const { origin } = new URL(lab.url);
      const workspace = crypto.randomUUID();
      const tree = path.split("/").map(encodeURIComponent).join("/");
      await page.goto(`${origin}/lab/workspaces/${workspace}/tree/${tree}`);
      await kernelIdle(page);
      await allCells(page);
      return { page, abroad, [Symbol.asyncDispose]: () => close(page) };
    },
    async end() {
      await browser.close();
      await lab.stop();
      await Deno.remove(settings, { recursive: true });
    },
  };
}

async function close(page: Page): Promise<void> {
  await page.locator(".jp-NotebookPanel-toolbar").click({ position: { x: 5, y: 5 } });
  for (const name of ["Kernel", "Shut Down Kernel"]) {
    await page.getByRole("menuitem", { name, exact: true }).click();
  }
  await page.context().close();
}

/** Waits until the notebook's kernel is there and has nothing to do. */
export async function kernelIdle(page: Page, timeout = 60_000): Promise<void> {
  const toolbar = page.locator(".jp-NotebookPanel-toolbar");
  await toolbar.locator(".jp-Toolbar-kernelName", { hasText: "Deno" }).waitFor({ timeout });
  await toolbar.locator('[data-status="idle"]').waitFor({ timeout });
}

/** Waits until JupyterLab, which builds a long notebook bit by bit, has built every cell. */
async function allCells(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const { model } = Reflect.get(globalThis, "jupyterapp").shell.currentWidget.content;
      return document.querySelectorAll(".jp-Notebook .jp-Cell").length === model?.cells.length;
    },
    undefined,
    { timeout: 60_000 },
  );
}

/** Takes a picture of the whole window into {@linkcode screenshots}. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await Deno.mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** Takes a picture of every screenful of a notebook, from top to bottom. */
export async function screenshotAll(page: Page, name: string): Promise<void> {
  const scroller = page.locator(".jp-WindowedPanel-outer").first();
  const [height, screen] = await scroller.evaluate((e) => [e.scrollHeight, e.clientHeight]);
  for (let top = 0, part = 1; top < height; top += screen, part++) {
    await scroller.evaluate((e, top) => e.scrollTo({ top, behavior: "instant" }), top);
    await page.waitForTimeout(300);
    await screenshot(page, `${name}-${String(part).padStart(2, "0")}`);
  }
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

async function write(path: string, content: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeTextFile(path, content);
}
