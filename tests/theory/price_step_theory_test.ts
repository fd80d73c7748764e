import {
  arithmeticBrownian,
  certaintyEquivalent,
  exactLaw,
  exactMoments,
  exactSummary,
  execution,
  ornsteinUhlenbeck,
  policies,
  policyTable,
  type PriceProcess,
  scenario,
  type Strategy,
  timeGrid,
} from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { everySession, type Reaches, reachFlow } from "./every_session.ts";

const leaning: Strategy = {
  name: "leaning",
  readsPrice: false,
  readsTime: true,
  quote: ({ inventory, timeLeft }) => ({
    bidDepth: 0.3 + 0.25 * inventory - 0.05 * timeLeft,
    askDepth: 0.2 - 0.3 * inventory + 0.1 * timeLeft,
  }),
};
const reaches: Reaches = { ask: [[0.4, 0.3], [1, 0.35]], bid: [[0.7, 0.6]] };

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
      const table = policyTable({ trader, flow: reachFlow(reaches), grid });
      const found = exactMoments({ table, price });
      assertAlmostEquals(found.mean, mean, 1e-11);
      assertAlmostEquals(found.sd ** 2 + found.mean ** 2, square, 1e-10);
    }
  }
});

Deno.test("exactMoments() of a price pulled to nowhere, or hardly, are Brownian motion's", () => {
  const { market: { flow }, grid, traders } = scenario("readme");
  const table = policyTable({ trader: traders.as, flow, grid });
  const still = { initialPrice: 60_000, volatility: 1.5 };
  const brownian = exactMoments({ table, price: arithmeticBrownian(still) });
  for (const pull of [0, 1e-12]) {
    const { mean, sd } = exactMoments({ table, price: ornsteinUhlenbeck({ ...still, pull }) });
    assertAlmostEquals(mean, brownian.mean, 1e-6);
    assertAlmostEquals(sd, brownian.sd, 1e-6);
  }
});

Deno.test("what theory may assume of a price follows from its step, never from its name", () => {
  const { market, grid, traders, parameters: { riskAversion } } = scenario("paper");
  const table = policyTable({ trader: traders.as, flow: market.flow, grid });
  const brownian = market.price;
  const mine: PriceProcess = {
    name: "mine",
    parameters: {},
    initialPrice: 100,
    step: (dt) => ({ of: "price", kept: 1, shift: 0, deviation: 2 * Math.sqrt(dt) }),
  };
  assertEquals(exactMoments({ table, price: mine }), exactMoments({ table, price: brownian }));
  assertEquals(
    certaintyEquivalent({ table, price: mine, riskAversion }),
    certaintyEquivalent({ table, price: brownian, riskAversion }),
  );
  const impostor: PriceProcess = { ...brownian, draw: (_grid, _random, out) => void out.fill(100) };
  assertThrows(() => exactMoments({ table, price: impostor }), TypeError, "a step or stepMoments");
  const words = "steps are known to be normal and the same at every price";
  const pulled = scenario("paper", { price: "ornstein-uhlenbeck", pull: 2 }).market.price;
  for (const price of [impostor, pulled]) {
    assertThrows(() => certaintyEquivalent({ table, price, riskAversion }), TypeError, words);
    assertThrows(() => exactLaw({ table, price }), TypeError, words);
  }
  const reverting = scenario("paper", { price: "ornstein-uhlenbeck", pull: 2 });
  assertThrows(() => policies(reverting), TypeError, words);
  const row = exactSummary({ ...reverting, trader: reverting.traders.as, riskAversion });
  assertEquals(row.certaintyEquivalent, null);
  assertEquals(
    row.certaintyEquivalentNote,
    "none with ornsteinUhlenbeck: its steps depend on the price, which the recursion cannot follow",
  );
});
