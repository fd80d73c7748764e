import { assert, assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { carteaJaimungal } from "../../lib/strategy/cartea_jaimungal.ts";
import { gueantLehalle } from "../../lib/strategy/gueant_lehalle.ts";
import { gueantLehalleAsymptotic } from "../../lib/strategy/gueant_lehalle_asymptotic.ts";
import { gueantLehalleClosedForm } from "../../lib/strategy/gueant_lehalle_closed_form.ts";
import type { GueantLehalleOptions } from "../../lib/strategy/gueant_lehalle_values.ts";
import type { Strategy } from "../../lib/strategy/strategy.ts";
import { told } from "./quote_laws.ts";
import { testStrategyLaws } from "./strategy_laws.ts";

for (const build of [gueantLehalle, gueantLehalleAsymptotic, gueantLehalleClosedForm]) {
  testStrategyLaws({
    name: `${build.name}()`,
    build: (beliefs) => build({ ...told(beliefs), maxInventory: 12 * beliefs.orderSize }),
    maxInventory: 12,
    runs: 25,
  });
}

/** Beliefs with the same scale on both sides. */
type Even = GueantLehalleOptions & { readonly scale: number };

/** The parameters of the paper's figures. */
const published: Even = {
  riskAversion: 0.01,
  volatility: 0.3,
  scale: 0.9,
  decay: 0.3,
  maxInventory: 30,
};

const at = ({ quote }: Strategy, inventory: number, timeLeft = 600) =>
  quote({ time: 0, timeLeft, midPrice: NaN, inventory });

Deno.test("gueantLehalle() gives the known depths at the paper's parameters", () => {
  const strategy = gueantLehalle(published);
  assertAlmostEquals(at(strategy, 0).bidDepth, 3.313045, 5e-7);
  assertAlmostEquals(at(strategy, 5).bidDepth, 3.653479, 5e-7);
  assertAlmostEquals(at(strategy, 29).bidDepth, 6.130908, 5e-7);
});

Deno.test("gueantLehalle() mirrors bid and ask, and never quotes beyond the largest inventory", () => {
  const strategy = gueantLehalle(published);
  for (const inventory of [0, 3, 17, 29]) {
    const difference = at(strategy, inventory).bidDepth - at(strategy, -inventory).askDepth;
    assertAlmostEquals(difference, 0, 1e-12);
  }
  assertEquals(at(strategy, 30).bidDepth, Infinity);
  assertEquals(at(strategy, -30).askDepth, Infinity);
  assertEquals(at(strategy, 44), at(strategy, 30));
});

Deno.test("gueantLehalle() tends to its asymptotic form, and that to the closed form", () => {
  const asymptotic = gueantLehalleAsymptotic(published);
  const closed = gueantLehalleClosedForm(published);
  for (const inventory of [0, 5, -10]) {
    const exact = at(gueantLehalle(published), inventory, 3000);
    assertAlmostEquals(exact.bidDepth, at(asymptotic, inventory).bidDepth, 1e-11);
    assertAlmostEquals(exact.askDepth, at(asymptotic, inventory).askDepth, 1e-11);
    assertAlmostEquals(at(closed, inventory).bidDepth, exact.bidDepth, 0.01);
  }
  // The closed form's error falls as more inventories matter.
  const error = (scale: number) => {
    const beliefs = { ...published, scale, maxInventory: 200 };
    return at(gueantLehalleClosedForm(beliefs), 3).askDepth -
      at(gueantLehalleAsymptotic(beliefs), 3).askDepth;
  };
  assertGreater(Math.abs(error(0.9)), 5 * Math.abs(error(90)));
});

Deno.test("gueantLehalle() closed form leans with drift and widens with impact as the exact one does", () => {
  const beliefs = { ...published, scale: 50, drift: 0.002, impact: 0.2, maxInventory: 120 };
  const [closed, exact] = [gueantLehalleClosedForm(beliefs), gueantLehalleAsymptotic(beliefs)];
  for (const inventory of [-4, 0, 4]) {
    assertAlmostEquals(at(closed, inventory).bidDepth, at(exact, inventory).bidDepth, 2e-4);
    assertAlmostEquals(at(closed, inventory).askDepth, at(exact, inventory).askDepth, 2e-4);
  }
});

Deno.test("gueantLehalle() is stable: no overflow, no NaN, ordered depths at large A·τ and Q", () => {
  for (const scale of [1, 1000]) {
    for (const volatility of [0, 0.3, 30]) {
      const strategy = gueantLehalle({ ...published, scale, volatility, maxInventory: 120 });
      for (const timeLeft of [0, 1e-12, 1, 8]) {
        let last = -Infinity;
        for (let inventory = -120; inventory < 120; inventory++) {
          const { bidDepth } = at(strategy, inventory, timeLeft);
          assert(Number.isFinite(bidDepth) && bidDepth >= last - 1e-9, `${inventory}: ${bidDepth}`);
          last = bidDepth;
        }
      }
    }
  }
});

Deno.test("gueantLehalle() without time left leans on the terminal penalty alone, and can forbid", () => {
  const penalised = gueantLehalle({ ...published, terminalPenalty: (q) => 0.02 * q * q });
  const fillTerm = Math.log1p(0.01 / 0.3) / 0.01;
  assertAlmostEquals(at(penalised, 2, 0).askDepth, fillTerm - 0.02 * 3, 1e-12);
  const flat = gueantLehalle({ ...published, terminalPenalty: (q) => q === 0 ? 0 : Infinity });
  assertAlmostEquals(
    at(flat, 3, 1e-6).askDepth,
    fillTerm + Math.log(1e-6 * 0.9 / Math.E / 3) / 0.3,
    0.1,
  );
});

Deno.test("gueantLehalle() in the limit of small γ is carteaJaimungal() with φ = γσ²/2", () => {
  const riskAversion = 1e-7;
  const volatility = 100;
  const options = { ...published, riskAversion, volatility, maxInventory: 20 };
  const runningPenalty = riskAversion * volatility ** 2 / 2;
  const bridge = carteaJaimungal({
    runningPenalty,
    terminalPenalty: 0.001,
    scale: 0.9,
    decay: 0.3,
    drift: 0.01,
    maxInventory: 20,
  });
  const limit = gueantLehalle({ ...options, drift: 0.01, terminalPenalty: (q) => 0.001 * q * q });
  for (const timeLeft of [0, 3, 200]) {
    for (const inventory of [-20, -3, 0, 8, 19]) {
      const { bidDepth } = at(limit, inventory, timeLeft);
      assertAlmostEquals(at(bridge, inventory, timeLeft).bidDepth, bidDepth, 2e-5);
    }
  }
  // Twice the penalty would be seen.
  const twice = carteaJaimungal({
    runningPenalty: 2 * runningPenalty,
    scale: 0.9,
    decay: 0.3,
    maxInventory: 20,
  });
  assertGreater(Math.abs(at(twice, 8).bidDepth - at(gueantLehalle(options), 8).bidDepth), 0.01);
});

Deno.test("gueantLehalle() and its kin scale with the units of time, price and order", () => {
  const c = 7;
  const time = { ...published, volatility: 0.3 / Math.sqrt(c), scale: 0.9 / c };
  const price = { ...published, volatility: 0.3 * c, riskAversion: 0.01 / c, decay: 0.3 / c };
  // A lot of c units at S is one unit at cS.
  const order = {
    ...published,
    orderSize: c,
    maxInventory: 30 * c,
    volatility: 0.3 / c,
    decay: 0.3 * c,
  };
  for (const build of [gueantLehalle, gueantLehalleAsymptotic, gueantLehalleClosedForm]) {
    const { askDepth } = at(build(published), 4);
    assertAlmostEquals(at(build(time), 4, 600 * c).askDepth, askDepth, 1e-11);
    assertAlmostEquals(at(build(price), 4).askDepth, c * askDepth, 1e-11);
    assertAlmostEquals(at(build(order), 4 * c).askDepth, askDepth / c, 1e-11);
  }
});

Deno.test("gueantLehalle() refuses what it cannot believe", () => {
  const refuses = (change: Partial<Even>, words: string) =>
    assertThrows(() => gueantLehalle({ ...published, ...change }), RangeError, words);
  refuses({ riskAversion: -1 }, "Cannot build gueantLehalle as riskAversion must be >= 0");
  refuses({ scale: 0 }, "scale must be > 0");
  refuses({ decay: Infinity }, "decay must be > 0");
  refuses({ maxInventory: 2.5 }, "maxInventory must be a multiple of orderSize 1");
  refuses({ terminalPenalty: () => -1 }, "terminalPenalty must be >= 0");
  refuses({ terminalPenalty: () => NaN }, "terminalPenalty must be >= 0");
  refuses({ drift: NaN }, "drift must be a finite number");
  refuses({ impact: -0.1 }, "impact must be >= 0");
  assertThrows(() => at(gueantLehalle(published), 0.5), RangeError, "multiple of the believed");
  const still = { ...published, riskAversion: 0, drift: 1 };
  assertThrows(() => gueantLehalleClosedForm(still), RangeError, "drift must be 0 where");
  assertAlmostEquals(
    at(gueantLehalleClosedForm({ ...still, drift: 0 }), 9).bidDepth,
    1 / 0.3,
    1e-12,
  );
});
