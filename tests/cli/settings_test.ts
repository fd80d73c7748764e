import { assertEquals, assertThrows } from "@std/assert";
import { UsageError } from "../../lib/cli/flags.ts";
import { printedParameters, scenarioFlags, settingKeys } from "../../lib/cli/settings.ts";
import { scenario } from "../../lib/scenario/scenario.ts";

const read = (pairs: readonly string[]) => scenarioFlags.set.read("set", pairs);

Deno.test("--set takes a key once, whichever it is and whatever else is set", () => {
  const printed = printedParameters(scenario("gbm").parameters);
  for (const key of settingKeys) {
    const value = printed[key] === null || printed[key] === undefined ? "1" : String(printed[key]);
    const [pair, other] = [`${key}=${value}`, key === "steps" ? "horizon=2" : "steps=2"];
    assertEquals(Object.keys(read([pair, other])).sort(), [key, other.split("=")[0]].sort());
    for (const pairs of [[pair, pair], [pair, other, pair]]) {
      assertThrows(() => read(pairs), UsageError, `Cannot set ${key} as it is given twice`);
    }
  }
});
