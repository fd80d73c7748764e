import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { runTask } from "./simulate_task.ts";

Deno.test("deno task choose names a risk aversion that deno task exact confirms to three digits", async () => {
  for (
    const [scenario, trader, bound] of [["paper", "as", 2], ["readme", "glft", 1.5]] as const
  ) {
    const where = ["--scenario", scenario, "--set", "steps=250"];
    const asked = ["--inventory-sd", String(bound), "--trader", trader, "--json"];
    // A slow machine hears of progress beside the answer.
    const { code, out } = await runTask("choose", ...where, ...asked);
    assertEquals(code, 0);
    const { riskAversion, found, depths } = JSON.parse(out);
    assertEquals(found, true);
    assertEquals(depths.bid.length, depths.time.length);
    const set = ["--set", `riskAversion=${riskAversion}`, "--traders", trader, "--json"];
    const exact = await runTask("exact", ...where, ...set);
    assertAlmostEquals(
      JSON.parse(exact.out).strategies[trader].finalInventorySd / bound,
      1,
      5e-4,
    );
  }
});

Deno.test("deno task choose prints sentence, results, depths and how to go on", async () => {
  const { code, out } = await runTask("choose", "--loss", "0@1%", "--set", "limit=4");
  assertEquals(code, 0);
  for (
    const words of [
      "The smallest risk aversion that keeps the loss that 1 % of sessions exceed to 0 is",
      "bid, at all times",
      "Go on: deno task exact --traders as --set limit=4 --set riskAversion=",
    ]
  ) assertStringIncludes(out, words);
});

Deno.test("deno task choose says honestly where none does, with exit code 1", async () => {
  const { code, out } = await runTask(
    ...["choose", "--scenario", "paper", "--inventory-sd", "0.01"] as const,
  );
  assertEquals(code, 1);
  assert(out.includes("No risk aversion from"), out);
});

Deno.test("deno task choose refuses in one line, with exit code 2", async () => {
  for (
    const [flags, words] of [
      [[], "exactly one of"],
      [["--inventory-sd", "1", "--loss", "1@1%"], "exactly one of"],
      [["--loss", "100"], "AMOUNT@SHARE"],
      [["--loss", "100@100%"], "AMOUNT@SHARE"],
      [["--drawdown", "-5@1%"], "drawdown"],
      [["--inventory-sd", "0"], "> 0"],
      [["--inventory-sd", "1", "--trader", "gltf"], "did you mean glft?"],
      [["--inventory-sd", "1", "--trader", "as,glft"], "one name"],
      [["--loss", "1@1%", "--scenario", "gbm"], "normal"],
    ] as const
  ) {
    const { code, out, errors } = await runTask("choose", ...flags);
    assertEquals([code, out, errors.trimEnd().split("\n").length], [2, "", 1], errors);
    assertStringIncludes(errors, words);
  }
});
