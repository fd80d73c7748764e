import type { ScenarioParameters } from "@digital-market-maker/lab";
import { assertEquals } from "@std/assert";
import { moved } from "./changes.ts";
import { presets } from "../../lib/scenario/parameters.ts";

Deno.test("scenario() changes in each key what the key is about, and nothing else", () => {
  const market = ["market"];
  const expected: Readonly<Record<string, readonly [Partial<ScenarioParameters>, string[]]>> = {
    initialPrice: [{ initialPrice: 50 }, market],
    volatility: [{ volatility: 2 }, ["market", "asQuotes"]],
    drift: [{ drift: 0.1 }, market],
    horizon: [{ horizon: 250 }, ["market", "grid"]],
    steps: [{ steps: 1000 }, ["market", "grid"]],
    scale: [{ scale: 0.8 }, market],
    decay: [{ decay: 1.2 }, ["market", "asQuotes"]],
    fills: [{ fills: "exact" }, market],
    flowBias: [{ flowBias: 0.1 }, market],
    price: [{ price: "geometric", volatility: 0.015 }, market],
    pull: [{ price: "ornstein-uhlenbeck", pull: 2 }, market],
    meanLevel: [{ price: "ornstein-uhlenbeck", pull: 2, meanLevel: 90 }, market],
    riskAversion: [{ riskAversion: 0.1 }, ["asQuotes"]],
    spread: [{ spread: "paper" }, ["asQuotes"]],
    timeLeft: [{ timeLeft: { constant: 2 } }, ["asQuotes"]],
    endPenalty: [{ timeLeft: "saturating", endPenalty: 1 }, ["asQuotes"]],
    halfSpread: [{ halfSpread: 1 }, ["naiveQuotes"]],
    limit: [{ limit: 3 }, ["asTerms"]],
    breach: [{ breach: "flatten" }, ["asTerms"]],
    crossingCost: [{ crossingCost: 0.1 }, ["asTerms"]],
    minimumDepth: [{ minimumDepth: 0.1 }, ["asTerms"]],
    rebate: [{ rebate: 0 }, ["naiveTerms", "asTerms"]],
    fee: [{ fee: 0 }, ["naiveTerms", "asTerms"]],
    orderSize: [{ orderSize: 2 }, ["asQuotes", "naiveTerms", "asTerms"]],
  };
  assertEquals(Object.keys(expected).toSorted(), Object.keys(presets.readme.parameters).toSorted());
  for (const [key, [changes, parts]] of Object.entries(expected)) {
    assertEquals(moved("readme", changes), parts, key);
  }
  assertEquals(moved("readme", {}), []);
});

Deno.test("scenario() puts limits on both traders in `paper`, and AS's rules on its symmetric strategy", () => {
  assertEquals(moved("paper", { limit: 3, breach: "flatten" }), ["naiveTerms", "asTerms"]);
  assertEquals(moved("paper", { minimumDepth: 0 }), ["naiveTerms", "asTerms"]);
  for (
    const changes of [{ riskAversion: 0.5 }, { spread: "readme" }, {
      timeLeft: { floor: 0.9 },
    }] as const
  ) {
    assertEquals(moved("paper", changes), ["naiveQuotes", "asQuotes"]);
  }
  assertEquals(moved("paper", { halfSpread: 1 }), ["naiveQuotes"]);
});
