import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { picturesOf } from "../../../lib/notebook/explorables/scene_charts.ts";
import { strategyExplorable } from "../../../lib/notebook/explorables/strategy_explorer.ts";
import { strategyExplorerModel } from "../../../lib/notebook/explorables/strategy_explorer_model.ts";

Deno.test("strategyExplorerModel(): AS in the reader's words is AS, on the tape and in all days", () => {
  // The README's spread: half of the risk's term, all of the other, and a time left of one.
  const rule = "lean = riskAversion * volatility ** 2\n" +
    "half = log(1 + riskAversion / decay) / riskAversion + lean / 4\n" +
    "bidDepth = half + lean * inventory\naskDepth = half - lean * inventory";
  for (const market of ["readme", "toxic"] as const) {
    const { moments: { yours, as }, sessions } = strategyExplorerModel({ rule, market, seed: 4 });
    assertEquals(sessions.yours.inventory, sessions.as.inventory);
    sessions.yours.wealth.forEach((w, n) => assertAlmostEquals(w, sessions.as.wealth[n], 1e-9));
    assertAlmostEquals(yours.mean, as.mean, 1e-9);
    assertAlmostEquals(yours.sd, as.sd, 1e-9);
  }
});

Deno.test("strategyExplorerModel(): a rule that reads the price is estimated, and says so", () => {
  const level = (own: string) => ({
    ...strategyExplorable.defaults,
    rule: `bidDepth = 0.65 + 0.05 * inventory${own}\naskDepth = 0.65 - 0.05 * inventory`,
  });
  const exact = strategyExplorerModel(level("")).moments.yours;
  const estimated = strategyExplorerModel(level(" + 0 * midPrice")).moments.yours;
  assertEquals([exact.days, estimated.days], [undefined, 200]);
  assert(Math.abs(estimated.mean - exact.mean) < 5 * exact.sd / Math.sqrt(200));
  const { summary } = strategyExplorable.view(strategyExplorerModel(level(" + 0 * midPrice")), 680);
  assert(summary.includes("over 200 days"));
});

Deno.test("strategyExplorer draws every market, and a rule that never quotes", () => {
  const { defaults, view } = strategyExplorable;
  const never = { rule: "bidDepth = Infinity\naskDepth = Infinity" };
  for (const changes of [{}, { market: "toxic" as const }, { seed: 0 }, never]) {
    const { charts, summary, table } = view(
      strategyExplorerModel({ ...defaults, ...changes }),
      680,
    );
    assert(!/NaN|undefined/.test(summary + JSON.stringify(table)), summary);
    picturesOf(charts, 680);
  }
});
