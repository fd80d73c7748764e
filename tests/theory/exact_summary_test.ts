import { assertEquals, assertLess, assertThrows } from "@std/assert";
import { scenario } from "../../lib/scenario/scenario.ts";
import { exactSummary } from "../../lib/theory/exact_summary.ts";

Deno.test("exactSummary() says what a certainty equivalent rests on, and why there is none", () => {
  const summary = (name: Parameters<typeof scenario>[0], key: "naive" | "as", gamma = 0.01) => {
    return exactSummary(scenario(name), key, { riskAversion: gamma });
  };
  assertEquals(summary("paper", "as").certaintyEquivalentNote, null);
  assertEquals(
    summary("readme", "as").certaintyEquivalentNote,
    "rebates and fees at the initial mid-price",
  );
  const naive = summary("readme", "naive");
  assertLess(naive.certaintyEquivalent!, -1e5);
  assertEquals(naive.certaintyEquivalentNote?.includes("one session in a million"), true);
  const gbm = summary("gbm", "as");
  assertEquals(gbm.certaintyEquivalent, null);
  assertEquals(gbm.certaintyEquivalentNote?.includes("geometric price"), true);
  assertThrows(() => summary("paper", "as", -1), RangeError, "riskAversion must be >= 0");
});
