import {
  arithmeticBrownian,
  certaintyEquivalent,
  exactLaw,
  exactMoments,
  exactSummary,
  execution,
  ornsteinUhlenbeck,
  policies,
  type PriceProcess,
  scenario,
  timeGrid,
} from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { everySession, leaning, reaches, reachFlow } from "./every_session.ts";

Deno.test("exactMoments() of an Ornstein–Uhlenbeck price are those of the coin with its step's two moments", () => {
  const grid = timeGrid({ horizon: 4, steps: 4 });
  const terms = { rebate: 0.01, fee: 0.02, limit: 1, crossingCost: 0.3 };
  for (const breach of ["none", "flatten", "cross-one"] as const) {
    for (const [meanLevel, pull] of [[20, 0.2], [23, 0.7], [-40, 0.05], [20, 9]]) {
      const price = ornsteinUhlenbeck({ initialPrice: 20, meanLevel, pull, volatility: 1.3 });
      const { kept, shift, deviation } = price.step(1);
      const coin = {
        initialPrice: 20,
        up: kept,
        down: kept,
        rise: deviation + shift,
        fall: deviation - shift,
      };
      const trader = { strategy: leaning, execution: execution({ ...terms, breach }) };
      let mean = 0, square = 0;
      everySession(grid, coin, reaches, trader, ({ wealth }, p) => {
        mean += p * wealth[4];
        square += p * wealth[4] ** 2;
      });
      const found = exactMoments({ market: { price, flow: reachFlow(reaches) }, grid }, trader);
      assertAlmostEquals(found.mean, mean, 1e-11);
      assertAlmostEquals(found.sd ** 2 + found.mean ** 2, square, 1e-10);
    }
  }
});

Deno.test("exactMoments() of a price pulled to nowhere, or hardly, are Brownian motion's", () => {
  const readme = scenario("readme");
  const on = (price: PriceProcess) =>
    exactMoments({ ...readme, market: { ...readme.market, price } }, "as");
  const still = { initialPrice: 60_000, volatility: 1.5 };
  const brownian = on(arithmeticBrownian(still));
  for (const pull of [0, 1e-12]) {
    const { mean, sd } = on(ornsteinUhlenbeck({ ...still, pull }));
    assertAlmostEquals(mean, brownian.mean, 1e-6);
    assertAlmostEquals(sd, brownian.sd, 1e-6);
  }
});

Deno.test("what theory may assume of a price follows from its step, never from its name", () => {
  const paper = scenario("paper");
  const { market, parameters: { riskAversion } } = paper;
  const on = (price: PriceProcess) => ({ ...paper, market: { ...market, price } });
  const brownian = market.price;
  const mine: PriceProcess = {
    name: "mine",
    parameters: {},
    initialPrice: 100,
    step: (dt) => ({ of: "price", kept: 1, shift: 0, deviation: 2 * Math.sqrt(dt) }),
  };
  assertEquals(exactMoments(on(mine), "as"), exactMoments(paper, "as"));
  assertEquals(
    certaintyEquivalent(on(mine), "as", { riskAversion }),
    certaintyEquivalent(paper, "as", { riskAversion }),
  );
  const impostor: PriceProcess = { ...brownian, draw: (_grid, _random, out) => void out.fill(100) };
  assertThrows(() => exactMoments(on(impostor), "as"), TypeError, "a step or stepMoments");
  const words = "steps are known to be normal and the same at every price";
  const pulled = scenario("paper", { price: "ornstein-uhlenbeck", pull: 2 }).market.price;
  for (const price of [impostor, pulled]) {
    assertThrows(() => certaintyEquivalent(on(price), "as", { riskAversion }), TypeError, words);
    assertThrows(() => exactLaw(on(price), "as"), TypeError, words);
  }
  const reverting = scenario("paper", { price: "ornstein-uhlenbeck", pull: 2 });
  assertThrows(() => policies(reverting), TypeError, words);
  const row = exactSummary(reverting, "as", { riskAversion });
  assertEquals(row.certaintyEquivalent, null);
  assertEquals(
    row.certaintyEquivalentNote,
    "none with ornsteinUhlenbeck: its steps depend on the price, which the recursion cannot follow",
  );
});
