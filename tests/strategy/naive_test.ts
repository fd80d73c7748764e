import { naive } from "@digital-market-maker/lab";
import { assertEquals, assertThrows } from "@std/assert";
import { testStrategyLaws } from "./strategy_laws.ts";

testStrategyLaws({
  name: "naive()",
  build: ({ currency, quantity }) => naive({ halfSpread: 0.65 * currency / quantity }),
  maxInventory: 20,
  leans: 0,
});

Deno.test("naive() quotes its half-spread on both sides, also through the mid", () => {
  const situation = { time: 3, timeLeft: 0, midPrice: -5, inventory: 40 };
  for (const halfSpread of [0.65, 0, -0.2]) {
    assertEquals(naive({ halfSpread }).quote(situation), {
      bidDepth: halfSpread,
      askDepth: halfSpread,
    });
  }
});

Deno.test("naive() refuses a half-spread that is not finite", () => {
  for (const halfSpread of [NaN, Infinity, -Infinity]) {
    assertThrows(
      () => naive({ halfSpread }),
      RangeError,
      `Cannot build naive as halfSpread must be a finite number: current value is ${halfSpread}`,
    );
  }
});
