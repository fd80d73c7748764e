import {
  arithmeticBrownian,
  avellanedaStoikov,
  exactMoments,
  hawkesFlow,
  informedFlow,
  pathsSummary,
  type PriceProcess,
  scenario,
  simulate,
  simulateAsync,
  type Trader,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { controlledMean } from "../../lib/monte_carlo/controlled.ts";

const { market, grid, traders } = scenario("toxic", { steps: 100, horizon: 100 });

/** A trader as the kernel does not see it: one that says it reads the price, and quotes alike. */
const disguised = (trader: Trader): Trader => ({
  ...trader,
  strategy: { ...trader.strategy, readsPrice: true },
});

/** AS for geometric prices: its quotes follow the price. */
const reader = (volatility: number, riskAversion = 0.01): Trader => ({
  ...traders.as,
  strategy: avellanedaStoikov({
    prices: "geometric",
    riskAversion,
    volatility,
    decay: 1.5,
    spread: "readme",
    timeLeft: { constant: 1 },
  }),
});

Deno.test("simulate() with a control saves nine paths of ten for an AS in toxic that reads the price", () => {
  for (const riskAversion of [0.005, 0.01, 0.02]) {
    const toxic = scenario("toxic", { riskAversion });
    const job = {
      market: toxic.market,
      grid: toxic.grid,
      traders: { as: toxic.traders.as, reader: reader(0.015, riskAversion) },
      paths: 1000,
      seed: 1,
    };
    assert(simulate(job, { control: "as" }).traders.reader.controlled!.pathsSaved > 0.9);
  }
});

Deno.test("controlled means of a trader whose mean is known err by their standard error, and by no more", () => {
  const { mean } = exactMoments({ market, grid }, traders.naive);
  const runs = Array.from({ length: 150 }, (_, seed) => {
    const job = { market, grid, traders: { as: traders.as, naive: disguised(traders.naive) } };
    const { controlled } = simulate({ ...job, paths: 60, seed }, { control: "as" }).traders.naive;
    return (controlled!.mean - mean) / controlled!.standardError;
  });
  const square = runs.reduce((sum, z) => sum + z * z, 0) / runs.length;
  // z² of Student's t with 58 degrees of freedom has mean 1.04 and deviation about 1.5.
  assertAlmostEquals(square, 1.04, 5 * 1.5 / Math.sqrt(runs.length));
  const total = runs.reduce((sum, z) => sum + z, 0) / Math.sqrt(runs.length);
  assert(Math.abs(total) < 5, `${total}`);
});

Deno.test("a control that is the trader itself leaves no error", () => {
  const job = { market, grid, traders: { as: traders.as, twin: disguised(traders.as) } };
  const { controlled } = simulate({ ...job, paths: 50, seed: 3 }, { control: "as" }).traders.twin;
  assertAlmostEquals(controlled!.mean, exactMoments({ market, grid }, traders.as).mean, 1e-9);
  assertAlmostEquals(controlled!.standardError, 0, 1e-9);
  assertAlmostEquals(controlled!.pathsSaved, 1, 1e-12);
});

Deno.test("a control trades the coupled market where the flow has a memory or knows the price", () => {
  const parameters = { scale: 0.9, decay: 1.5 };
  const flows = [
    [hawkesFlow({ ...parameters, selfExcitation: 0.3, crossExcitation: 0.2, memory: 10 }), 0.7],
    [informedFlow({ ...parameters, informed: 0.2, foresight: 5 }), 0.3],
  ] as const;
  for (const [flow, least] of flows) {
    const job = { market: { ...market, flow }, grid, traders: { as: traders.as }, seed: 1 };
    const few = simulate({ ...job, paths: 400 }, { control: "as" }).traders.as.controlled!;
    assert(few.pathsSaved > least, `${flow.name}: ${few.pathsSaved}`);
    // Other paths: from 400 on.
    const { profit } = simulate({ ...job, firstPath: 400, paths: 4000 }).traders.as.finals;
    const mean = profit.reduce((sum, value) => sum + value, 0) / 4000;
    const variance = profit.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4000;
    const error = Math.hypot(few.standardError, Math.sqrt(variance / 4000));
    assertAlmostEquals(few.mean, mean, 5 * error);
  }
});

Deno.test("a control serves flows that no table holds on every price, fill rule, side and breach rule", async () => {
  const sides = { scale: { bid: 1, ask: 0.8 }, decay: { bid: 1.5, ask: 1.7 } };
  const excited = { selfExcitation: 0.2, crossExcitation: 0.1, memory: 5 };
  const worlds = [
    scenario("readme", { steps: 40, horizon: 40, breach: "flatten", limit: 3 }),
    scenario("paper", {
      steps: 40,
      horizon: 40,
      scale: 0.9,
      price: "ornstein-uhlenbeck",
      pull: 0.1,
      volatility: 1,
    }),
    scenario("gbm", { steps: 40, horizon: 40, scale: 0.9, volatility: 0.02 }),
  ];
  for (const { market, grid, traders } of worlds) {
    for (const fills of ["first-order", "exact"] as const) {
      for (
        const flow of [
          hawkesFlow({ ...sides, ...excited, fills }),
          informedFlow({ ...sides, informed: 0.1, foresight: 3, fills }),
        ]
      ) {
        const job = { market: { ...market, flow }, grid, traders: { ...traders }, seed: "kinds" };
        const few = await simulateAsync({ ...job, paths: 300 }, { control: "naive", workers: 2 });
        const many = simulate({ ...job, firstPath: 300, paths: 2000 });
        for (const name of ["as", "naive"] as const) {
          const { mean, standardError, pathsSaved } = few.traders[name].controlled!;
          const other = pathsSummary(many.traders[name].finals);
          const error = Math.hypot(standardError, other.standardError!);
          assertAlmostEquals(mean, other.mean, 5 * error, `${name}, ${flow.name}, ${fills}`);
          if (name === "naive") assert(pathsSaved > 0.2, `${flow.name}, ${fills}: ${pathsSaved}`);
        }
      }
    }
  }
});

Deno.test("a flow coupled to itself leaves no error: no order excites another", () => {
  const flow = hawkesFlow({ scale: 0.9, decay: 1.5, selfExcitation: 0, memory: 10 });
  const job = { market: { ...market, flow }, grid, traders, paths: 20, seed: 1 };
  const { as, naive } = simulate({ ...job, traders: { ...traders } }, { control: "as" }).traders;
  assertAlmostEquals(as.controlled!.pathsSaved, 1, 1e-12);
  assert(naive.controlled!.pathsSaved < 0.9);
});

Deno.test("simulate() records the same with and without a control, on one thread and two", async () => {
  const job = { market, grid, traders: { ...traders }, paths: 3000, seed: 1 };
  const plain = simulate(job), controlled = simulate(job, { control: "as" });
  assertEquals(controlled.traders.naive.finals, plain.traders.naive.finals);
  assertEquals(plain.traders.naive.controlled, undefined);
  assertEquals(controlled.traders.as.controlled, undefined);
  const two = await simulateAsync(job, { control: "as", workers: 2 });
  assertEquals(two.traders.naive.controlled, controlled.traders.naive.controlled);
});

Deno.test("simulate() refuses a control of which nothing exact is known", async () => {
  const job = {
    market,
    grid,
    traders: { as: traders.as, reader: reader(0.015) },
    paths: 9,
    seed: 1,
  };
  const refused = (change: Partial<typeof job>, control: string, words: string) =>
    assertThrows(() => simulate({ ...job, ...change }, { control }), Error, words);
  refused({}, "naive", "control must be one of as, reader");
  refused({}, "reader", "reader reads the mid-price");
  refused({ paths: 2 }, "as", "paths must be at least 3: current value is 2");
  const { step: _, ...origin } = arithmeticBrownian({ initialPrice: 100, volatility: 1 });
  const price: PriceProcess = {
    ...origin,
    name: "drawn",
    draw: (_, random, out) => random.normals(out),
  };
  refused({ market: { ...market, price } }, "as", "drawn has no exact moments");
  const flow = { name: "own", draw: market.flow.draw };
  const own = { ...market, flow: flow as typeof market.flow };
  refused({ market: own }, "as", "own has no coupled flow without memory");
  await assertRejects(
    () => simulateAsync(job, { control: "reader" }),
    TypeError,
    "reads the mid-price",
  );
});

Deno.test("controlledMean() is least squares by hand, and saves nothing where nothing is shared", () => {
  const found = controlledMean(Float64Array.of(1, 2, 4, 5), Float64Array.of(0, 1, 1, 2), 2, "x");
  // Slope 2, so mean 3 − 2·(1 − 2); squares left 10 − 2·4 = 2, on two degrees of freedom.
  assertAlmostEquals(found.mean, 5, 1e-12);
  assertAlmostEquals(found.standardError, Math.sqrt(2 / 2 / 4), 1e-12);
  assertAlmostEquals(found.pathsSaved, 1 - (1 / 4) / (10 / 3 / 4), 1e-12);
  const constant = controlledMean(Float64Array.of(1, 2, 4, 5), Float64Array.of(7, 7, 7, 7), 7, "x");
  assertEquals([constant.mean, constant.pathsSaved], [3, 0]);
});
