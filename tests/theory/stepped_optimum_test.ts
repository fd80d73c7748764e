import { assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { gueantLehalle } from "../../lib/strategy/gueant_lehalle.ts";
import { steppedOptimum, type SteppedOptimumOptions } from "../../lib/theory/stepped_optimum.ts";
import type { Strategy } from "../../lib/strategy/strategy.ts";
import { testStrategyLaws } from "../strategy/strategy_laws.ts";
import { beliefs, believed, worth } from "./stepped_market.ts";

for (const fills of ["first-order", "exact"] as const) {
  testStrategyLaws({
    name: `steppedOptimum() with ${fills} fills`,
    build: ({ currency, quantity, time: _, ...beliefs }) =>
      steppedOptimum({
        ...beliefs,
        scale: beliefs.scale / 25,
        fills,
        steps: 4,
        maxInventory: 4 * beliefs.orderSize,
        initialPrice: 100 * currency / quantity,
        rebate: 0.0002,
        minimumDepth: 0.1 * currency / quantity,
      }),
    maxInventory: 4,
    steps: 4,
    runs: 25,
    // A bid earns its rebate on less than an ask does.
    symmetric: false,
  });
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
    assertGreater(best, worth(gueantLehalle(believed(options)), options));
  });
}

Deno.test("steppedOptimum() where fills are certain at the mid keeps away from it: probability is at most 1", () => {
  const options = { ...beliefs, scale: 40 };
  const { quote } = steppedOptimum(options);
  const { bidDepth } = quote({ time: 0, timeLeft: 2, midPrice: 0, inventory: 0 });
  assertAlmostEquals(bidDepth, Math.log(40 / 4) / 1.5, 1e-12);
  assertGreater(
    bidDepth,
    gueantLehalle(believed(options)).quote({
      time: 0,
      timeLeft: 2,
      midPrice: 0,
      inventory: 0,
    }).bidDepth,
  );
});

Deno.test("steppedOptimum() tends to gueantLehalle() at order one in dt", () => {
  const situation = { time: 0, timeLeft: 2, midPrice: 0, inventory: 1 };
  const limit = gueantLehalle(believed(beliefs)).quote(situation).askDepth;
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
    at({ rebate: 0.0002, initialPrice: 100, volatility: 0 }, last).askDepth,
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
  refuses({ riskAversion: -1 }, "riskAversion must be >= 0");
  refuses({ steps: 1.5 }, "steps must be a whole number");
  refuses({ fills: "some" }, "fills must be one of");
  refuses({ terminalPenalty: () => Infinity }, "terminalPenalty must be >= 0 and finite");
  refuses({ rebate: 0.01 }, "initialPrice must be given where there are rebates or fees");
  refuses({ rebate: 1, initialPrice: 1 }, "rebate must be between -1 and 1");
  refuses({ flowBias: 1.1 }, "flowBias must be between -1 and 1");
  refuses({ breach: "some" }, "breach must be one of");
  refuses({ steps: 1e7 }, "steps × inventories must be at most");
  // What it would not reckon with is no option of it.
  refuses({ penalty: () => 1 }, "has no option penalty: there are");
});
