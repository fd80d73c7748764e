import { assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";
import { carteaJaimungal } from "../../lib/strategy/cartea_jaimungal.ts";
import { testStrategyLaws } from "./strategy_laws.ts";

testStrategyLaws({
  name: "carteaJaimungal()",
  build: ({ riskAversion, volatility, scale, decay, orderSize, currency, quantity }) =>
    carteaJaimungal({
      runningPenalty: riskAversion * volatility ** 2 / 2,
      terminalPenalty: 0.05 * currency / quantity ** 2,
      scale,
      decay,
      orderSize,
      maxInventory: 12 * orderSize,
    }),
  maxInventory: 12,
  runs: 25,
});

const beliefs = {
  runningPenalty: 0.005,
  terminalPenalty: 0.02,
  scale: 3,
  decay: 2,
  maxInventory: 6,
};
const situation = (inventory: number, timeLeft: number) => ({
  time: 0,
  timeLeft,
  midPrice: NaN,
  inventory,
});

Deno.test("carteaJaimungal() without any penalty quotes 1/k, but for the room left", () => {
  const still = { ...beliefs, runningPenalty: 0, terminalPenalty: 0, maxInventory: 200 };
  const { bidDepth, askDepth } = carteaJaimungal(still).quote(situation(3, 5));
  assertAlmostEquals(bidDepth, 1 / 2, 1e-12);
  assertAlmostEquals(askDepth, 1 / 2, 1e-12);
});

Deno.test("carteaJaimungal() leans against its inventory, more with each penalty", () => {
  const leaning = (change: Partial<typeof beliefs>) => {
    const { bidDepth, askDepth } = carteaJaimungal({ ...beliefs, ...change })
      .quote(situation(2, 0.5));
    return bidDepth - askDepth;
  };
  assertLess(0, leaning({ terminalPenalty: 0 }));
  assertLess(leaning({ terminalPenalty: 0 }), leaning({}));
  assertLess(leaning({}), leaning({ runningPenalty: 0.05 }));
});

Deno.test("carteaJaimungal() quotes one side only at the largest inventory", () => {
  const { quote } = carteaJaimungal(beliefs);
  assertEquals(quote(situation(6, 1)).bidDepth, Infinity);
  assertEquals(quote(situation(-6, 1)).askDepth, Infinity);
  assertEquals(quote(situation(-9, 1)), quote(situation(-6, 1)));
});

Deno.test("carteaJaimungal() counts in lots: orders of c units at penalties over c²", () => {
  const lots = carteaJaimungal(beliefs).quote(situation(2, 1));
  const units = carteaJaimungal({
    runningPenalty: 0.005 / 25,
    terminalPenalty: 0.02 / 25,
    scale: 3,
    decay: 10,
    maxInventory: 30,
    orderSize: 5,
  }).quote(situation(10, 1));
  assertAlmostEquals(units.bidDepth, lots.bidDepth / 5, 1e-12);
  assertAlmostEquals(units.askDepth, lots.askDepth / 5, 1e-12);
});

Deno.test("carteaJaimungal() refuses what it cannot believe", () => {
  const refuses = (change: Partial<typeof beliefs>, words: string) =>
    assertThrows(() => carteaJaimungal({ ...beliefs, ...change }), RangeError, words);
  refuses({ runningPenalty: -1 }, "runningPenalty must be >= 0");
  refuses({ terminalPenalty: NaN }, "terminalPenalty must be >= 0");
  refuses({ scale: 0 }, "scale must be > 0");
  refuses({ maxInventory: 0 }, "maxInventory must be > 0");
});
