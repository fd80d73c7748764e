import {
  arithmeticBrownian,
  certaintyEquivalent,
  exactMoments,
  execution,
  gueantLehalle,
  optimalValue,
  poissonFlow,
  simulate,
  steppedOptimum,
  type Strategy,
  timeGrid,
} from "@digital-market-maker/lab";
import { assertAlmostEquals, assertGreater, assertGreaterOrEqual } from "@std/assert";
import { assertDeviationWithinStandardErrors, assertWithinStandardErrors } from "../statistics.ts";

const beliefs = {
  riskAversion: 0.1,
  volatility: 2,
  scale: { bid: 140, ask: 100 },
  decay: { bid: 1.5, ask: 2 },
  maxInventory: 6,
};

const setting = (steps: number, fills: "first-order" | "exact" = "first-order") => ({
  market: {
    price: arithmeticBrownian({ initialPrice: 100, volatility: beliefs.volatility }),
    flow: poissonFlow({ scale: beliefs.scale, decay: beliefs.decay, fills }),
  },
  grid: timeGrid({ horizon: 0.5, steps }),
});
const trader = (strategy: Strategy) => ({ strategy, execution: execution() });
const { riskAversion } = beliefs;

Deno.test("The optimum of sides that differ is worth in short steps what it says, and beliefs of one number are worth less", () => {
  const limit = optimalValue({ ...beliefs, horizon: 0.5 });
  const worth = (strategy: Strategy, steps: number) =>
    certaintyEquivalent(setting(steps), trader(strategy), { riskAversion, maxLots: 6 }).value;
  const [coarse, fine] = [1000, 2000].map((steps) => worth(gueantLehalle(beliefs), steps) - limit);
  assertAlmostEquals(2 * fine - coarse, 0, 0.02 * Math.abs(coarse));
  const even = gueantLehalle({ ...beliefs, scale: 120, decay: 1.75 });
  assertGreater(limit + fine, worth(even, 2000) + 0.1);
});

Deno.test("steppedOptimum() of sides that differ is beaten by none, and tends to the optimum of continuous time", () => {
  const gaps = [50, 200, 800].map((steps) => {
    for (const fills of ["first-order", "exact"] as const) {
      const stepped = steppedOptimum({ ...beliefs, horizon: 0.5, steps, fills });
      const worth = (strategy: Strategy) =>
        certaintyEquivalent(setting(steps, fills), trader(strategy), { riskAversion, maxLots: 7 })
          .value;
      const best = worth(stepped);
      assertGreaterOrEqual(best, worth(gueantLehalle(beliefs)) - 1e-11);
      for (const off of [-0.02, 0.02]) {
        const moved: Strategy = {
          ...stepped,
          quote: (situation) => {
            const { bidDepth, askDepth } = stepped.quote(situation);
            return { bidDepth: bidDepth + off, askDepth };
          },
        };
        assertGreater(best, worth(moved));
      }
    }
    const flat = { time: 0, timeLeft: 0.5, midPrice: 100, inventory: 0 };
    const first = steppedOptimum({ ...beliefs, horizon: 0.5, steps }).quote(flat);
    return Math.abs(first.askDepth - gueantLehalle(beliefs).quote(flat).askDepth);
  });
  assertGreater(gaps[0] / gaps[1], 3);
  assertGreater(gaps[1] / gaps[2], 3);
});

Deno.test("Simulated sessions of sides that differ have the exact mean and deviation, within four standard errors", () => {
  const market = setting(100);
  for (const seed of [1, 2]) {
    const optimal = trader(gueantLehalle(beliefs));
    const exact = exactMoments(market, optimal);
    const { traders } = simulate({ ...market, traders: { optimal }, paths: 20_000, seed });
    const { profit, finalInventory: inventory } = traders.optimal.finals;
    assertWithinStandardErrors(profit, exact.mean, { z: 4 });
    assertDeviationWithinStandardErrors(profit, exact.sd, { z: 4 });
    assertWithinStandardErrors(inventory, exact.finalInventory.mean, { z: 4 });
    assertDeviationWithinStandardErrors(inventory, exact.finalInventory.sd, { z: 4 });
  }
});
