import { avellanedaStoikov, type AvellanedaStoikovOptions } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { told } from "./quote_laws.ts";
import { testStrategyLaws } from "./strategy_laws.ts";

const paper: AvellanedaStoikovOptions = { riskAversion: 0.1, volatility: 2, decay: 1.5 };
const start = { time: 0, timeLeft: 1, midPrice: 100, inventory: 0 };

for (const spread of ["paper", "readme"] as const) {
  testStrategyLaws({
    name: `avellanedaStoikov() with the ${spread}'s spread`,
    build: (beliefs) => avellanedaStoikov({ ...told(beliefs), spread }),
    maxInventory: 20,
  });
}
testStrategyLaws({
  name: "avellanedaStoikov() with a time floor",
  build: (beliefs) =>
    avellanedaStoikov({ ...told(beliefs), timeLeft: { floor: 0.3 * beliefs.time } }),
  maxInventory: 20,
});
testStrategyLaws({
  name: "avellanedaStoikov() with a constant time left",
  build: (beliefs) =>
    avellanedaStoikov({ ...told(beliefs), timeLeft: { constant: 0.5 * beliefs.time } }),
  maxInventory: 20,
});
testStrategyLaws({
  name: "avellanedaStoikov() for geometric prices",
  build: (beliefs) =>
    avellanedaStoikov({
      ...told(beliefs),
      volatility: beliefs.volatility * beliefs.quantity / (100 * beliefs.currency),
      prices: "geometric",
    }),
  maxInventory: 20,
});
testStrategyLaws({
  name: "avellanedaStoikov() with an infinite horizon",
  build: (beliefs) =>
    avellanedaStoikov({ ...told(beliefs), timeLeft: { infinite: 10 * beliefs.orderSize } }),
  maxInventory: 12,
  // The paper's two indifference prices mirror each other to first order only.
  symmetric: false,
});

Deno.test("avellanedaStoikov() at the paper's start has spread γσ²T + (2/γ)ln(1 + γ/k) = 1.6908", () => {
  const { bidDepth, askDepth } = avellanedaStoikov(paper).quote(start);
  assertEquals(bidDepth, askDepth);
  assertAlmostEquals(bidDepth + askDepth, 0.4 + 20 * Math.log(1 + 1 / 15), 1e-13);
  assertAlmostEquals(bidDepth + askDepth, 1.6908, 5e-5);
});

Deno.test("avellanedaStoikov() shifts both quotes by qγσ²τ", () => {
  const { quote } = avellanedaStoikov(paper);
  const flat = quote({ ...start, timeLeft: 0.25 });
  const long = quote({ ...start, timeLeft: 0.25, inventory: 3 });
  assertAlmostEquals(long.bidDepth - flat.bidDepth, 0.3, 1e-14);
  assertAlmostEquals(long.askDepth - flat.askDepth, -0.3, 1e-14);
});

Deno.test("avellanedaStoikov() with the README's spread has half the time term and all of the fill term", () => {
  const readme = { riskAversion: 0.01, volatility: 1.5, decay: 1.5 };
  const total = (spread: "paper" | "readme") => {
    const { bidDepth, askDepth } = avellanedaStoikov({ ...readme, spread }).quote(start);
    return bidDepth + askDepth;
  };
  const fillTerm = 200 * Math.log(1 + 0.01 / 1.5);
  assertAlmostEquals(total("readme"), 0.01125 + fillTerm, 1e-12);
  assertAlmostEquals(total("paper"), 0.0225 + fillTerm, 1e-12);
});

Deno.test("avellanedaStoikov() with the README's spread leans as far as with the paper's", () => {
  const centre = (spread: "paper" | "readme") => {
    const { quote } = avellanedaStoikov({ ...paper, spread });
    const { bidDepth, askDepth } = quote({ ...start, inventory: 2 });
    return (askDepth - bidDepth) / 2;
  };
  assertAlmostEquals(centre("readme"), -0.8, 1e-13);
  assertAlmostEquals(centre("paper"), -0.8, 1e-13);
});

Deno.test("avellanedaStoikov() without risk aversion quotes 1/k on both sides, whatever it holds", () => {
  for (const spread of ["paper", "readme"] as const) {
    const { quote } = avellanedaStoikov({ ...paper, riskAversion: 0, spread });
    const { bidDepth, askDepth } = quote({ ...start, inventory: 7 });
    assertEquals([bidDepth, askDepth], [1 / 1.5, 1 / 1.5]);
  }
});

Deno.test("avellanedaStoikov() tends to the quotes without risk aversion as γ → 0", () => {
  for (const riskAversion of [1e-6, 1e-9, 1e-12, 1e-16]) {
    const { bidDepth, askDepth } = avellanedaStoikov({ ...paper, riskAversion }).quote(start);
    assertAlmostEquals(bidDepth, 1 / 1.5, 2 * riskAversion + 1e-15);
    assertAlmostEquals(askDepth, 1 / 1.5, 2 * riskAversion + 1e-15);
  }
});

