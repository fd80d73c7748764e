import { assertAlmostEquals, assertEquals, assertGreater } from "@std/assert";
import { arithmeticBrownian } from "../../lib/market/arithmetic_brownian.ts";
import { poissonFlow } from "../../lib/market/poisson_flow.ts";
import { steppedOptimum } from "../../lib/theory/stepped_optimum.ts";
import type { SteppedOptimumOptions } from "../../lib/theory/stepped_optimum.ts";
import { certaintyEquivalent } from "../../lib/theory/certainty_equivalent.ts";
import { timeGrid } from "../../lib/time_grid.ts";
import { execution } from "../../lib/trading/execution.ts";
import { beliefs, type Options, worth } from "./stepped_market.ts";

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
  const setting = { market, grid: timeGrid({ horizon: options.horizon, steps: options.steps }) };
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
