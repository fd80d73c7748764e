import {
  carteaJaimungal,
  gueantLehalle,
  gueantLehalleAsymptotic,
  optimalValue,
  steppedOptimum,
  type Strategy,
} from "@digital-market-maker/lab";
import { gueantLehalleMany } from "@digital-market-maker/lab/several";
import { assertAlmostEquals, assertLess, assertStringIncludes, assertThrows } from "@std/assert";
import { integratedGame } from "./integrated_game.ts";

const paper = { riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5 };
const at = ({ quote }: Strategy, timeLeft: number, inventory: number) =>
  quote({ time: 0, timeLeft, midPrice: NaN, inventory });

Deno.test("gueantLehalle() solves Q 200 at γ 50, sides equal or not, and settles in its limit", () => {
  for (const decay of [1.5, { bid: 1.5, ask: 2 }]) {
    const stiff = { ...paper, decay, riskAversion: 50, maxInventory: 200 };
    const [strategy, limit] = [gueantLehalle(stiff), gueantLehalleAsymptotic(stiff)];
    for (const q of [-200, -17, 0, 1, 60, 200]) {
      const [ours, expected] = [at(strategy, 1, q), at(limit, 1, q)];
      if (q < 200) assertAlmostEquals(ours.bidDepth, expected.bidDepth, 1e-8);
      if (q > -200) assertAlmostEquals(ours.askDepth, expected.askDepth, 1e-8);
    }
    // Nobody as risk averse holds two, so six are as good as two hundred; and those an explicit rule integrates.
    const few = { ...stiff, maxInventory: 6 };
    const value = optimalValue({ ...stiff, horizon: 0.05 });
    assertAlmostEquals(value, integratedGame(few, 0.05, 60_000).value(0), 1e-8);
  }
});

Deno.test("gueantLehalle() where the exponential gives way to the integration: the same to eight digits", () => {
  // Half the lots of the largest inventory take the exponential, all of them the integration.
  const beliefs = { ...paper, riskAversion: 8 };
  const [few, many] = [40, 80].map((maxInventory) => gueantLehalle({ ...beliefs, maxInventory }));
  for (const timeLeft of [0.001, 0.1, 1]) {
    for (const q of [-10, 0, 3]) {
      assertAlmostEquals(at(few, timeLeft, q).askDepth, at(many, timeLeft, q).askDepth, 1e-8);
    }
  }
});

Deno.test("Five thousand inventories are solved; a hundred thousand that must be integrated are refused", () => {
  const wide = { ...paper, riskAversion: 1e-4, maxInventory: 2500 };
  const narrow = gueantLehalle({ ...wide, maxInventory: 300 });
  const [a, b] = [at(gueantLehalle(wide), 1, 7), at(narrow, 1, 7)];
  assertAlmostEquals(a.bidDepth, b.bidDepth, 1e-8);
  const uneven = { ...wide, decay: { bid: 1.5, ask: 2 }, maxInventory: 60_000 };
  const words = "must be at most 100000 where it is integrated: current value is 120001";
  assertThrows(() => gueantLehalle(uneven), RangeError, words);
  assertThrows(
    () => carteaJaimungal({ ...uneven, runningPenalty: 1 }),
    RangeError,
    "at most 100000",
  );
});

Deno.test("Inventories beyond a million orders are refused at once, whatever the order size", () => {
  for (const orderSize of [1e-3, 1, 50]) {
    const endless = { ...paper, orderSize, maxInventory: 1e9 * orderSize };
    const words = "must be at most 1000000: current value is 1000000000";
    assertThrows(() => gueantLehalle(endless), RangeError, words);
    assertThrows(() => carteaJaimungal({ ...endless, runningPenalty: 1 }), RangeError, words);
  }
});

Deno.test("gueantLehalle() that may end with nothing held is refused where it is too stiff for the exponential", () => {
  const forbidden = { ...paper, terminalPenalty: (q: number) => q > 0 ? Infinity : 0 };
  assertLess(0, at(gueantLehalle({ ...forbidden, maxInventory: 20 }), 1, 0).askDepth);
  const stiff = gueantLehalle({ ...forbidden, riskAversion: 50, maxInventory: 200 });
  assertThrows(
    () => at(stiff, 1, 0),
    RangeError,
    "Cannot solve Guéant–Lehalle with 1 of time left as that must be shorter",
  );
});

Deno.test("What no solver can solve is told with the name of the strategy and what its beliefs make", () => {
  const terminalPenalty = (q: number) => q > 0 ? Infinity : 0;
  const stiff = { ...paper, riskAversion: 50, maxInventory: 200 };
  const built: readonly [string, () => unknown][] = [
    ["Guéant–Lehalle", () => at(gueantLehalle({ ...stiff, terminalPenalty }), 1, 0)],
    ["the optimum", () => optimalValue({ ...stiff, terminalPenalty, horizon: 1 })],
  ];
  for (const [name, solve] of built) {
    const { message } = assertThrows(solve, RangeError);
    assertStringIncludes(message, `Cannot solve ${name} with 1 of time left as`);
    assertStringIncludes(message, "the risk of the largest inventory less beside the flow");
  }
  const unpaid = { ...paper, maxInventory: 30, impact: 1e9 };
  assertThrows(() => gueantLehalle(unpaid), RangeError, "what orders at the bid earn must be > 0");
});

Deno.test("gueantLehalle() settles within a step where risk outweighs the flow beyond all measure", () => {
  for (const volatility of [1e3, 1e8, 1e14, 1e20]) {
    for (const maxInventory of [1, 2, 30]) {
      const beliefs = { ...paper, volatility, maxInventory };
      const settled = at(gueantLehalleAsymptotic(beliefs), 1, 0).bidDepth;
      assertAlmostEquals(at(gueantLehalle(beliefs), 1, 0).bidDepth, settled, 1e-9);
    }
  }
});

Deno.test("gueantLehalle() a million million years before the end quotes as if there were none, and at once", () => {
  for (const decay of [1.5, { bid: 1.5, ask: 2 }]) {
    const beliefs = { ...paper, decay, maxInventory: 30 };
    const [strategy, limit] = [gueantLehalle(beliefs), gueantLehalleAsymptotic(beliefs)];
    for (const timeLeft of [1e3, 1e7, 1e20]) {
      const [far, endless] = [at(strategy, timeLeft, 5), at(limit, timeLeft, 5)];
      assertAlmostEquals(far.bidDepth, endless.bidDepth, 1e-9);
      assertAlmostEquals(far.askDepth, endless.askDepth, 1e-9);
    }
    const years = 1e12;
    const [a, b] = [years, 2 * years].map((horizon) => optimalValue({ ...beliefs, horizon }));
    assertAlmostEquals(b / a, 2, 1e-9);
  }
});

Deno.test("The other solvers say where they end: entries of a table, combinations of inventories, explicit steps", () => {
  const steps = { ...paper, horizon: 1, steps: 20_000, maxInventory: 1000 };
  assertThrows(() => steppedOptimum(steps), RangeError, "steps × inventories must be at most");
  const many = (maxOrders: number, riskAversion: number) =>
    gueantLehalleMany({
      assets: [{ scale: 140, decay: 1.5, maxOrders }],
      covariance: [[4]],
      riskAversion,
      horizon: 1,
    });
  assertThrows(() => many(30_000, 0.1), RangeError, "at most 50000 combinations");
  assertThrows(
    () => many(200, 50).value(1, [0]),
    RangeError,
    "Cannot solve Guéant–Lehalle, several assets as step must be long enough to move on: the system is too stiff",
  );
});
