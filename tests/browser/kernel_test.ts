import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { assert, assertEquals } from "@std/assert";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { simulate } from "../../lib/monte_carlo/simulate.ts";
import { type Scenario, scenario } from "../../lib/scenario/scenario.ts";
import { startBrowser } from "./lab_session.ts";
import { desk, openQuietly } from "./quiet_page.ts";

/** What both sides run: this text is the page's script too. */
function profits(
  run: typeof simulate,
  settings: (name: "gbm" | "paper") => Scenario,
): readonly (readonly number[])[] {
  return (["gbm", "paper"] as const).map((name) => {
    const { market, grid, traders } = settings(name);
    const result = run({ market, grid, traders: { ...traders }, paths: 200, seed: 1 });
    return [...result.traders.as.finals.profit];
  });
}

Deno.test("simulate() gives a browser's page the same bits", async () => {
  const folder = join(projectRoot, ".cache", "browser", "kernel");
  await Deno.mkdir(folder, { recursive: true });
  const entry = join(folder, "entry.ts"), bundle = join(folder, "engine.js");
  await Deno.writeTextFile(
    entry,
    `export { scenario, simulate } from ${
      JSON.stringify(pathToFileURL(join(projectRoot, "mod.ts")).href)
    };`,
  );
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["bundle", "-q", "--platform=browser", "--output", bundle, entry],
    cwd: projectRoot,
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  // A page from a folder may not import modules from it: the bundle stands in the page.
  const script = `${await Deno.readTextFile(bundle)}
document.body.textContent = JSON.stringify((${profits})(simulate, scenario));`;
  const file = join(folder, "page.html");
  await Deno.writeTextFile(
    file,
    `<!doctype html><meta charset="utf-8"><title>kernel</title><body></body>` +
      `<script type="module">${script.replaceAll("</script", "<\\/script")}</script>`,
  );
  await using browser = await startBrowser();
  const { page, noise } = await openQuietly(browser, pathToFileURL(file).href, { width: desk });
  await page.waitForFunction(() => document.body.textContent!.startsWith("[["));
  assertEquals(JSON.parse(await page.locator("body").innerText()), profits(simulate, scenario));
  assertEquals(noise, []);
});
