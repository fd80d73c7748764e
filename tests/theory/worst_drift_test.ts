import {
  arithmeticBrownian,
  gueantLehalle,
  optimalValue,
  poissonFlow,
  policyTable,
  scenario,
  timeGrid,
  worstDrift,
  type WorstDriftOptions,
} from "@digital-market-maker/lab";
import { assertAlmostEquals, assertGreater, assertThrows } from "@std/assert";
import { everyFill } from "./every_fill.ts";
import { early, leaning } from "./short_session.ts";

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
  const ofPaper = policyTable(paper, "as");
  const { maxLots, stride, bidFill, askFill } = ofPaper;
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
  const [none, five] = [0, 5].map((bound) => worstDrift(paper, ofPaper, { bound }).value);
  assertAlmostEquals(none - five, 5 * held, 1e-10);
});

/** Three steps of a market with a drift of its own. */
const own = { initialPrice: 50, volatility: 1.1, drift: 0.3 };
const three = {
  market: { price: arithmeticBrownian(own), flow: poissonFlow({ scale: 0.7, decay: 1.2 }) },
  grid: timeGrid({ horizon: 1.5, steps: 3 }),
};
const table = policyTable(three, early);

/** The certainty equivalent where a drift is added by a rule of its own, from every sequence of fills. */
function worthUnder(added: (n: number, held: number) => number, gamma: number): number {
  const drift = (n: number, held: number) => own.drift + added(n, held);
  const parts = everyFill({ ...own, table, drift });
  if (gamma === 0) return parts.reduce((sum, { weight, mean }) => sum + weight * mean, 0);
  const utility = parts.reduce(
    (sum, { weight, mean, variance }) =>
      sum + weight * Math.exp(-gamma * mean + gamma * gamma * variance / 2),
    0,
  );
  return -Math.log(utility) / gamma;
}

Deno.test("worstDrift() is the least of every drift that goes up or down by step and inventory: mean and certainty equivalent", () => {
  const bound = 0.8;
  // Fills first: after step n between −n − 1 and n + 1 orders are held, and the drift may differ in each.
  const places = [0, 1, 2].flatMap((n) =>
    Array.from({ length: 2 * n + 3 }, (_, i) => [n, i - n - 1] as const).filter(([, q]) => q !== 0)
  );
  for (const riskAversion of [0, 0.4, 2]) {
    let least = Infinity;
    for (let rule = 0; rule < 2 ** places.length; rule++) {
      const drifts = new Map(
        places.map(([n, q], i) => [10 * n + q, rule >> i & 1 ? bound : -bound]),
      );
      least = Math.min(least, worthUnder((n, q) => drifts.get(10 * n + q) ?? 0, riskAversion));
    }
    const { value } = worstDrift(three, early, { bound, riskAversion });
    assertAlmostEquals(value, least, 1e-12);
    assertGreater(worthUnder(() => 0, riskAversion), value);
    // No drift in between is worse.
    for (const share of [-0.9, -0.5, 0, 1]) {
      assertGreater(worthUnder((_, q) => share * bound * Math.sign(q), riskAversion), value);
    }
  }
});

Deno.test("worstDrift() refuses what it cannot judge, each with its reason", () => {
  const paper = scenario("paper");
  const refuses = (options: WorstDriftOptions, kind: new () => Error, words: string) =>
    assertThrows(() => worstDrift(paper, "as", options), kind, words);
  refuses({ bound: -1 }, RangeError, "Cannot take worstDrift as bound must be >= 0 and finite");
  refuses({ bound: NaN }, RangeError, "bound must be >= 0 and finite: current value is NaN");
  refuses({ bound: Infinity }, RangeError, "bound must be >= 0 and finite");
  refuses({ bound: 1, riskAversion: -0.1 }, RangeError, "riskAversion must be >= 0");
  refuses({ bound: 1, riskAversion: NaN }, RangeError, "riskAversion must be >= 0");
  assertThrows(
    () => worstDrift(scenario("gbm"), "naive", { bound: 1 }),
    TypeError,
    "a process whose steps are known to be normal and the same at every price",
  );
  const reader = { ...leaning, readsPrice: true };
  assertThrows(
    () => worstDrift(paper, { ...early, strategy: reader }, { bound: 1 }),
    TypeError,
    "reads the mid-price",
  );
});

Deno.test("The zero-sum optimum by brute force: the maker's best answer and the adversary's, step by step", () => {
  // A backward game of short steps on depths of a grid, the drift −B, 0 or B in each step and inventory.
  const [scale, decay, bound, limit, horizon] = [140, 1.5, 5, 4, 0.1];
  const depths = Array.from({ length: 400 }, (_, i) => -0.5 + i * 0.01);
  const game = (steps: number) => {
    const dt = horizon / steps;
    let worth: readonly number[] = Array(2 * limit + 1).fill(0);
    for (let n = 0; n < steps; n++) {
      worth = worth.map((here, i) => {
        const side = (to: number) =>
          to < 0 || to > 2 * limit ? 0 : depths.reduce((best, depth) => {
            const chance = scale * Math.exp(-decay * depth) * dt;
            return Math.max(best, chance * (depth + worth[to] - here));
          }, 0);
        const drifted = Math.min(...[-bound, 0, bound].map((drift) => (i - limit) * drift * dt));
        return here + side(i + 1) + side(i - 1) + drifted;
      });
    }
    return worth[limit];
  };
  const value = optimalValue({
    ...{ riskAversion: 0, volatility: 2, scale, decay, maxInventory: limit, horizon },
    penalty: (q) => bound * Math.abs(q),
  });
  const [coarse, fine] = [game(400), game(800)];
  assertAlmostEquals(2 * fine - coarse, value, 2e-4);
});
