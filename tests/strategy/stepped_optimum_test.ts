import { assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { arithmeticBrownian } from "../../lib/market/arithmetic_brownian.ts";
import { poissonFlow } from "../../lib/market/poisson_flow.ts";
import { gueantLehalle } from "../../lib/strategy/gueant_lehalle.ts";
import { steppedOptimum, type SteppedOptimumOptions } from "../../lib/strategy/stepped_optimum.ts";
import type { Strategy } from "../../lib/strategy/strategy.ts";
import { certaintyEquivalent } from "../../lib/theory/certainty_equivalent.ts";
import { timeGrid } from "../../lib/time_grid.ts";
import { execution } from "../../lib/trading/execution.ts";
import { policyTable } from "../../lib/trading/policy_table.ts";

const beliefs: SteppedOptimumOptions = {
  riskAversion: 0.2,
  volatility: 2,
  scale: 5,
  decay: 1.5,
  maxInventory: 4,
  horizon: 2,
  steps: 8,
};

/** What a strategy is worth in the market that the beliefs describe. */
function worth(strategy: Strategy, options: SteppedOptimumOptions): number {
  const { volatility, drift, scale, decay, fills, impact, riskAversion } = options;
  const table = policyTable({
    trader: { strategy, execution: execution({ impact }) },
    flow: poissonFlow({ scale, decay, fills }),
    grid: timeGrid(options),
    maxLots: 5,
  });
  const price = arithmeticBrownian({ initialPrice: 0, volatility, drift });
  return certaintyEquivalent({ table, price, riskAversion }).value;
}

/** The strategy with one depth moved, at one time and inventory. */
function nudged(
  strategy: Strategy,
  side: "bidDepth" | "askDepth",
  at: number,
  q: number,
  by: number,
) {
  return {
    ...strategy,
    quote: (situation: Parameters<Strategy["quote"]>[0]) => {
      const quote = strategy.quote(situation);
      return Math.abs(situation.time - at) < 1e-9 && situation.inventory === q
        ? { ...quote, [side]: quote[side] + by }
        : quote;
    },
  };
}

for (
  const change of [
    {},
    { fills: "exact" as const },
    { drift: 0.5, impact: 0.1, scale: 2 },
    { scale: 30, fills: "exact" as const },
  ]
) {
  Deno.test(`steppedOptimum() cannot be bettered by any single depth, ${JSON.stringify(change)}`, () => {
    const options = { ...beliefs, ...change };
    const strategy = steppedOptimum(options);
    const best = worth(strategy, options);
    for (const time of [0, 1, 1.75]) {
      for (const q of [0, 1, -2]) {
        if (time === 0 && q !== 0) continue;
        for (const side of ["bidDepth", "askDepth"] as const) {
          for (const by of [-0.02, 0.02]) {
            assertGreater(best, worth(nudged(strategy, side, time, q, by), options));
          }
        }
      }
    }
    assertGreater(best, worth(gueantLehalle(options), options));
  });
}

Deno.test("steppedOptimum() where fills are certain at the mid keeps away from it: probability is at most 1", () => {
  const options = { ...beliefs, scale: 40 };
  const { quote } = steppedOptimum(options);
  const { bidDepth } = quote({ time: 0, timeLeft: 2, midPrice: 0, inventory: 0 });
  assertAlmostEquals(bidDepth, Math.log(40 / 4) / 1.5, 1e-12);
  assertGreater(
    bidDepth,
    gueantLehalle(options).quote({
      time: 0,
      timeLeft: 2,
      midPrice: 0,
      inventory: 0,
    }).bidDepth,
  );
});

Deno.test("steppedOptimum() tends to gueantLehalle() at order one in dt", () => {
  const situation = { time: 0, timeLeft: 2, midPrice: 0, inventory: 1 };
  const limit = gueantLehalle(beliefs).quote(situation).askDepth;
  const error = (steps: number) =>
    steppedOptimum({ ...beliefs, steps }).quote(situation).askDepth - limit;
  assertAlmostEquals(error(400) / error(800), 2, 0.05);
});

Deno.test("steppedOptimum() lowers its depths by what a rebate pays, and leans on terminal penalties", () => {
  const at = (change: Partial<SteppedOptimumOptions>, timeLeft: number) =>
    steppedOptimum({ ...beliefs, ...change })
      .quote({ time: 0, timeLeft, midPrice: 0, inventory: 1 });
  const last = 2 / 8;
  assertAlmostEquals(
    at({ rebatePerUnit: 0.02, volatility: 0 }, last).askDepth,
    at({ volatility: 0 }, last).askDepth - 0.02,
    1e-3,
  );
  assertGreater(
    at({}, last).askDepth,
    at({ terminalPenalty: (q) => q * q }, last).askDepth,
  );
});

Deno.test("steppedOptimum() counts in lots and knows its clock", () => {
  const units = steppedOptimum({
    ...beliefs,
    orderSize: 10,
    maxInventory: 40,
    volatility: 0.2,
    decay: 15,
  });
  const lots = steppedOptimum(beliefs);
  const now = { time: 0.5, timeLeft: 1.5, midPrice: 0 };
  assertAlmostEquals(
    units.quote({ ...now, inventory: 20 }).bidDepth,
    lots.quote({ ...now, inventory: 2 }).bidDepth / 10,
    1e-12,
  );
  assertEquals(lots.quote({ ...now, inventory: 4 }).bidDepth, Infinity);
  assertEquals(lots.quote({ ...now, inventory: -9 }).askDepth, Infinity);
  assertThrows(() => lots.quote({ ...now, timeLeft: 1.4, inventory: 0 }), RangeError, "timeLeft");
  assertThrows(() => lots.quote({ ...now, timeLeft: 0, inventory: 0 }), RangeError, "timeLeft");
  assertThrows(() => lots.quote({ ...now, inventory: 0.5 }), RangeError, "multiple of");
});

Deno.test("steppedOptimum() refuses what it cannot believe", () => {
  const refuses = (change: object, words: string) =>
    assertThrows(() => steppedOptimum({ ...beliefs, ...change }), Error, words);
  refuses({ riskAversion: 0 }, "riskAversion must be > 0");
  refuses({ steps: 1.5 }, "steps must be a whole number");
  refuses({ fills: "some" }, "fills must be one of");
  refuses({ terminalPenalty: () => Infinity }, "terminalPenalty must be >= 0 and finite");
  refuses({ rebatePerUnit: NaN }, "rebatePerUnit");
});
