import { poissonFlow } from "../../lib/market/poisson_flow.ts";
import { assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";
import { arithmeticBrownian } from "../../lib/market/arithmetic_brownian.ts";
import { scenario } from "../../lib/scenario/scenario.ts";
import { naive } from "../../lib/strategy/naive.ts";
import { exactMoments } from "../../lib/theory/exact_moments.ts";
import { timeGrid } from "../../lib/time_grid.ts";
import { execution, type ExecutionOptions } from "../../lib/trading/execution.ts";
import {
  type CoinPrice,
  coinProcess,
  everySession,
  leaning,
  reaches,
  reachFlow,
} from "./every_session.ts";

Deno.test("exactMoments() of `paper` and `readme` are the known numbers, to every printed digit", () => {
  const known = [
    ["paper", "as", 64.8925, 6.5432, 4],
    ["paper", "naive", 68.2228, 13.4558, 4],
    ["readme", "naive", 227.45, 355.65, 2],
    ["readme", "as", 223.04, 88.58, 2],
  ] as const;
  for (const [name, key, mean, sd, digits] of known) {
    const moments = exactMoments(scenario(name), key);
    assertEquals(moments.mean.toFixed(digits), mean.toFixed(digits));
    assertEquals(moments.sd.toFixed(digits), sd.toFixed(digits));
  }
  const paper = scenario("paper");
  assertEquals(exactMoments(paper, "as").finalInventory.sd.toFixed(4), "2.9268");
  assertEquals(exactMoments(paper, "naive").finalInventory.sd.toFixed(4), "8.3994");
});

const additive: CoinPrice = { initialPrice: 20, up: 1, down: 1, rise: 1.5, fall: 1.2 };
const relative: CoinPrice = { initialPrice: 20, up: 1.1, down: 0.88, rise: 0, fall: 0 };
const grid = timeGrid({ horizon: 4, steps: 4 });
const coinSetting = (coin: CoinPrice) => ({
  market: { price: coinProcess(coin), flow: reachFlow(reaches) },
  grid,
});

const fees = { rebate: 0.01, fee: 0.02 };
const rules: readonly (readonly [name: string, coin: CoinPrice, terms: ExecutionOptions])[] = [
  ["no limit", additive, fees],
  ["a relative price", relative, fees],
  ["a price that reverts", { ...additive, up: 0.9, down: 0.9, rise: 3 }, fees],
  ["cross-one", relative, { ...fees, limit: 1, breach: "cross-one", crossingCost: 0.3 }],
  ["flatten", additive, { ...fees, limit: 1, breach: "flatten", crossingCost: 0.3 }],
  ["a limit of zero", relative, { ...fees, limit: 0, breach: "flatten" }],
  ["a clamp within a limit", relative, { ...fees, limit: 1, minimumDepth: 0.35 }],
  ["orders of 0.3", relative, {
    ...fees,
    limit: 0.3,
    breach: "cross-one",
    crossingCost: 0.2,
    orderSize: 0.3,
  }],
  ["impact", additive, { ...fees, impact: 0.15 }],
  ["impact and flatten", additive, { ...fees, impact: 0.15, limit: 1, breach: "flatten" }],
];

for (const [name, coin, terms] of rules) {
  Deno.test(`exactMoments() with ${name} equals the sum over every session`, () => {
    const trader = { strategy: leaning, execution: execution(terms) };
    const found = exactMoments(coinSetting(coin), trader);

    const columns = ["spreadEarned", "rebates", "fees", "crossingCosts", "bought", "sold"] as const;
    const sums = new Map<string, number>();
    const add = (key: string, value: number) => sums.set(key, (sums.get(key) ?? 0) + value);
    everySession(grid, coin, reaches, trader, (session, p) => {
      for (let n = 0; n <= 4; n++) {
        add(`wealth ${n}`, p * session.wealth[n]);
        add(`wealth² ${n}`, p * session.wealth[n] ** 2);
        add(`inventory ${n}`, p * session.inventory[n]);
        add(`inventory² ${n}`, p * session.inventory[n] ** 2);
      }
      for (const column of columns) add(column, p * session[column].reduce((a, b) => a + b, 0));
      add("takerUnits", p * session.crossed.reduce((a, b) => a + Math.abs(b), 0));
      add("takerTrades", p * session.crossed.filter((units) => units !== 0).length);
      add(`final ${Math.round(session.inventory[4] / trader.execution.orderSize)}`, p);
    });
    const sum = (key: string) => sums.get(key) ?? 0;
    const same = (actual: number, key: string) => assertAlmostEquals(actual, sum(key), 1e-11, key);

    for (let n = 0; n <= 4; n++) {
      same(found.wealth.mean[n], `wealth ${n}`);
      same(found.wealth.sd[n] ** 2 + found.wealth.mean[n] ** 2, `wealth² ${n}`);
      same(found.inventory.mean[n], `inventory ${n}`);
      same(found.inventory.sd[n] ** 2 + found.inventory.mean[n] ** 2, `inventory² ${n}`);
    }
    const { expected, finalInventory, truncation } = found;
    same(expected.spread, "spreadEarned");
    same(expected.rebate, "rebates");
    same(expected.fee, "fees");
    same(expected.crossing, "crossingCosts");
    same(expected.bought, "bought");
    same(expected.sold, "sold");
    same(expected.takerUnits, "takerUnits");
    same(expected.takerTrades, "takerTrades");
    const lots = truncation.maxLots;
    finalInventory.probabilities.forEach((p, i) => same(p, `final ${i - lots}`));
    assertEquals(truncation.lostProbability, 0);
  });
}

Deno.test("exactMoments() takes fees at the initial price where asked to", () => {
  const toxic = scenario("toxic");
  const trade = exactMoments(toxic, "as");
  const initial = exactMoments(toxic, "as", { feesAt: "initial" });
  // The price drifts up by 15 over the session, so rebates and fees at S_0 are too small by about 7 %.
  const ratio = trade.expected.rebate / initial.expected.rebate;
  assertAlmostEquals(ratio, 1.075, 0.002);
  assertEquals(trade.expected.spread, initial.expected.spread);
});

Deno.test("exactMoments() refuses prices it has no recursion for", () => {
  const readme = scenario("readme");
  const price = { name: "wild", parameters: {}, initialPrice: 1, draw() {} };
  const wild = { ...readme, market: { ...readme.market, price } };
  assertThrows(() => exactMoments(wild, "as"), TypeError, "stepMoments");
  const moving = { strategy: leaning, execution: execution({ impact: 0.1 }) };
  assertThrows(
    () => exactMoments(coinSetting(relative), moving),
    RangeError,
    "impact must be 0 where",
  );
});

Deno.test("exactMoments() of a sure profit have no deviation: both sides certain, at prices far from what is earned", () => {
  for (const [scale, halfSpread] of [[0.9, Math.log(2.25) / 1.5], [9, 1.3], [80, 0.1 + 0.2]]) {
    const setting = scenario("readme", { steps: 200, scale, initialPrice: 1e6 });
    const trader = { strategy: naive({ halfSpread }), execution: execution() };
    const { mean, sd } = exactMoments(setting, trader);
    const certain = scale * setting.grid.dt * Math.exp(-1.5 * halfSpread) >= 1;
    assertAlmostEquals(mean, 2 * 200 * halfSpread, 1e-9);
    // A chance of one less a rounding leaves 1e-16 of a unit now and then.
    assertLess(sd, certain ? 1e-12 : 1e-4);
  }
});

Deno.test("exactMoments() of nearly sure profits have the deviation of the rare miss, to its digits", () => {
  // One side alone, certain but for one chance in 1e10 a step: a binomial law in a market that stands still.
  const steps = 50, miss = 1e-10, gain = 1300;
  const trader = {
    strategy: {
      name: "One side",
      readsPrice: false,
      readsTime: false,
      quote: () => ({ bidDepth: Infinity, askDepth: gain }),
    },
    execution: execution(),
  };
  const flow = {
    ...poissonFlow({ scale: 1, decay: 1 }),
    fillProbability: (side: string) => side === "ask" ? 1 - miss : 0,
  };
  const price = arithmeticBrownian({ initialPrice: 100, volatility: 0 });
  const setting = { market: { price, flow }, grid: timeGrid({ horizon: 1, steps }) };
  const { sd } = exactMoments(setting, trader);
  assertAlmostEquals(sd, gain * Math.sqrt(steps * miss), 1e-5 * gain * Math.sqrt(steps * miss));
});
