import {
  type Scenario,
  scenario,
  type ScenarioName,
  type ScenarioParameters,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { moved, outcome } from "./changes.ts";
import { presets } from "../../lib/scenario/parameters.ts";

const NAMES: readonly ScenarioName[] = Object.keys(presets) as ScenarioName[];
const flat = { time: 0, timeLeft: 1, midPrice: 100, inventory: 0 };

Deno.test("scenario() has the parameters of the README's and of the paper's words", () => {
  const { grid, traders, market } = scenario("readme");
  assertEquals(grid, { horizon: 500, steps: 500, dt: 1 });
  assertEquals(market.price.parameters, { initialPrice: 100, volatility: 1.5, drift: 0 });
  assertAlmostEquals(market.flow.fillProbability("ask", 1, 1), 0.9 * Math.exp(-1.5), 1e-15);
  assertEquals(traders.as.execution, {
    rebate: 0.0002,
    fee: 0.0005,
    minimumDepth: 0,
    limit: 5,
    breach: "cross-one",
    crossingCost: 0.05,
    orderSize: 1,
    impact: 0,
  });
  assertEquals(traders.naive.execution, {
    ...traders.as.execution,
    minimumDepth: -Infinity,
    limit: Infinity,
    breach: "none",
    crossingCost: 0,
  });
  assertEquals(traders.naive.strategy.quote(flat), { bidDepth: 0.65, askDepth: 0.65 });
  const { bidDepth, askDepth } = traders.as.strategy.quote({ ...flat, timeLeft: 300 });
  assertAlmostEquals(bidDepth + askDepth, 0.01125 + 200 * Math.log(1 + 0.01 / 1.5), 1e-12);
});

Deno.test("scenario() `paper` trades without fees, limit and clamp", () => {
  const { traders, grid } = scenario("paper");
  for (const { execution } of [traders.naive, traders.as]) {
    assertEquals(execution, {
      rebate: 0,
      fee: 0,
      minimumDepth: -Infinity,
      limit: Infinity,
      breach: "none",
      crossingCost: 0,
      orderSize: 1,
      impact: 0,
    });
  }
  assertEquals(grid.dt, 0.005);
});

Deno.test("scenario() `paper` gives Naive half of AS's average spread: 1.4918, 1.3490 and 3.0317", () => {
  for (const [riskAversion, spread] of [[0.1, 1.4918], [0.01, 1.3490], [1, 3.0317]]) {
    const { bidDepth, askDepth } = scenario("paper", { riskAversion })
      .traders.naive.strategy.quote(flat);
    assertEquals(bidDepth, askDepth);
    // γσ²(T + dt)/2 + (2/γ)·ln(1 + γ/k)
    const exact = riskAversion * 4 * 1.005 / 2 + 2 / riskAversion * Math.log1p(riskAversion / 1.5);
    assertAlmostEquals(bidDepth + askDepth, exact, 1e-12);
    assertAlmostEquals(bidDepth + askDepth, spread, 1e-4);
  }
});

Deno.test("scenario() `toxic` is `readme` with a trend and buyers in the majority", () => {
  const readme = scenario("readme"), toxic = scenario("toxic");
  assertEquals(moved("readme", { drift: 0.03, flowBias: 0.05 }), ["market"]);
  assertEquals(
    outcome(toxic).market.fills,
    outcome(scenario("readme", { flowBias: 0.05 })).market.fills,
  );
  assertEquals(toxic.market.price.parameters.drift, 0.03);
  const rate = (s: Scenario, side: "bid" | "ask") => s.market.flow.fillProbability(side, 1, 1);
  assertAlmostEquals(rate(toxic, "ask"), 1.05 * rate(readme, "ask"), 1e-15);
  assertAlmostEquals(rate(toxic, "bid"), 0.95 * rate(readme, "bid"), 1e-15);
  assertEquals(outcome(toxic).asQuotes, outcome(readme).asQuotes);
});

Deno.test("scenario() `gbm` has AS quote in days: σ = 100·0.4/√252, τ one day", () => {
  const { traders, market, grid } = scenario("gbm");
  assertEquals(market.price.name, "geometricBrownian");
  assertEquals(grid, { horizon: 1, steps: 252, dt: 1 / 252 });
  const sigma = 100 * 0.4 / Math.sqrt(252);
  assertAlmostEquals(sigma, 2.519763, 5e-7);
  const { bidDepth, askDepth } = traders.as.strategy.quote({ ...flat, inventory: 2 });
  assertAlmostEquals((bidDepth - askDepth) / 2, 2 * 0.005 * sigma ** 2, 1e-12);
  assertAlmostEquals(
    bidDepth + askDepth,
    0.005 * sigma ** 2 / 2 + 400 * Math.log(1 + 0.005 / 0.8),
    1e-10,
  );
  assert(!traders.as.strategy.readsPrice);
});

Deno.test("scenario() with arithmetic prices in `gbm` keeps years in the market and days in AS", () => {
  const { market, traders } = scenario("gbm", { price: "arithmetic", volatility: 40 });
  assertEquals(market.price.parameters.volatility, 40);
  assertEquals(
    traders.as.strategy.quote({ ...flat, inventory: 1 }),
    scenario("gbm").traders.as.strategy.quote({ ...flat, inventory: 1 }),
  );
});

Deno.test("scenario() can be built for every name, and keeps the changes with its parameters", () => {
  for (const name of NAMES) {
    const { parameters, name: own } = scenario(name, { steps: 10 });
    assertEquals([own, parameters.steps], [name, 10]);
    assertEquals(
      { ...parameters, steps: presets[name].parameters.steps },
      presets[name].parameters,
    );
  }
});

Deno.test("scenario() refuses unknown names and keys, and values out of range, in one clear line", () => {
  assertThrows(
    () => scenario("peper" as "paper"),
    TypeError,
    `as name must be one of ${Object.keys(presets).join(", ")}: current value is "peper"`,
  );
  assertThrows(
    () => scenario("readme", { sigma: 1 } as Partial<ScenarioParameters>),
    TypeError,
    "Cannot build scenario as it has no option sigma: did you mean volatility?",
  );
  assertThrows(
    () => scenario("readme", { price: "geometric" }),
    Error,
    "volatility must be given together with price, as its unit changes",
  );
  scenario("readme", { price: "arithmetic" });
  const reverting = { price: "ornstein-uhlenbeck", pull: 2 } as const;
  scenario("readme", reverting);
  assertThrows(() => scenario("gbm", reverting), Error, "volatility must be given");
  assertThrows(
    () => scenario("toxic", reverting),
    RangeError,
    "drift must be 0 where price is orn",
  );
  assertThrows(() => scenario("readme", { ...reverting, pull: 0 }), RangeError, "pull must be > 0");
  assertThrows(
    () => scenario("readme", { pull: 2 }),
    RangeError,
    "pull must be 0 where price is ar",
  );
  assertThrows(() => scenario("gbm", { meanLevel: 9 }), RangeError, "meanLevel must be left out");
  assertThrows(() => scenario("readme", { initialPrice: 0 }), RangeError, "initialPrice");
  for (const key of Object.keys(presets.readme.parameters)) {
    assertThrows(
      () => scenario("readme", { volatility: 1, [key]: NaN }),
      Error,
      "current value is NaN",
      key,
    );
  }
});
