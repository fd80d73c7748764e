/**
 * `deno task firefox [NOTEBOOK…]`: runs chapters of a built site in Firefox, which playwright cannot drive as
 * Debian ships it and puppeteer-core can. Without a name it goes a person's way: from chapter 6 with another risk
 * aversion to a strategy of one's own in a new notebook.
 *
 * @module
 */
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { runCommand } from "../../lib/cli/command.ts";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { type Notebook, outputsOf } from "../../lib/notebook_files/notebook_file.ts";
import { serveSite } from "../../lib/site/serve.ts";
import { idle, journey, ownStrategy, type Visitor } from "./journey.ts";

const screenshots = join(projectRoot, ".cache", "screenshots");

await runCommand({
  name: "firefox",
  words: "[NOTEBOOK…]",
  about:
    `Runs notebooks of the built site, .site/, in Firefox, such as 03_the_naive_market_maker.ipynb. Without a
name it goes a visitor's way: from chapter 6 with another risk aversion to a strategy of one's own.
FIREFOX_PATH says where Firefox is (default /usr/bin/firefox-esr).`,
  flags: {},
  run: (_, names) => visit(names),
});

async function visit(names: readonly string[]): Promise<number> {
  await using server = serveSite(join(projectRoot, ".site"), 0);
  const site = `http://127.0.0.1:${server.addr.port}/`;
  await using browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: Deno.env.get("FIREFOX_PATH") ?? "/usr/bin/firefox-esr",
    headless: true,
  });
  await Deno.mkdir(screenshots, { recursive: true });
  let failures = 0;
  if (names.length === 0) await goTheWholeWay(browser, site);
  for (const name of names) failures += await failuresOf(browser, site, name);
  return failures > 0 ? 1 : 0;
}

async function goTheWholeWay(browser: Browser, site: string): Promise<void> {
  const page = await newPage(browser);
  await page.goto(`${site}06_naive_versus_as.html`);
  await page.click(".run a");
  const person = visitor(page);
  await journey(person);
  console.log("chapter 6 with another risk aversion: another dashboard");
  console.log(`a strategy of one's own, compared with AS: ${await ownStrategy(person)}`);
}

/** Runs a chapter whole; answers how much of it failed. */
async function failuresOf(browser: Browser, site: string, name: string): Promise<number> {
  const page = await newPage(browser);
  await page.goto(`${site}notebooks/index.html?path=${name}`);
  const person = visitor(page);
  await idle(person);
  await page.evaluate(async () => {
    const { commands } = Reflect.get(globalThis, "jupyterapp");
    await commands.execute("notebook:clear-all-cell-outputs");
    await commands.execute("notebook:run-all-cells");
  });
  await idle(person);
  const { cells } = await page.evaluate(() =>
    Reflect.get(globalThis, "jupyterapp").shell.currentWidget.content.model.toJSON()
  ) as Notebook;
  const outputs = cells.flatMap((cell) => cell.cell_type === "code" ? [...outputsOf(cell)] : []);
  const errors = outputs.filter(({ output_type }) => output_type === "error");
  await person.picture(name);
  for (const { ename, evalue } of errors) console.error(`${name}: ${ename}: ${evalue}`);
  console.log(`${name}: ${outputs.length} outputs, ${errors.length} errors`);
  await page.close();
  return errors.length + (outputs.length === 0 ? 1 : 0);
}

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  return page;
}

function visitor(page: Page): Visitor {
  return {
    evaluate: (action) => page.evaluate(action) as ReturnType<typeof action> & Promise<never>,
    until: (holds) => page.waitForFunction(holds, { timeout: 180_000 }),
    keyboard: {
      async press(keys) {
        const names = keys.split("+") as Parameters<typeof page.keyboard.down>[0][];
        for (const name of names) await page.keyboard.down(name);
        for (const name of names.toReversed()) await page.keyboard.up(name);
      },
      type: (text) => page.keyboard.type(text),
    },
    picture: (name) => page.screenshot({ path: join(screenshots, `firefox-${name}.png`) }),
    async newNotebook() {
      const opened = new Promise<Page | null>((resolve) => page.once("popup", resolve));
      await page.click('[data-jp-item-name="new-notebook"] jp-button');
      const fresh = await opened;
      if (fresh === null) throw new Error("Cannot go on as the new notebook has no window");
      await fresh.setViewport({ width: 1280, height: 900 });
      return visitor(fresh);
    },
  };
}
