import { exactMoments, scenario, simulate, tradersOf } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { runTask, task } from "./simulate_task.ts";

const strategiesOf = (out: string) => JSON.parse(out).strategies;

Deno.test("deno task simulate --traders trades everybody by name on the same tapes, near the exact results", async () => {
  const names = ["as", "saturating", "glft", "stepped", "cj", "naive"] as const;
  const flags = ["--scenario", "paper", "--set", "steps=50", "--paths", "400", "--seed", "2"];
  const { code, out } = await task("--json", "--traders", names.join(), ...flags);
  assertEquals(code, 0);
  const strategies = strategiesOf(out);
  assertEquals(Object.keys(strategies), [...names]);
  const world = scenario("paper", { steps: 50 });
  const traders = tradersOf(world, names);
  const direct = simulate({ ...world, traders, paths: 400, seed: 2 }).traders;
  for (const name of names) {
    const { mean, sd } = exactMoments(world, traders[name]);
    const error = Math.abs(strategies[name].mean - mean);
    assert(error <= 5 * sd / Math.sqrt(400) + 1e-9, name);
    const { profit } = direct[name].finals;
    assertAlmostEquals(strategies[name].mean, profit.reduce((a, b) => a + b, 0) / 400, 1e-9);
  }
});

Deno.test("deno task merge puts shards of any traders together, and refuses shards of others", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const shard = async (i: number, names: string) => {
      const file = `${folder}/${i}-${names}.json`;
      const flags = ["--traders", names, "--set", "steps=20", "--paths", "60"];
      const { code } = await task(...flags, "--shard", `${i}/2`, "--out", file);
      assertEquals(code, 0);
      return file;
    };
    const [first, second, other] = [
      await shard(1, "glft,cj"),
      await shard(2, "glft,cj"),
      await shard(2, "glft"),
    ];
    const merged = strategiesOf((await runTask("merge", "--json", first, second)).out);
    const flags = ["--traders", "glft,cj", "--set", "steps=20", "--paths", "60"];
    const whole = strategiesOf((await task("--json", ...flags)).out);
    assertEquals(Object.keys(merged), ["glft", "cj"]);
    for (const name of ["glft", "cj"]) {
      assertAlmostEquals(merged[name].mean, whole[name].mean, 1e-9);
      assertEquals(merged[name].inventoryMax, whole[name].inventoryMax);
    }
    const { code, errors } = await runTask("merge", first, other);
    assertEquals(code, 1);
    assertStringIncludes(errors, "different runs");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("deno task simulate --traders refuses in one line who is not there", async () => {
  for (
    const [flags, words] of [
      [["--traders", "gltf"], "did you mean glft?"],
      [["--traders", "naive,naive"], "twice"],
      [["--scenario", "gbm", "--traders", "glft"], "price"],
      [["--control", "as", "--traders", "as,glft"], "among --traders"],
    ] as const
  ) {
    const { code, out, errors } = await task(...flags);
    assertEquals([code, out, errors.trimEnd().split("\n").length], [2, "", 1], errors);
    assertStringIncludes(errors, words);
  }
});
