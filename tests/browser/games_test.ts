import { assert, assertEquals } from "@std/assert";
import { dayGameExplorable } from "../../lib/notebook/explorables/day_game.ts";
import * as explorables from "../../lib/notebook/explorables/mod.ts";
import { strategyExplorable } from "../../lib/notebook/explorables/strategy_explorer.ts";
import { assertShows, openOutputs, press } from "./explorables_page.ts";
import { startBrowser } from "./lab_session.ts";
import { desk } from "./quiet_page.ts";

Deno.test("dayGame() is played by keys: steps, sliders, back, a new day", async () => {
  await using browser = await startBrowser();
  const { page, noise } = await openOutputs(browser, "game", [explorables.dayGame()], desk);
  const root = page.locator('[data-explorable="day_game"]');
  const button = (name: string) => root.getByRole("button", { name, exact: true });
  await button("Trade one step").waitFor();
  await assertShows(root, dayGameExplorable, {});
  await press(page, button("Trade one step"), "Enter", "Space");
  await press(page, root.locator('input[name="bidDepth"]'), "ArrowLeft", "ArrowLeft");
  await press(page, button("Ten steps"), "Enter");
  const moves = [...Array(2).fill("0.65/0.65"), ...Array(10).fill("0.55/0.65")];
  await assertShows(root, dayGameExplorable, { bidDepth: 0.55, moves: moves.join(" ") });
  assert((await root.locator(".dmm-summary").textContent())?.startsWith("Step 12: "));
  await press(page, button("Take back"), "Enter", "Enter");
  const fewer = moves.slice(0, 10).join(" ");
  await assertShows(root, dayGameExplorable, { bidDepth: 0.55, moves: fewer });
  await press(page, button("Ten steps"), ...Array(6).fill("Enter"));
  assert((await root.locator(".dmm-summary").textContent())?.startsWith("The day is over."));
  await press(page, button("New day"), "Enter");
  await assertShows(root, dayGameExplorable, { bidDepth: 0.55, moves: "", seed: 2 });
  assertEquals(noise, []);
});

Deno.test("strategyExplorer() trades what is typed, and says what it cannot read", async () => {
  await using browser = await startBrowser();
  const { page, noise } = await openOutputs(browser, "own", [explorables.strategyExplorer()], desk);
  const root = page.locator('[data-explorable="strategy_explorer"]');
  const rule = root.locator("textarea");
  const status = root.locator(".dmm-summary");
  const says = async (words: string) => await status.filter({ hasText: words }).waitFor();
  await rule.waitFor();
  await assertShows(root, strategyExplorable, {});
  const typed = async (text: string) => {
    await rule.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  };
  await typed("lean = 0.1 * invntory\nbidDepth = 0.7 + lean\naskDepth = 0.7 - lean");
  await says("line 1 has invntory: did you mean inventory?");
  assertEquals(await root.locator("svg").count(), 0);
  const own = "lean = 0.1 * inventory\nbidDepth = 0.7 + lean\naskDepth = 0.7 - lean";
  await typed(own);
  await says("On this day yours gains");
  await assertShows(root, strategyExplorable, { rule: own });
  assertEquals(await rule.inputValue(), own);
  await root.locator('select[name="market"]').selectOption("toxic");
  await assertShows(root, strategyExplorable, { rule: own, market: "toxic" });
  assertEquals(noise, []);
});
