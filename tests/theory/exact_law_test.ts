import { assert, assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { arithmeticBrownian } from "../../lib/market/arithmetic_brownian.ts";
import { poissonFlow } from "../../lib/market/poisson_flow.ts";
import { simulate } from "../../lib/monte_carlo/simulate.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import type { Strategy } from "../../lib/strategy/strategy.ts";
import { certaintyEquivalent } from "../../lib/theory/certainty_equivalent.ts";
import { type ExactLaw, exactLaw } from "../../lib/theory/exact_law.ts";
import { timeGrid } from "../../lib/time_grid.ts";
import { execution } from "../../lib/trading/execution.ts";
import { policyTable } from "../../lib/trading/policy_table.ts";
import { everyFill, normalDistribution } from "./every_fill.ts";

const lawOf = (name: "paper" | "readme" | "toxic", key: "naive" | "as") => {
  const { market: { flow, price }, grid, traders } = scenario(name);
  const table = policyTable({ trader: traders[key], flow, grid });
  return { table, price, law: exactLaw({ table, price }) };
};

/** Mean and deviation by integrating the density: a check on it, as the recursion knows none. */
function integrated({ density, range: [low, high], moments }: ExactLaw) {
  const points = 20_000;
  const h = (high - low) / points;
  let mass = 0, first = 0, second = 0;
  for (let i = 1; i < points; i++) {
    const x = low + i * h;
    const weight = density(x) * h;
    mass += weight;
    first += weight * (x - moments.mean);
    second += weight * (x - moments.mean) ** 2;
  }
  return { mass, mean: moments.mean + first, sd: Math.sqrt(second - first * first) };
}

for (const name of ["paper", "readme", "toxic"] as const) {
  for (const key of ["naive", "as"] as const) {
    Deno.test(`exactLaw() of ${name}, ${key}: its moments are the recursion's to 1e-8`, () => {
      const { law } = lawOf(name, key);
      const { mass, mean, sd } = integrated(law);
      assertAlmostEquals(mass, 1, 1e-12);
      assertAlmostEquals(mean / law.moments.mean, 1, 1e-8);
      assertAlmostEquals(sd / law.moments.sd, 1, 1e-8);
      assertEquals(law.unresolved < 1e-13, true);
      assertEquals(law.feesAtInitialPrice, name !== "paper");
    });
  }
}

// Three steps with a certain first bid, so that no session ends without risk.
const early: Strategy = {
  name: "early",
  readsPrice: false,
  readsTime: true,
  quote: ({ time, inventory }) => ({
    bidDepth: time === 0 ? -9 : 0.4 + 0.1 * inventory,
    askDepth: time === 0 ? Infinity : 0.3 - 0.2 * inventory,
  }),
};
const parameters = { initialPrice: 50, drift: 0.3, volatility: 1.1 };
const short = policyTable({
  trader: { strategy: early, execution: execution({ rebate: 0.01 }) },
  flow: poissonFlow({ scale: 0.7, decay: 1.2 }),
  grid: timeGrid({ horizon: 5, steps: 5 }),
});

Deno.test("exactLaw() of a short session is the sum of normal laws over every sequence of fills", () => {
  const law = exactLaw({ table: short, price: arithmeticBrownian(parameters) });
  const parts = everyFill({ table: short, ...parameters });
  assertGreater(parts.length, 100);
  for (const x of [-14, -10, -8, -5, 0]) {
    const exact = parts.reduce(
      (sum, { weight, mean, variance }) =>
        sum + weight * normalDistribution((x - mean) / Math.sqrt(variance)),
      0,
    );
    assertAlmostEquals(law.distribution(x), exact, 1e-11);
  }
});

Deno.test("certaintyEquivalent() of a short session is that of the sum of normal laws", () => {
  const parts = everyFill({ table: short, ...parameters });
  for (const riskAversion of [0.01, 0.5, 3]) {
    const { value, lostWeight } = certaintyEquivalent({
      table: short,
      price: arithmeticBrownian(parameters),
      riskAversion,
    });
    const weight = parts.reduce(
      (sum, { weight, mean, variance }) =>
        sum + weight * Math.exp(-riskAversion * mean + riskAversion ** 2 * variance / 2),
      0,
    );
    assertAlmostEquals(value, -Math.log(weight) / riskAversion, 1e-12 * (1 + 1 / riskAversion));
    assertEquals(lostWeight, 0);
  }
});

Deno.test("certaintyEquivalent() is mean less γ/2 variance to the first order, and the mean at 0", () => {
  const { table, price, law } = lawOf("readme", "as");
  const { mean, sd } = law.moments;
  const worth = (riskAversion: number) => certaintyEquivalent({ table, price, riskAversion }).value;
  assertEquals(worth(0), mean);
  const gamma = 1e-6;
  assertAlmostEquals((mean - worth(gamma)) / gamma, sd * sd / 2, 1e-3 * sd * sd);
});

Deno.test("certaintyEquivalent() and exactLaw() agree: one law, one expected utility", () => {
  const { table, price, law } = lawOf("paper", "as");
  const { value } = certaintyEquivalent({ table, price, riskAversion: 0.1 });
  const [low, high] = law.range;
  const points = 20_000;
  const h = (high - low) / points;
  let utility = 0;
  for (let i = 1; i < points; i++) {
    const x = low + i * h;
    // Beyond ten deviations the density is rounding, which e^{−γx} would blow up.
    if (Math.abs(x - law.moments.mean) > 10 * law.moments.sd) continue;
    utility += law.density(x) * Math.exp(-0.1 * x) * h;
  }
  assertAlmostEquals(-Math.log(utility) / 0.1, value, 1e-9);
});

Deno.test("certaintyEquivalent() says when it rests on sessions nobody will see, or on a short table", () => {
  const { market: { flow, price }, grid, traders } = scenario("readme");
  const whole = policyTable({ trader: traders.naive, flow, grid, maxLots: grid.steps });
  const naive = certaintyEquivalent({ table: whole, price, riskAversion: 0.01 });
  assertEquals([naive.lostWeight, naive.rareWeight > 0.999, naive.value < -1e5], [0, true, true]);
  const cut = policyTable({ trader: traders.naive, flow, grid });
  assertGreater(certaintyEquivalent({ table: cut, price, riskAversion: 0.01 }).lostWeight, 0.5);
  const { table } = lawOf("readme", "as");
  assert(certaintyEquivalent({ table, price, riskAversion: 0.01 }).rareWeight < 1e-3);
});

Deno.test("exactLaw() quantiles agree with Monte Carlo, within five standard errors of a share", () => {
  const paths = 3000;
  const run = simulate({ ...scenario("paper"), paths, seed: "exact law" });
  for (const key of ["naive", "as"] as const) {
    const { law } = lawOf("paper", key);
    const { profit } = run.traders[key].finals;
    for (const p of [0.01, 0.1, 0.5, 0.9, 0.99]) {
      const quantile = law.quantile(p);
      const share = profit.filter((value) => value <= quantile).length / paths;
      assertAlmostEquals(share, p, 5 * Math.sqrt(p * (1 - p) / paths));
    }
    // A law with a deviation 10 % off would be seen.
    const stretched = (p: number) => law.moments.mean + 1.1 * (law.quantile(p) - law.moments.mean);
    const off = [0.1, 0.9].map((p) =>
      Math.abs(profit.filter((value) => value <= stretched(p)).length / paths - p) /
      Math.sqrt(p * (1 - p) / paths)
    );
    assertGreater(Math.max(...off), 3);
  }
});

Deno.test("exactLaw() says what it could not resolve, and refuses what has no such law", () => {
  // One step, one side filled half the time: half the law is an atom at 0.
  const idle = policyTable({
    trader: {
      strategy: { ...early, quote: () => ({ bidDepth: 0, askDepth: Infinity }) },
      execution: execution(),
    },
    flow: poissonFlow({ scale: 0.5, decay: 1 }),
    grid: timeGrid({ horizon: 1, steps: 1 }),
  });
  const price = arithmeticBrownian({ initialPrice: 100, volatility: 1 });
  const law = exactLaw({ table: idle, price, maxFrequencies: 300 });
  assertAlmostEquals(law.unresolved, 0.5, 1e-6);
  assertEquals(law.frequencies, 300);

  const gbm = scenario("gbm");
  const table = policyTable({ trader: gbm.traders.as, flow: gbm.market.flow, grid: gbm.grid });
  const words = "arithmeticBrownian";
  assertThrows(() => exactLaw({ table, price: gbm.market.price }), TypeError, words);
  assertThrows(
    () => certaintyEquivalent({ table, price: gbm.market.price, riskAversion: 1 }),
    TypeError,
    words,
  );
  assertThrows(() => exactLaw({ table, price, tolerance: 0 }), RangeError, "tolerance");
  assertThrows(() => certaintyEquivalent({ table, price, riskAversion: -1 }), RangeError, ">= 0");
});