Deno.test("avellanedaStoikov() at the end does not lean: the liquidation puzzle", () => {
  const { quote } = avellanedaStoikov(paper);
  const { bidDepth, askDepth } = quote({ ...start, timeLeft: 0, inventory: 9 });
  assertEquals(bidDepth, askDepth);
  assertAlmostEquals(bidDepth, 10 * Math.log(1 + 1 / 15), 1e-14);
});

Deno.test("avellanedaStoikov() believes the clock, a floor, or a constant time left", () => {
  const lean = (timeLeft: AvellanedaStoikovOptions["timeLeft"], left: number) => {
    const { quote } = avellanedaStoikov({ ...paper, timeLeft });
    const { bidDepth, askDepth } = quote({ ...start, timeLeft: left, inventory: 1 });
    return (bidDepth - askDepth) / 2 / 0.4;
  };
  for (
    const [rule, late, early] of [
      ["clock", 0.01, 0.75],
      [{ floor: 0.3 }, 0.3, 0.75],
      [{ constant: 0.6 }, 0.6, 0.6],
    ] as const
  ) {
    assertAlmostEquals(lean(rule, 0.01), late, 1e-12);
    assertAlmostEquals(lean(rule, 0.75), early, 1e-12);
  }
});

Deno.test("avellanedaStoikov() says that a constant and an infinite rule do not read time", () => {
  assert(avellanedaStoikov(paper).readsTime);
  assert(avellanedaStoikov({ ...paper, timeLeft: { floor: 0.1 } }).readsTime);
  assertEquals(avellanedaStoikov({ ...paper, timeLeft: { constant: 1 } }).readsTime, false);
  assertEquals(avellanedaStoikov({ ...paper, timeLeft: { infinite: 3 } }).readsTime, false);
  assert(avellanedaStoikov({ ...paper, prices: "geometric" }).readsPrice);
});

Deno.test("avellanedaStoikov() for geometric prices takes the variance S²(e^{σ²τ} − 1)", () => {
  const { quote } = avellanedaStoikov({
    riskAversion: 0.005,
    volatility: 0.4,
    decay: 0.8,
    prices: "geometric",
  });
  const { bidDepth, askDepth } = quote({ time: 0.5, timeLeft: 0.5, midPrice: 90, inventory: -2 });
  const variance = 8100 * (Math.exp(0.08) - 1);
  assertAlmostEquals(
    bidDepth + askDepth,
    0.005 * variance + 400 * Math.log(1 + 0.005 / 0.8),
    1e-10,
  );
  assertAlmostEquals((askDepth - bidDepth) / 2, 2 * 0.005 * variance, 1e-10);
});

Deno.test("avellanedaStoikov() for geometric prices tends to arithmetic with σS as σ²τ → 0", () => {
  const shared = { riskAversion: 0.1, decay: 1.5 };
  const situation = { ...start, inventory: 3, timeLeft: 1e-6 };
  const geometric = avellanedaStoikov({ ...shared, volatility: 0.02, prices: "geometric" });
  const arithmetic = avellanedaStoikov({ ...shared, volatility: 2 });
  const [one, other] = [geometric.quote(situation), arithmetic.quote(situation)];
  // S²(e^x − 1) = S²x(1 + x/2 + …) with x = 4·10⁻¹⁰.
  const lean = (quote: typeof one) => quote.bidDepth - quote.askDepth;
  assertAlmostEquals(lean(one) / lean(other), 1, 1e-8);
});

Deno.test("avellanedaStoikov() refuses each bad belief in one clear line", () => {
  const refuse = (change: object, message: string, ErrorClass: ErrorConstructor = RangeError) =>
    assertThrows(
      () => avellanedaStoikov({ ...paper, ...change }),
      ErrorClass,
      `Cannot build avellanedaStoikov as ${message}`,
    );
  refuse({ riskAversion: -0.1 }, "riskAversion must be >= 0 and finite: current value is -0.1");
  refuse({ riskAversion: NaN }, "riskAversion must be >= 0 and finite: current value is NaN");
  refuse({ volatility: -1 }, "volatility must be >= 0 and finite: current value is -1");
  refuse({ volatility: Infinity }, "volatility must be >= 0 and finite: current value is Infinity");
  refuse({ decay: 0 }, "decay must be > 0 and finite: current value is 0");
  refuse(
    { timeLeft: { floor: -1 } },
    "timeLeft.floor must be >= 0 and finite: current value is -1",
  );
  refuse({ timeLeft: { constant: NaN } }, "timeLeft.constant must be >= 0 and finite");
  refuse(
    { spread: "mine" },
    'spread must be one of paper, readme: current value is "mine"',
    TypeError,
  );
  refuse(
    { prices: "normal" },
    "prices must be one of arithmetic, geometric: current value",
    TypeError,
  );
  refuse({ timeLeft: "never" }, 'timeLeft must be "clock", { floor }', TypeError);
  refuse({ timeLeft: null }, 'timeLeft must be "clock", { floor }', TypeError);
});
