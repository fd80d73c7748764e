import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { task } from "./simulate_task.ts";

Deno.test("deno task simulate --periods gives Sharpe ratios that hardly know the grid, and names the convention", async () => {
  const coarse = ["--paths", "200", "--set", "steps=250"];
  const fine = ["--paths", "200", "--set", "steps=2500"];
  const ratio = async (...args: string[]): Promise<number> =>
    JSON.parse((await task("--json", ...args)).out).strategies.as.sharpeMean;
  const kept = await ratio(...fine, "--periods", "252") /
    await ratio(...coarse, "--periods", "252");
  const stepped = await ratio(...fine) / await ratio(...coarse);
  assert(kept > 0.7 && kept < 1.5, `${kept}`);
  assertAlmostEquals(stepped / kept, 1 / Math.sqrt(10), 1e-12);
  assertStringIncludes((await task("--paths", "20")).out, "Sharpe per step × √252.");
  const yearly = await task("--paths", "20", "--periods", "12");
  assertStringIncludes(yearly.out, "Sharpe per step × √steps × √12 sessions a year.");
  const wrong = await task("--periods", "0");
  assertEquals(wrong.code, 2);
  assertStringIncludes(wrong.errors, "Cannot read --periods as it must be a number > 0");
});
