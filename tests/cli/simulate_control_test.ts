import { exactMoments, scenario } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { task } from "./simulate_task.ts";

Deno.test("deno task simulate --control frees the other's mean of noise, and counts the paths saved", async () => {
  for (
    const [name, control, trader] of [["toxic", "as", "naive"], ["gbm", "naive", "as"]] as const
  ) {
    const { out } = await task(
      "--json",
      "--paths",
      "400",
      "--scenario",
      name,
      "--control",
      control,
    );
    const { strategies, controlled } = JSON.parse(out);
    assertEquals([controlled.control, controlled.trader], [control, trader]);
    const { standardError } = strategies[trader];
    const saved = 1 - (controlled.standardError / standardError) ** 2;
    assertAlmostEquals(controlled.pathsSaved, saved, 1e-12);
    assert(saved > 0.05 && saved < 1, `${saved}`);
    const { mean } = exactMoments(scenario(name), trader);
    assert(Math.abs(controlled.mean - mean) < 5 * controlled.standardError, `${controlled.mean}`);
  }
});

Deno.test("deno task simulate --control puts the means of batches together", async () => {
  // A batch holds 2¹⁸ paths: the last one, of two, is too few for a control.
  const set = ["--set", "steps=4", "--set", "horizon=20", "--set", "volatility=5"];
  const { out } = await task("--json", "--paths", `${2 ** 18 + 2}`, "--control", "as", ...set);
  const { strategies, controlled } = JSON.parse(out);
  const { mean } = exactMoments(
    scenario("readme", { steps: 4, horizon: 20, volatility: 5 }),
    "naive",
  );
  assert(Math.abs(controlled.mean - mean) < 5 * controlled.standardError, `${controlled.mean}`);
  assert(controlled.standardError < strategies.naive.standardError);
});

Deno.test("deno task simulate --control says in words what it saved, and refuses what it cannot serve", async () => {
  const { out } = await task("--paths", "50", "--control", "as");
  const line = /Naive with AS as control: profit [\d.]+ ± [\d.]+, [\d.]+ % of the paths saved\./;
  assert(line.test(out), out);
  const refused = async (words: string, ...args: readonly string[]) => {
    const { code, errors } = await task(...args);
    assertEquals(code, 2);
    assertStringIncludes(errors, words);
  };
  await refused("paths must be at least 3: there are 2", "--paths", "2", "--control", "as");
  await refused("must be one of naive, as", "--control", "glft");
  await refused("a shard holds sums of its paths", "--control", "as", "--shard", "1/2");
});
