import { assert, assertEquals } from "@std/assert";
import { distributionExplorable } from "../../lib/notebook/explorables/distribution_explorer.ts";
import { liquidationExplorable } from "../../lib/notebook/explorables/liquidation_puzzle.ts";
import * as explorables from "../../lib/notebook/explorables/mod.ts";
import { quoteLadderExplorable } from "../../lib/notebook/explorables/quote_ladder.ts";
import { sessionPlayerExplorable } from "../../lib/notebook/explorables/session_player.ts";
import { scratchNotebook } from "../kernel/scratch_notebook.ts";
import { assertShows, openOutputs, press } from "./explorables_page.ts";
import { openLab, screenshot, startBrowser } from "./lab_session.ts";
import { runAll } from "./notebook_page.ts";
import { desk, findings, overflow, phone } from "./quiet_page.ts";

Deno.test("quoteLadder() shows the library's numbers for sliders moved by keys, in a page from a folder", async () => {
  await using browser = await startBrowser();
  const { page, noise } = await openOutputs(browser, "ladder", [explorables.quoteLadder()], desk);
  const root = page.locator('[data-explorable="quote_ladder"]');
  const slider = (name: string) => root.locator(`input[name="${name}"]`);
  await assertShows(root, quoteLadderExplorable, {});
  await press(page, slider("inventory"), "ArrowLeft", "ArrowLeft", "ArrowLeft");
  await press(page, slider("timeLeft"), "ArrowLeft");
  await press(page, slider("scale"), "Home");
  await assertShows(root, quoteLadderExplorable, { inventory: -1, timeLeft: 0.98, scale: 10 });
  await press(page, slider("riskAversion"), "End");
  const last = { inventory: -1, timeLeft: 0.98, scale: 10, riskAversion: 1 };
  await assertShows(root, quoteLadderExplorable, last);
  assertEquals(await slider("riskAversion").getAttribute("aria-valuetext"), "1 1/$");
  const outline = await slider("riskAversion").evaluate((e) => getComputedStyle(e).outlineStyle);
  assertEquals(outline, "solid");
  assertEquals(noise, []);
});

Deno.test("sessionPlayer() plays, pauses, steps, scrubs and takes a new seed", async () => {
  await using browser = await startBrowser();
  const start = explorables.sessionPlayer({ step: 0 });
  const { page, noise } = await openOutputs(browser, "player", [start], desk);
  const root = page.locator('[data-explorable="session_player"]');
  const button = (name: string) => root.getByRole("button", { name, exact: true });
  const step = async () =>
    Number(
      await root.locator('output[name="step_text"]').textContent()
        .then((text) => text?.split(" ")[0]),
    );
  await root.locator('select[name="speed"]').selectOption("120");
  await button("Play").click();
  await page.waitForFunction(
    () => parseInt(document.querySelector('output[name="step_text"]')?.textContent ?? "") > 20,
  );
  await button("Pause").click();
  const stopped = await step();
  await assertShows(root, sessionPlayerExplorable, { step: stopped });
  await page.waitForTimeout(200);
  assertEquals(await step(), stopped);
  await button("Step forward").click();
  await button("Step forward").click();
  await button("Step back").click();
  await assertShows(root, sessionPlayerExplorable, { step: stopped + 1 });
  await press(page, root.locator('input[name="step"]'), "End");
  await button("New seed").click();
  await assertShows(root, sessionPlayerExplorable, { step: 500, seed: 74171 });
  await root.locator('input[name="seed"]').fill("77");
  await root.locator('select[name="market"]').selectOption("toxic");
  await assertShows(root, sessionPlayerExplorable, { step: 500, seed: 77, market: "toxic" });
  assertEquals(noise, []);
});

Deno.test("distributionExplorer() and liquidationPuzzle() show exact laws for moved controls", async () => {
  await using browser = await startBrowser();
  const outputs = [explorables.distributionExplorer(), explorables.liquidationPuzzle()];
  const { page, noise } = await openOutputs(browser, "exact", outputs, desk);
  const law = page.locator('[data-explorable="distribution_explorer"]');
  await assertShows(law, distributionExplorable, {});
  await press(page, law.locator('input[name="volatility"]'), "ArrowRight", "ArrowRight");
  await law.locator('select[name="steps"]').selectOption("100");
  await assertShows(law, distributionExplorable, { volatility: 2.2, steps: "100" });
  const puzzle = page.locator('[data-explorable="liquidation_puzzle"]');
  await puzzle.locator('select[name="rule"]').selectOption("infinite");
  await press(page, puzzle.locator('input[name="timeLeft"]'), "Home");
  await assertShows(puzzle, liquidationExplorable, { rule: "infinite", timeLeft: 0 });
  assertEquals(noise, []);
});

Deno.test("explorables fit a desk and a phone, and axe finds nothing wrong", async () => {
  await using browser = await startBrowser();
  const all = [
    explorables.quoteLadder(),
    explorables.sessionPlayer(),
    explorables.distributionExplorer(),
    explorables.liquidationPuzzle(),
    explorables.dayGame({ moves: "0.65/0.65 0.3/1.2" }),
    explorables.strategyExplorer(),
  ];
  for (const width of [desk, phone]) {
    const { page, noise } = await openOutputs(browser, `all-${width}`, all, width);
    await page.locator("[data-live]").nth(all.length - 1).waitFor();
    assertEquals(await findings(page), []);
    assert(await overflow(page) <= 0, `too wide for ${width} pixels`);
    const widths = await page.locator("svg[role=img]").evaluateAll((drawn) =>
      drawn.map((svg) => svg.getAttribute("width"))
    );
    assertEquals(new Set(widths).size, 1);
    assertEquals(noise, []);
  }
});

Deno.test("quoteLadder() lives in JupyterLab, where arrow keys move the slider and not the notebook", async () => {
  const { folder, file } = await scratchNotebook("explorable", [
    'import { quoteLadder } from "@digital-market-maker/lab/notebook";\nquoteLadder({ inventory: 0 });',
    "1 + 1;",
  ]);
  const lab = await openLab(folder);
  try {
    await using opened = await lab.open(file);
    const { page } = opened;
    await runAll(page);
    const root = page.locator('[data-explorable="quote_ladder"][data-live]');
    await assertShows(root, quoteLadderExplorable, { inventory: 0 });
    const slider = root.locator('input[name="inventory"]');
    await press(page, slider, "ArrowUp", "ArrowRight", "ArrowDown");
    await assertShows(root, quoteLadderExplorable, { inventory: 1 });
    await screenshot(page, "explorable");
  } finally {
    await lab.end();
  }
});
