import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { scenario, type ScenarioName, simulate } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertMatch } from "@std/assert";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { chromiumAdvice, findChromium } from "../gate/find_chromium.ts";
import { twinOf } from "../monte_carlo/gpu/worlds.ts";
import type { Answer } from "./gpu_page.ts";

const folder = join(projectRoot, ".cache", "browser", "gpu");
const names = ["paper", "readme", "toxic", "gbm"] as const;
const paths = 25;

/** Writes the page with the bundled library. */
async function writePage(): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("deno", {
    args: ["bundle", "--quiet", "--platform=browser", "--format=iife", "tests/browser/gpu_page.ts"],
    cwd: projectRoot,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeFile(join(folder, "library.js"), stdout);
  const page = join(folder, "page.html");
  await Deno.writeTextFile(
    page,
    '<!doctype html><meta charset="utf-8"><title>WebGPU</title><script src="library.js"></script>',
  );
  return pathToFileURL(page).href;
}

/** Runs the scenarios in a page of a browser with these flags. */
async function answersWith(...flags: readonly string[]): Promise<Map<ScenarioName, Answer>> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(chromiumAdvice);
  const args = ["--no-sandbox", "--disable-quic", "--no-first-run", ...flags];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    await page.goto(await writePage());
    const answers = new Map<ScenarioName, Answer>();
    for (const name of names) {
      const answer = await page.evaluate(
        ([name, paths, seed]) => Reflect.get(globalThis, "runInPage")(name, paths, seed),
        [name, paths, "page"] as const,
      );
      answers.set(name, answer);
    }
    return answers;
  } finally {
    await browser.close();
  }
}

/** The page's numbers are the CPU's, after a sentence. */
function assertFellBack(answers: ReadonlyMap<ScenarioName, Answer>): void {
  for (const [name, { backend, adapter, said, finals }] of answers) {
    assertEquals([backend, adapter, said.length], ["cpu", undefined, 1]);
    assertMatch(said[0], /^Running on the CPU, as .*(adapter|WebGPU)/);
    const { traders } = simulate({ ...scenario(name), paths, seed: "page" });
    for (const key of ["naive", "as"] as const) {
      const { profit, finalInventory } = traders[key].finals;
      finals[key].forEach(([value, q], i) => {
        assertAlmostEquals(value, profit[i], 1e-6);
        assertEquals(q, finalInventory[i]);
      });
    }
  }
}

Deno.test("monteCarloOnGpu() in a page without an adapter says so and gives the CPU's numbers", async () => {
  assertFellBack(await answersWith("--disable-gpu", "--disable-features=WebGPU"));
});

/** Every path is trade()'s, on the tape of the shader's numbers. */
function assertTradedAlike(answers: ReadonlyMap<ScenarioName, Answer>): void {
  for (const [name, { backend, said, finals }] of answers) {
    assertEquals([backend, [...said]], ["gpu", []]);
    const { market, grid, traders } = scenario(name);
    for (const key of ["naive", "as"] as const) {
      finals[key].forEach(([profit, q], path) => {
        const { wealth, inventory } = twinOf({ market, grid, seed: "page" }, traders[key], path);
        assertAlmostEquals(profit, wealth[grid.steps] - wealth[0], 0.01);
        assertEquals(q, inventory[grid.steps]);
      });
    }
  }
}

Deno.test("monteCarloOnGpu() in a page that may use WebGPU", async (t) => {
  const answers = await answersWith("--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader");
  const adapter = answers.get("paper")?.adapter;
  if (adapter === undefined) {
    await t.step("runs on the CPU, as this browser has no adapter", () => assertFellBack(answers));
  } else {
    await t.step(
      `trades on the adapter ${adapter} as trade() does`,
      () => assertTradedAlike(answers),
    );
  }
});
