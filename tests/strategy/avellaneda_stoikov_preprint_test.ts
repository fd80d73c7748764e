import { assertAlmostEquals, assertThrows } from "@std/assert";
import { avellanedaStoikovPreprint } from "../../lib/strategy/avellaneda_stoikov_preprint.ts";
import { told } from "./quote_laws.ts";
import { testStrategyLaws } from "./strategy_laws.ts";

testStrategyLaws({
  name: "avellanedaStoikovPreprint()",
  build: (beliefs) => avellanedaStoikovPreprint(told(beliefs)),
  maxInventory: 20,
});

Deno.test("avellanedaStoikovPreprint() has the printed spreads, narrower where risk aversion grows", () => {
  for (const [riskAversion, spread] of [[0.01, 1.33], [0.1, 1.29], [0.5, 1.15]]) {
    const { quote } = avellanedaStoikovPreprint({ riskAversion, volatility: 2, decay: 1.5 });
    const { bidDepth, askDepth } = quote({ time: 0, timeLeft: 1, midPrice: 100, inventory: 2 });
    assertAlmostEquals(bidDepth + askDepth, spread, 0.005);
    assertAlmostEquals((bidDepth - askDepth) / 2, 2 * riskAversion * 4, 1e-12);
  }
});

Deno.test("avellanedaStoikovPreprint() refuses what it cannot believe", () => {
  const build = (change: object) =>
    avellanedaStoikovPreprint({ riskAversion: 0.1, volatility: 2, decay: 1.5, ...change });
  assertThrows(() => build({ riskAversion: -1 }), RangeError, "riskAversion must be >= 0");
  assertThrows(() => build({ volatility: NaN }), RangeError, "volatility must be >= 0");
  assertThrows(() => build({ decay: 0 }), RangeError, "decay must be > 0");
});
