import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join, relative } from "node:path";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { type LabSession, openLab, screenshot } from "./lab_session.ts";
import { cellOutputs, codeCell, interrupt, runAll, startCell } from "./notebook_page.ts";
import { charts, hoverText } from "./plotly_page.ts";
import { scratchNotebook } from "../kernel/scratch_notebook.ts";

const root = join(projectRoot, ".cache", "lab");
let lab: LabSession;
Deno.test.beforeAll(async () => {
  lab = await openLab(root);
});
Deno.test.afterAll(() => lab.end());

// The server and the browser outlive each test.
const shared = { sanitizeOps: false, sanitizeResources: false };

Deno.test("deno task lab runs a notebook: every output is under its own cell", shared, async () => {
  const logs = (n: number) => `for (let i = 0; i < 20; i++) console.log("log", ${n}, i);`;
  const sources = [
    'import { inKernel } from "@digital-market-maker/lab/notebook";',
    ...Array.from({ length: 12 }, (_, n) => n % 2 ? `"value " + ${n}` : logs(n)),
    "inKernel()",
  ];
  const { path } = await scratchNotebook("outputs", sources);
  await using opened = await lab.open(relative(root, path));
  const { page, abroad } = opened;
  await runAll(page);
  const cells = await cellOutputs(page);
  await screenshot(page, "scratch-outputs");
  assertEquals(cells.map(({ prompt }) => prompt), sources.map((_, i) => `[${i + 1}]:`));
  assertEquals(cells[0].outputs, []);
  for (let n = 0; n < 12; n++) {
    const text = cells[n + 1].outputs.map((output) => output.text).join("");
    if (n % 2) assertEquals(text, `"value ${n}"`);
    else assertEquals(text.match(/log \d+/g), Array<string>(20).fill(`log ${n}`));
  }
  assertEquals(cells.at(-1)?.outputs, [{ format: "text/plain", text: "true" }]);
  assertEquals(abroad, [], "JupyterLab asks nothing of the network");
});

Deno.test(
  "deno task lab says why a cell was not run, where the kernel is mute",
  shared,
  async () => {
    const { path } = await scratchNotebook("mute", [
      "const spread = ;",
      'import { nothing } from "npm:@no-such-scope/no-such-package@1";',
      "1 + 1",
    ]);
    await using opened = await lab.open(relative(root, path));
    await runAll(opened.page);
    const [syntax, missing, sound] = await cellOutputs(opened.page);
    assertEquals(syntax.outputs.map(({ text }) => text), [
      "SyntaxError: Expression expected (line 1, column 16)",
    ]);
    assertStringIncludes(missing.outputs[0]?.text ?? "", "no-such-package");
    assertEquals(sound.outputs.map(({ text }) => text), ["2"]);
  },
);

Deno.test("deno task lab shows Plotly charts that answer the mouse", shared, async () => {
  const { path } = await scratchNotebook("chart", [
    `import { displayMethod } from "@digital-market-maker/lab/notebook";
const data = [{ x: [1, 2, 3, 4, 5], y: [2, 4, 8, 16, 32], name: "powers", mode: "lines+markers" }];
({ [displayMethod]: () => ({ "application/vnd.plotly.v1+json": { data, layout: { hovermode: "x" } } }) });`,
  ]);
  await using opened = await lab.open(relative(root, path));
  const { page } = opened;
  await runAll(page);
  assertEquals(await charts(page).count(), 1);
  const text = await hoverText(page, charts(page).first());
  await screenshot(page, "scratch-chart");
  assert(/^(12|24|38|416|532)$/.test(text), `${text} is an x and its power of two`);
});

Deno.test(
  "Stop ends a cell that runs for ever, and the notebook keeps its variables",
  shared,
  async () => {
    const { path } = await scratchNotebook("stop", [
      `import { progressBar } from "@digital-market-maker/lab/notebook";
let rounds = 0;
const tell = progressBar("Going round");`,
      "for (;;) { const start = performance.now(); while (performance.now() - start < 10);\n" +
      "  tell(Math.min(++rounds, 999), 1000); console.log('round', rounds); }",
      "[rounds > 0, typeof tell]",
    ]);
    await using opened = await lab.open(relative(root, path));
    const { page } = opened;
    await startCell(page, 0);
    await startCell(page, 1);
    const value = codeCell(page, 1).locator('[role="progressbar"]');
    const early = Number(await value.getAttribute("aria-valuenow"));
    await page.waitForTimeout(1500);
    const later = Number(await value.getAttribute("aria-valuenow"));
    await screenshot(page, "scratch-progress");
    assert(later > early, `the bar moved from ${early} to ${later}`);
    await interrupt(page);
    await startCell(page, 2);
    const result = codeCell(page, 2).locator(".jp-OutputArea-output");
    await result.waitFor({ timeout: 10_000 });
    assertEquals(await result.allTextContents(), ['[ true, "function" ]']);
    const printed = (await cellOutputs(page))[1].outputs.map(({ text }) => text).join("");
    const rounds = [...printed.matchAll(/round (\d+)/g)].map(([, round]) => Number(round));
    assertEquals(rounds, rounds.map((_, i) => i + 1));
    assert(rounds.length > 50, `${rounds.length} rounds are printed under the loop`);
    await screenshot(page, "scratch-stopped");
  },
);
