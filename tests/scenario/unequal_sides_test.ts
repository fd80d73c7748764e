import {
  exactMoments,
  policies,
  scenario,
  simulate,
  type TraderName,
  tradersOf,
} from "@digital-market-maker/lab";
import { assertEquals, assertGreaterOrEqual, assertThrows } from "@std/assert";
import { runTask } from "../cli/simulate_task.ts";
import { assertDeviationWithinStandardErrors, assertWithinStandardErrors } from "../statistics.ts";
import { certaintyEquivalent } from "../../lib/theory/certainty_equivalent.ts";

const sides = { scale: { bid: 140, ask: 90 }, decay: { bid: 1.5, ask: 2 } };

Deno.test("A scenario of sides that differ is simulated as it is solved, for every policy that knows of sides", () => {
  const market = scenario("paper", { ...sides, steps: 100 });
  const names: readonly TraderName[] = ["as", "clock", "glft", "stepped", "cj", "closedForm"];
  const traders = tradersOf(market, names, { maxInventory: 8 });
  const { traders: simulated } = simulate({ ...market, traders, paths: 20_000, seed: 7 });
  for (const name of names) {
    const { mean, sd, finalInventory } = exactMoments(market, traders[name]);
    const { profit, finalInventory: held } = simulated[name].finals;
    assertWithinStandardErrors(profit, mean, { z: 4 });
    assertDeviationWithinStandardErrors(profit, sd, { z: 4 });
    assertWithinStandardErrors(held, finalInventory.mean, { z: 4 });
  }
});

Deno.test("In a scenario of sides that differ nobody is worth more than the optimum in steps", () => {
  for (
    const changes of [sides, { decay: { bid: 2, ask: 1 }, limit: 6, breach: "flatten" } as const]
  ) {
    const market = scenario("paper", { ...changes, steps: 50 });
    const names = ["stepped", "as", "glft", "asymptotic", "closedForm", "cj"] as const;
    const traders = tradersOf(market, names);
    const worth = (name: typeof names[number]) =>
      certaintyEquivalent(market, traders[name], { riskAversion: 0.1 }).value;
    for (const name of names) assertGreaterOrEqual(worth("stepped") + 1e-9, worth(name), name);
  }
});

Deno.test("The saturating horizon refuses sides that differ, and says who serves them", () => {
  assertThrows(
    () => scenario("paper", { scale: sides.scale, timeLeft: "saturating" }),
    RangeError,
    "Cannot build scenario as scale must be the same for bid and ask: current value is bid 140, ask 90; " +
      "another horizon rule serves sides that differ",
  );
  assertThrows(
    () => policies(scenario("paper", { scale: sides.scale })),
    RangeError,
    "Cannot build policy saturating as scale must be the same for bid and ask",
  );
  assertThrows(
    () => tradersOf(scenario("paper", { decay: sides.decay }), ["saturating"]),
    RangeError,
    "Cannot build policy saturating as decay must be the same for bid and ask: current value is bid 1.5, ask 2; " +
      "glft serves sides that differ",
  );
});

Deno.test("deno task exact --set takes one number a side, prints it as it is written, and refuses half of it", async () => {
  const flags = ["--scenario", "paper", "--set", "steps=20", "--traders", "as,glft", "--json"];
  const { code, out, errors } = await runTask("exact", ...flags, "--set", "decay=bid:1.5/ask:2");
  assertEquals(code, 0, errors);
  const { parameters, strategies } = JSON.parse(out);
  assertEquals([parameters.decay, parameters.scale], ["bid:1.5/ask:2", 140]);
  const market = scenario("paper", { steps: 20, decay: sides.decay });
  assertEquals(strategies.as.mean, exactMoments(market, "as").mean);
  for (const value of ["bid:1.5", "bid:x/ask:2", "ask:2/bid:1.5", "bid:1/ask:2/ask:3"]) {
    const wrong = await runTask("exact", "--set", `decay=${value}`);
    assertEquals([wrong.code, wrong.out, wrong.errors.trimEnd().split("\n").length], [2, "", 1]);
  }
});
