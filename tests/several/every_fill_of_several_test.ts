import { execution, poissonFlow, timeGrid } from "@digital-market-maker/lab";
import { exactMomentsOfSeveral, type ManyStrategy } from "@digital-market-maker/lab/several";
import { assertAlmostEquals } from "@std/assert";

const sizes = [1, 3];
const grid = timeGrid({ horizon: 0.6, steps: 3 });
const market = {
  initialPrices: [100, 40],
  covariance: [[4, -5], [-5, 9]],
  drift: [1, -2],
  flows: [
    poissonFlow({ scale: 2, decay: 1.5 }),
    poissonFlow({ scale: { bid: 1.5, ask: 3 }, decay: { bid: 1, ask: 0.7 } }),
  ],
};

/** Leans on both inventories and on time, so that every quote is one of its own. */
const strategy: ManyStrategy = {
  name: "leaning",
  quote: ({ timeLeft, inventories: [a, b] }) => [
    { bidDepth: 0.2 + 0.1 * a - 0.05 * b + timeLeft, askDepth: 0.3 - 0.2 * a + 0.04 * b },
    { bidDepth: 0.4 + 0.03 * b + 0.1 * a, askDepth: 0.1 - 0.02 * b - 0.1 * a + 0.2 * timeLeft },
  ],
};

/**
 * Every sequence of fills, no recursion: profit is then normal, with a mean and a variance that add up along it.
 */
function enumerated() {
  const { dt } = grid;
  const [[s00, s01], [, s11]] = market.covariance;
  const sums = { mass: 0, first: 0, second: 0, held: [[0, 0], [0, 0]] };
  const walk = (n: number, lots: readonly number[], chance: number, mean: number, v: number) => {
    if (n === grid.steps) {
      sums.mass += chance;
      sums.first += chance * mean;
      sums.second += chance * (mean * mean + v);
      lots.forEach((q, i) => {
        sums.held[i][0] += chance * q * sizes[i];
        sums.held[i][1] += chance * (q * sizes[i]) ** 2;
      });
      return;
    }
    const inventories = lots.map((q, i) => q * sizes[i]);
    const quotes = strategy.quote({ timeLeft: grid.horizon - n * dt, inventories });
    for (let fills = 0; fills < 16; fills++) {
      let [likely, earned] = [chance, 0];
      const next = lots.map((q, i) => {
        const [bid, ask] = [fills >> 2 * i & 1, fills >> 2 * i + 1 & 1];
        const { bidDepth, askDepth } = quotes[i];
        const [b, a] = [
          market.flows[i].fillProbability("bid", bidDepth, dt),
          market.flows[i].fillProbability("ask", askDepth, dt),
        ];
        likely *= (bid ? b : 1 - b) * (ask ? a : 1 - a);
        earned += sizes[i] * (bid * bidDepth + ask * askDepth);
        return q + bid - ask;
      });
      const [x, y] = next.map((q, i) => q * sizes[i]);
      const drifted = (x * market.drift[0] + y * market.drift[1]) * dt;
      const variance = (x * x * s00 + 2 * x * y * s01 + y * y * s11) * dt;
      walk(n + 1, next, likely, mean + earned + drifted, v + variance);
    }
  };
  walk(0, [0, 0], 1, 0, 0);
  return sums;
}

Deno.test("exactMomentsOfSeveral() is the sum over every sequence of fills, sides of one asset unequal", () => {
  const { mass, first, second, held } = enumerated();
  assertAlmostEquals(mass, 1, 1e-12);
  const exact = exactMomentsOfSeveral({
    ...{ market, grid, strategy, maxOrders: [3, 3] },
    terms: sizes.map((orderSize) => execution({ orderSize })),
  });
  assertAlmostEquals(exact.mean, first, 1e-11);
  assertAlmostEquals(exact.sd, Math.sqrt(second - first * first), 1e-10);
  held.forEach(([mean, square], i) =>
    assertAlmostEquals(exact.finalInventorySd[i], Math.sqrt(square - mean * mean), 1e-11)
  );
});
