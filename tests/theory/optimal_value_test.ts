import { assert, assertAlmostEquals, assertThrows } from "@std/assert";
import { optimalValue } from "../../lib/theory/optimal_value.ts";

Deno.test("optimalValue() from an inventory: a frozen trader pays for its risk, and units are any unit", () => {
  const market = { riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5, maxInventory: 20 };
  for (const inventory of [-20, -3, 0, 7, 20]) {
    const frozen = optimalValue({ ...market, scale: 1e-12, horizon: 0.7, inventory });
    assertAlmostEquals(frozen, -0.05 * inventory ** 2 * 4 * 0.7, 1e-9);
    const here = optimalValue({ ...market, horizon: 0.7, inventory });
    const retold = optimalValue({
      ...{ riskAversion: 0.1, volatility: 20, scale: 140, decay: 0.15, orderSize: 0.1 },
      ...{ maxInventory: 2, horizon: 0.7, inventory: inventory / 10 },
    });
    assertAlmostEquals(retold, here, 1e-8);
  }
  for (const inventory of [0.5, 21, -21, NaN, Infinity]) {
    assertThrows(() => optimalValue({ ...market, horizon: 1, inventory }), RangeError, "inventory");
  }
});

Deno.test("optimalValue() from an inventory: a rising price is good for who is long", () => {
  const market = { riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5, maxInventory: 20 };
  const worth = (inventory: number) => optimalValue({ ...market, drift: 3, horizon: 1, inventory });
  assert(worth(3) > worth(0) && worth(0) > worth(-3));
});
