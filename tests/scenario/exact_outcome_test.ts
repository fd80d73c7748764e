import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { exactOutcome, type Participant, policyOf } from "../../lib/scenario/exact_outcome.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import { naive } from "../../lib/strategy/naive.ts";

const readme = scenario("readme");

Deno.test("exactOutcome() gives the design's numbers for both traders of readme", () => {
  const [plain, as] = [exactOutcome(readme, "naive"), exactOutcome(readme, "as")];
  assertAlmostEquals(plain.mean, 227.45, 0.005);
  assertAlmostEquals(plain.sd, 355.65, 0.005);
  assertAlmostEquals(as.mean, 223.04, 0.005);
  assertAlmostEquals(as.sd, 88.58, 0.005);
});

Deno.test("exactOutcome() takes a trader of one's own, on its own terms", () => {
  const { execution } = readme.traders.as;
  const limited = exactOutcome(readme, { strategy: naive({ halfSpread: 0.65 }), execution });
  assertEquals(limited.name, "Naive");
  assertEquals(limited.expected.takerTrades > 10, true);
  assertEquals(exactOutcome(readme, readme.traders.as), exactOutcome(readme, "as"));
});

Deno.test("exactOutcome() reads market and clock from the setting, not from its name", () => {
  const half = scenario("readme", { horizon: 250, steps: 250 });
  assertAlmostEquals(exactOutcome({ ...readme, grid: half.grid }, "naive").mean, 227.45 / 2, 0.005);
});

Deno.test("policyOf() tabulates the trader who is named", () => {
  assertEquals(policyOf(readme, "naive").name, readme.traders.naive.strategy.name);
  assertEquals(policyOf(readme, "as").name, readme.traders.as.strategy.name);
});

Deno.test("policyOf() names a trader that is not there", () => {
  const wrong = "nobody" as Participant;
  assertThrows(() => policyOf(readme, wrong), TypeError, "Cannot take policyOf as who must be");
});
