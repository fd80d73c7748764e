import { assertAlmostEquals, assertGreater, assertThrows } from "@std/assert";
import { stepConvergence } from "../../lib/theory/step_convergence.ts";
import { optimalValue } from "../../lib/theory/optimal_value.ts";

const game = {
  riskAversion: 0.1,
  volatility: 2,
  scale: 140,
  decay: 1.5,
  maxInventory: 10,
  horizon: 1,
};

for (
  const change of [
    {},
    { fills: "exact" as const },
    { drift: 3 },
    { impact: 0.05 },
    { orderSize: 0.5, maxInventory: 5 },
  ]
) {
  Deno.test(`stepConvergence() is of order one with ${JSON.stringify(change)}`, () => {
    const { rows, limit } = stepConvergence({ ...game, ...change, steps: [800, 1600, 3200] });
    const [, first, second] = rows;
    assertAlmostEquals(first.order, 1, 0.05);
    assertAlmostEquals(second.order, 1, 0.025);
    // What is left after the first order has been extrapolated away is of the second.
    const extrapolated = 2 * second.value - first.value;
    assertAlmostEquals(extrapolated, limit, Math.abs(second.error) / 20);
  });
}

Deno.test("stepConvergence() would show a wrong limit: a value off by 1 % is not of order one", () => {
  const { rows, limit } = stepConvergence({ ...game, steps: [1600, 3200] });
  const wrong = rows.map(({ value }) => value - 0.99 * limit);
  assertGreater(Math.abs(Math.log(wrong[0] / wrong[1]) / Math.LN2 - 1), 0.5);
});

Deno.test("optimalValue() falls with risk aversion, volatility and impact, and grows with room", () => {
  const value = optimalValue(game);
  assertGreater(value, optimalValue({ ...game, riskAversion: 0.2 }));
  assertGreater(value, optimalValue({ ...game, volatility: 3 }));
  assertGreater(value, optimalValue({ ...game, impact: 0.02 }));
  assertGreater(value, optimalValue({ ...game, terminalPenalty: (q) => 0.1 * q }));
  assertGreater(optimalValue({ ...game, maxInventory: 11 }), value);
  assertGreater(optimalValue({ ...game, drift: 2 }), value);
});

Deno.test("stepConvergence() refuses a game without steps or out of range", () => {
  assertThrows(() => stepConvergence({ ...game, steps: [] }), TypeError, "steps");
  assertThrows(() => stepConvergence({ ...game, steps: [0] }), RangeError, "steps");
  assertThrows(() => optimalValue({ ...game, horizon: -1 }), RangeError, "horizon");
});
