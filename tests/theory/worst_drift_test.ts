import { gueantLehalle, optimalValue, scenario, worstDrift } from "@digital-market-maker/lab";
import { assertAlmostEquals, assertGreater, assertThrows } from "@std/assert";
import { policyTable } from "../../lib/trading/policy_table.ts";

Deno.test("worstDrift() of the zero-sum optimum tends to its value in short steps, and others are worth less", () => {
  const game = {
    ...{ riskAversion: 0, volatility: 2, scale: 140, decay: 1.5, maxInventory: 8 },
    penalty: (q: number) => 5 * Math.abs(q),
  };
  const limit = optimalValue({ ...game, horizon: 0.25 });
  const [coarse, fine] = [1000, 2000].map((steps) => {
    const paper = scenario("paper", { steps, horizon: 0.25 });
    const { execution } = paper.traders.as;
    const worth = (options: typeof game | Omit<typeof game, "penalty">) =>
      worstDrift(paper, { strategy: gueantLehalle(options), execution }, { bound: 5, maxLots: 8 });
    const { penalty: _, ...trusting } = game;
    assertGreater(worth(game).value, worth(trusting).value);
    return worth(game).value - limit;
  });
  assertAlmostEquals(2 * fine - coarse, 0, 0.02 * Math.abs(coarse));
});

Deno.test("worstDrift() takes B·E Σ|q|dt off the mean, summed over the chain by hand", () => {
  const paper = scenario("paper", { steps: 30 });
  const table = policyTable(paper, "as");
  const { maxLots, stride, bidFill, askFill } = table;
  let law = new Map([[0, 1]]), held = 0;
  for (let n = 0; n < 30; n++) {
    const next = new Map<number, number>();
    for (const [q, p] of law) {
      const at = n * stride + q + maxLots;
      for (const b of [0, 1]) {
        for (const a of [0, 1]) {
          const chance = p * (b ? bidFill[at] : 1 - bidFill[at]) *
            (a ? askFill[at] : 1 - askFill[at]);
          next.set(q + b - a, (next.get(q + b - a) ?? 0) + chance);
          held += chance * Math.abs(q + b - a) * paper.grid.dt;
        }
      }
    }
    law = next;
  }
  const [none, five] = [0, 5].map((bound) => worstDrift(paper, table, { bound }).value);
  assertAlmostEquals(none - five, 5 * held, 1e-10);
  assertThrows(() => worstDrift(paper, "as", { bound: -1 }), RangeError, "bound must be >= 0");
});
