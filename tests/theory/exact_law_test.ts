import {
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertMatch,
  assertThrows,
} from "@std/assert";
import { arithmeticBrownian } from "../../lib/market/arithmetic_brownian.ts";
import { poissonFlow } from "../../lib/market/poisson_flow.ts";
import { simulate } from "../../lib/monte_carlo/simulate.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import { type ExactLaw, exactLaw } from "../../lib/theory/exact_law.ts";
import { timeGrid } from "../../lib/time_grid.ts";
import { execution } from "../../lib/trading/execution.ts";
import { policyTable } from "../../lib/trading/policy_table.ts";
import { everyFill, normalDistribution } from "./every_fill.ts";
import { early, leaning, parameters, short } from "./short_session.ts";

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
      const law = exactLaw(scenario(name), key);
      const { mass, mean, sd } = integrated(law);
      assertAlmostEquals(mass, 1, 1e-12);
      assertAlmostEquals(mean / law.moments.mean, 1, 1e-8);
      assertAlmostEquals(sd / law.moments.sd, 1, 1e-8);
      assertEquals(law.unresolved < 1e-13, true);
      assertEquals(law.feesAtInitialPrice, name !== "paper");
    });
  }
}

Deno.test("exactLaw() of a short session is the sum of normal laws over every sequence of fills", () => {
  const law = exactLaw(short, early);
  const parts = everyFill({ table: policyTable(short, early), ...parameters });
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

Deno.test("exactLaw() quantiles agree with Monte Carlo, within five standard errors of a share", () => {
  const paths = 3000;
  const run = simulate({ ...scenario("paper"), paths, seed: "exact law" });
  for (const key of ["naive", "as"] as const) {
    const law = exactLaw(scenario("paper"), key);
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
  const idle = {
    strategy: { ...leaning, quote: () => ({ bidDepth: 0, askDepth: Infinity }) },
    execution: execution(),
  };
  const market = {
    price: arithmeticBrownian({ initialPrice: 100, volatility: 1 }),
    flow: poissonFlow({ scale: 0.5, decay: 1 }),
  };
  const step = { market, grid: timeGrid({ horizon: 1, steps: 1 }) };
  const law = exactLaw(step, idle, { maxFrequencies: 300 });
  assertAlmostEquals(law.unresolved, 0.5, 1e-6);
  assertEquals(law.frequencies, 300);

  const words = "steps are known to be normal and the same at every price";
  assertThrows(() => exactLaw(scenario("gbm"), "as"), TypeError, words);
  assertThrows(() => exactLaw(step, idle, { tolerance: 0 }), RangeError, "tolerance");
});

Deno.test("exactLaw() gives quantiles as fine as it knows the law, and refuses finer ones", () => {
  const levels = [0.2, 0.05, 0.01, 3e-3, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-11, 1e-14, 1e-300];
  const buying = (halfSpread: number, fills: "first-order" | "exact", scale: number) =>
    exactLaw({
      market: {
        price: arithmeticBrownian({ initialPrice: 100, volatility: 1 }),
        flow: poissonFlow({ scale, decay: 1, fills }),
      },
      grid: timeGrid({ horizon: 1, steps: 1 }),
    }, {
      strategy: { ...leaning, quote: () => ({ bidDepth: halfSpread, askDepth: Infinity }) },
      execution: execution(),
    });
  // Bought with probability a, else nothing: a normal law beside an atom at 0, and one alone.
  const laws = [[buying(0, "first-order", 0.5), 0.5], [buying(0, "first-order", 9), 1]] as const;
  for (const [law, bought] of laws) {
    const given = levels.flatMap((p) => {
      for (const level of [p, 1 - p]) {
        if (level >= 1) continue;
        try {
          const there = bought * normalDistribution(law.quantile(level)) +
            (level > 0.5 ? 1 - bought : 0);
          assertAlmostEquals(Math.min(level, 1 - level), Math.min(there, 1 - there), 0.1 * p);
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          assertMatch(error.message, /^Cannot take quantile as p must be .*: current value is /);
          return [];
        }
      }
      return [p];
    });
    // Known where it is told: half an atom leaves ripples of a thousandth.
    assertEquals(given, levels.filter((p) => p > (bought === 1 ? 1e-12 : 2e-3)));
  }
});

Deno.test("exactLaw() of a session that only ever buys is one normal law", () => {
  const buying = {
    strategy: { ...leaning, readsTime: false, quote: () => ({ bidDepth: -9, askDepth: Infinity }) },
    execution: execution(),
  };
  const law = exactLaw({ ...short, grid: timeGrid({ horizon: 3, steps: 3 }) }, buying);
  // Inventories 1, 2, 3: mean 3·(−9) + 0.3·(1 + 2 + 3), variance 1.1²·(1 + 4 + 9).
  const sd = 1.1 * Math.sqrt(14);
  for (const x of [-35, -26, -25.2, -20]) {
    assertAlmostEquals(law.distribution(x), normalDistribution((x + 25.2) / sd), 1e-12);
  }
});
