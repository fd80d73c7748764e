import { assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { arithmeticBrownian } from "../../lib/market/arithmetic_brownian.ts";
import { poissonFlow } from "../../lib/market/poisson_flow.ts";
import { gueantLehalle } from "../../lib/strategy/gueant_lehalle.ts";
import { steppedOptimum } from "../../lib/theory/stepped_optimum.ts";
import type { SteppedOptimumOptions } from "../../lib/theory/stepped_options.ts";
import type { Strategy } from "../../lib/strategy/strategy.ts";
import { certaintyEquivalent } from "../../lib/theory/certainty_equivalent.ts";
import { timeGrid } from "../../lib/time_grid.ts";
import { execution } from "../../lib/trading/execution.ts";
import { testStrategyLaws } from "../strategy/strategy_laws.ts";

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

type Options = SteppedOptimumOptions & { readonly maxInventory: number };

const beliefs: Options = {
  riskAversion: 0.2,
  volatility: 2,
  scale: 5,
  decay: 1.5,
  maxInventory: 4,
  horizon: 2,
  steps: 8,
};

/** What a strategy is worth in the market that the beliefs describe. */
function worth(strategy: Strategy, options: Options): number {
  const { volatility, drift, scale, decay, fills, impact, riskAversion } = options;
  const market = {
    price: arithmeticBrownian({ initialPrice: 0, volatility, drift }),
    flow: poissonFlow({ scale, decay, fills }),
  };
  const trader = { strategy, execution: execution({ impact }) };
  const setting = { market, grid: timeGrid(options) };
  return certaintyEquivalent(setting, trader, { riskAversion, maxLots: 5 }).value;
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
});

Deno.test("steppedOptimum() sees that two certain fills carry no risk: at A·dt = 2.25 it is worth what they earn", () => {
  const options: Options = {
    riskAversion: 0.5,
    volatility: 1.5,
    scale: 0.9,
    decay: 1.5,
    horizon: 500,
    steps: 200,
    maxInventory: 5,
  };
  const certain = Math.log(0.9 * 2.5) / 1.5;
  assertAlmostEquals(worth(steppedOptimum(options), options), 400 * certain, 1e-9);
});

Deno.test("steppedOptimum() keeps out of what a clamp forbids to leave: readme at γ 1, where others lose 12 765", () => {
  const terms = { minimumDepth: 0, limit: 5, breach: "cross-one", crossingCost: 0.05 } as const;
  const options: SteppedOptimumOptions = {
    riskAversion: 1,
    volatility: 1.5,
    scale: 0.9,
    decay: 1.5,
    horizon: 500,
    steps: 500,
    rebate: 0.0002,
    fee: 0.0005,
    initialPrice: 100,
    ...terms,
  };
  const market = {
    price: arithmeticBrownian({ initialPrice: 100, volatility: 1.5 }),
    flow: poissonFlow({ scale: 0.9, decay: 1.5 }),
  };
  const trader = {
    strategy: steppedOptimum(options),
    execution: execution({ ...terms, rebate: 0.0002, fee: 0.0005 }),
  };
  const setting = { market, grid: timeGrid(options) };
  const { value } = certaintyEquivalent(setting, trader, { riskAversion: 1 });
  assertAlmostEquals(value, 20.9455, 1e-4);
});

Deno.test("steppedOptimum() has depths at every inventory: no weight of ruin overflows", () => {
  const { quote } = steppedOptimum({
    riskAversion: 1,
    volatility: 1.5,
    scale: 0.9,
    decay: 1.5,
    horizon: 500,
    steps: 500,
    maxInventory: 30,
  });
  for (let inventory = -30; inventory <= 30; inventory++) {
    const { bidDepth, askDepth } = quote({ time: 0, timeLeft: 500, midPrice: NaN, inventory });
    assertEquals(bidDepth === Infinity, inventory === 30);
    assertEquals(askDepth === Infinity, inventory === -30);
    assertEquals(Number.isNaN(bidDepth + askDepth), false);
  }
});

Deno.test("steppedOptimum() without risk aversion is the limit of a small one", () => {
  const at = (riskAversion: number) =>
    steppedOptimum({ ...beliefs, riskAversion }).quote({
      time: 0,
      timeLeft: 2,
      midPrice: NaN,
      inventory: 1,
    });
  const { bidDepth, askDepth } = at(0);
  for (const riskAversion of [1e-300, 1e-20, 1e-16, 1e-14]) {
    assertAlmostEquals(at(riskAversion).bidDepth, bidDepth, 1e-12);
    assertAlmostEquals(at(riskAversion).askDepth, askDepth, 1e-12);
  }
});

Deno.test("steppedOptimum() takes as much inventory as is of use, and all that an enforced limit allows", () => {
  const { maxInventory: _, ...free } = { ...beliefs, steps: 100, horizon: 1, riskAversion: 1e-6 };
  const wide = steppedOptimum(free);
  const now = { time: 0, timeLeft: 1, midPrice: NaN };
  assertGreater(Infinity, wide.quote({ ...now, inventory: 20 }).bidDepth);
  const limited = steppedOptimum({ ...free, limit: 3, breach: "cross-one" });
  assertGreater(Infinity, limited.quote({ ...now, inventory: 3 }).bidDepth);
  assertEquals(limited.quote({ ...now, inventory: 4 }).askDepth, Infinity);
});
