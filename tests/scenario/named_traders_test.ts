import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { type TraderName, traderNames, tradersOf } from "../../lib/scenario/named_traders.ts";
import { policies } from "../../lib/scenario/policies.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import { policyTable } from "../../lib/trading/policy_table.ts";

Deno.test("tradersOf() knows a scenario's own two, and every policy by the name that policies() gives it", () => {
  for (const name of ["paper", "readme", "toxic"] as const) {
    const world = scenario(name, { steps: 40 });
    const all = policies(world);
    assertEquals<readonly string[]>(traderNames, ["naive", "as", ...Object.keys(all)]);
    const named = tradersOf(world, traderNames);
    assertEquals(Object.keys(named), [...traderNames]);
    for (const one of traderNames) {
      const same = one === "naive" || one === "as" ? world.traders[one] : all[one];
      assertEquals(policyTable(world, named[one]), policyTable(world, same), one);
    }
  }
});

Deno.test("tradersOf() tells the nearest name, and refuses nobody, twice the same, and a geometric price", () => {
  const world = scenario("paper");
  const { message } = assertThrows(() => tradersOf(world, ["gltf" as TraderName]), TypeError);
  assertStringIncludes(message, "glft");
  assertThrows(() => tradersOf(world, []), TypeError, "at least one");
  assertThrows(() => tradersOf(world, ["as", "as"]), TypeError, "none twice");
  const geometric = scenario("gbm");
  assertEquals(Object.keys(tradersOf(geometric)), ["naive", "as"]);
  assertThrows(() => tradersOf(geometric, ["glft"]), TypeError, "price");
});
