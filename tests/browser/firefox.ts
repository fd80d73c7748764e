/**
 * `deno task firefox [NOTEBOOK…]`: runs chapters of a built site in Firefox, which playwright cannot drive as
 * Debian ships it and puppeteer-core can.
 *
 * @module
 */
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { type Notebook, outputsOf } from "../../lib/notebook_files/notebook_file.ts";
import { serveSite } from "../../lib/site/serve.ts";

const names = Deno.args.length > 0 ? Deno.args : ["06_naive_versus_as.ipynb"];
const server = serveSite(join(projectRoot, ".site"), 0);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: Deno.env.get("FIREFOX_PATH") ?? "/usr/bin/firefox-esr",
  headless: true,
});
let failures = 0;
try {
  for (const name of names) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const address = `http://127.0.0.1:${server.addr.port}/notebooks/index.html?path=${name}`;
    await page.goto(address);
    const idle = () =>
      page.waitForFunction(
        () =>
          Reflect.get(globalThis, "jupyterapp")?.shell?.currentWidget?.context?.sessionContext
            ?.session?.kernel?.status === "idle",
        { timeout: 180_000 },
      );
    await idle();
    await page.evaluate(async () => {
      const { commands } = Reflect.get(globalThis, "jupyterapp");
      await commands.execute("notebook:clear-all-cell-outputs");
      await commands.execute("notebook:run-all-cells");
    });
    await idle();
    const { cells } = await page.evaluate(() =>
      Reflect.get(globalThis, "jupyterapp").shell.currentWidget.content.model.toJSON()
    ) as Notebook;
    const outputs = cells.flatMap((cell) => cell.cell_type === "code" ? [...outputsOf(cell)] : []);
    const errors = outputs.filter(({ output_type }) => output_type === "error");
    const picture = join(projectRoot, ".cache", "screenshots", `firefox-${name}.png`);
    await Deno.mkdir(join(picture, ".."), { recursive: true });
    await page.screenshot({ path: picture as `${string}.png` });
    for (const { ename, evalue } of errors) console.error(`${name}: ${ename}: ${evalue}`);
    console.log(`${name}: ${outputs.length} outputs, ${errors.length} errors`);
    failures += errors.length + (outputs.length === 0 ? 1 : 0);
    await page.close();
  }
} finally {
  await browser.close();
  await server.shutdown();
}
Deno.exit(failures > 0 ? 1 : 0);
