import {
  avellanedaStoikov,
  type AvellanedaStoikovOptions,
  certaintyEquivalent,
  exactMoments,
  exactSummary,
  scenario,
  type ScenarioName,
  type ScenarioParameters,
} from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { dormandPrince } from "../../lib/numeric/dormand_prince.ts";
import { saturatingLean } from "../../lib/strategy/saturating_lean.ts";
import { told } from "./quote_laws.ts";
import { testStrategyLaws } from "./strategy_laws.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const close = (actual: number, expected: number, relative: number) =>
  assertAlmostEquals(actual, expected, relative * (1e-6 + Math.abs(expected)));

for (const endPenalty of [0, 0.2, 3]) {
  testStrategyLaws({
    name: `avellanedaStoikov() with a saturating horizon and ${endPenalty} at the end`,
    build: (beliefs) =>
      avellanedaStoikov({
        ...told(beliefs),
        timeLeft: {
          saturating: beliefs.scale,
          endPenalty: endPenalty * beliefs.currency / beliefs.quantity ** 2,
        },
      }),
    maxInventory: 20,
  });
}
testStrategyLaws({
  name: "avellanedaStoikov() with a saturating horizon for geometric prices",
  build: (beliefs) =>
    avellanedaStoikov({
      ...told(beliefs),
      volatility: beliefs.volatility * beliefs.quantity / (100 * beliefs.currency),
      prices: "geometric",
      timeLeft: { saturating: beliefs.scale },
    }),
  maxInventory: 20,
});

Deno.test("saturatingLean() is ℓ·tanh below its plateau, ℓ on it, and ℓ·coth above", () => {
  fc.assert(
    fc.property(number(0.01, 5), number(0.1, 300), number(0.001, 2), number(0, 0.98), (
      risk,
      relief,
      timeLeft,
      part,
    ) => {
      const plateau = Math.sqrt(risk / relief), turns = timeLeft * Math.sqrt(risk * relief);
      const lean = (endPenalty: number) => saturatingLean({ risk, relief, endPenalty }, timeLeft);
      close(lean(part * plateau / 2), plateau * Math.tanh(turns + Math.atanh(part)), 1e-12);
      close(lean(plateau / 2), plateau, 1e-12);
      // arcoth(1/part) is artanh(part); at 0 the end is worth infinitely much.
      if (part > 0.02) {
        const coth = 1 / Math.tanh(turns + Math.atanh(part));
        close(lean(plateau / part / 2), plateau * coth, 1e-12);
      }
    }),
    { seed: 16, numRuns: 300 },
  );
});

Deno.test("saturatingLean() solves L' = γσ² − 2kηΔ·L² from 2b, by an integrator that knows no formula", () => {
  for (const [risk, relief] of [[0.4, 150], [4, 20], [0, 7], [0.5, 0]]) {
    for (const endPenalty of [0, 0.01, 0.5, 4]) {
      const solved = dormandPrince({
        initial: Float64Array.of(2 * endPenalty),
        slope: ([lean], out) => void (out[0] = risk - relief * lean * lean),
        tolerance: 1e-12,
      });
      for (const timeLeft of [0, 1e-9, 0.003, 0.2, 1]) {
        const lean = saturatingLean({ risk, relief, endPenalty }, timeLeft);
        assertAlmostEquals(lean, solved(timeLeft)[0], 1e-9);
      }
    }
  }
});

Deno.test("avellanedaStoikov() leans by the Riccati equation's solution, by orders of Δ and at geometric prices", () => {
  const [riskAversion, volatility, decay, scale, endPenalty] = [0.2, 0.03, 1.2, 30, 0.05];
  for (const prices of ["arithmetic", "geometric"] as const) {
    for (const orderSize of [1, 0.5, 4]) {
      const { quote } = avellanedaStoikov({
        ...{ riskAversion, volatility, decay, orderSize, prices },
        timeLeft: { saturating: scale, endPenalty },
      });
      for (const midPrice of [40, 100]) {
        const local = (prices === "arithmetic" ? 1 : midPrice ** 2) * volatility ** 2;
        const share = riskAversion * orderSize / decay;
        const eta = scale * (1 + share) ** -(1 + 1 / share);
        const solved = dormandPrince({
          initial: Float64Array.of(2 * endPenalty),
          slope: ([lean], out) => {
            out[0] = riskAversion * local - 2 * decay * eta * orderSize * lean * lean;
          },
          tolerance: 1e-12,
        });
        const lean = solved(0.7)[0], inventory = 3 * orderSize;
        const { bidDepth, askDepth } = quote({ time: 0, timeLeft: 0.7, midPrice, inventory });
        assertAlmostEquals((bidDepth - askDepth) / 2, inventory * lean, 1e-8);
        const fillTerm = Math.log1p(share) / (riskAversion * orderSize);
        assertAlmostEquals((bidDepth + askDepth) / 2, fillTerm + lean * orderSize / 2, 1e-8);
      }
    }
  }
});

Deno.test("avellanedaStoikov() with a saturating horizon is the clock near the end and where nobody comes", () => {
  const beliefs = { riskAversion: 0.1, volatility: 2, decay: 1.5 };
  const quotes = (timeLeft: AvellanedaStoikovOptions["timeLeft"], left: number) =>
    avellanedaStoikov({ ...beliefs, timeLeft })
      .quote({ time: 0, timeLeft: left, midPrice: 100, inventory: -4 });
  for (const [scale, left] of [[140, 1e-6], [1e-9, 1]]) {
    const [saturating, clock] = [quotes({ saturating: scale }, left), quotes("clock", left)];
    assertAlmostEquals(saturating.bidDepth, clock.bidDepth, 1e-7);
    assertAlmostEquals(saturating.askDepth, clock.askDepth, 1e-7);
  }
  // τ̄ = 1/√(2kη·γσ²) is the constant of a penalty 2b = γσ²τ̄, at any time.
  const eta = 140 * (1 + 1 / 15) ** -16, constant = 1 / Math.sqrt(2 * 1.5 * eta * 0.4);
  for (const left of [0, 0.01, 1]) {
    const always = quotes({ constant }, left);
    const kept = quotes({ saturating: 140, endPenalty: 0.4 * constant / 2 }, left);
    assertAlmostEquals(kept.bidDepth, always.bidDepth, 1e-12);
    assertAlmostEquals(kept.askDepth, always.askDepth, 1e-12);
  }
});

Deno.test("avellanedaStoikov() refuses a saturating horizon without a scale, or a reward for inventory", () => {
  const build = (timeLeft: object) => () =>
    avellanedaStoikov({
      ...{ riskAversion: 0.1, volatility: 2, decay: 1.5 },
      timeLeft: timeLeft as AvellanedaStoikovOptions["timeLeft"],
    });
  assertThrows(build({ saturating: 0 }), RangeError, "timeLeft.saturating must be > 0 and finite");
  assertThrows(
    build({ saturating: 1, endPenalty: -1 }),
    RangeError,
    "timeLeft.endPenalty must be >= 0 and finite: current value is -1",
  );
});

for (
  const [name, changes, worth] of [
    ["paper", {}, 65.2371],
    ["paper", { riskAversion: 1 }, 49.917],
    ["readme", { spread: "paper" }, 208.777],
    ["readme", {}, 209.586],
  ] as const satisfies readonly (readonly [ScenarioName, Partial<ScenarioParameters>, number])[]
) {
  Deno.test(`AS with a saturating horizon is worth ${worth} in ${name} with ${JSON.stringify(changes)}`, () => {
    const day = scenario(name, { ...changes, timeLeft: "saturating" });
    const { riskAversion } = day.parameters;
    const { certaintyEquivalent } = exactSummary(day, "as", { riskAversion });
    const digits = String(worth).split(".")[1].length;
    assertAlmostEquals(certaintyEquivalent!, worth, 0.51 * 10 ** -digits);
  });
}

Deno.test("AS with a saturating horizon still fades at the bell, and with a penalty there it does not: sd 3.10 and 0.790", () => {
  const ended = (endPenalty: number) => {
    const day = scenario("paper", { timeLeft: "saturating", endPenalty });
    const terminalPenalty = (q: number) => endPenalty * q * q;
    const worth = (options: object) =>
      certaintyEquivalent(day, "as", { riskAversion: 0.1, ...options }).value;
    const { sd } = exactMoments(day, "as").finalInventory;
    return { sd, value: worth({}), charged: worth({ terminalPenalty }) };
  };
  assertAlmostEquals(ended(0).sd, 3.10, 0.005);
  assertAlmostEquals(ended(0.5).sd, 0.790, 0.0005);
  // Of profit alone, and with the penalty paid: there the optimum, 64.469, is ahead of it.
  assertAlmostEquals(ended(0.5).value, 64.774, 0.0005);
  assertAlmostEquals(ended(0.5).charged, 64.463, 0.0005);
});

Deno.test("scenario() hands its own scale on, in the strategy's unit of time", () => {
  const gbm = scenario("gbm", { timeLeft: "saturating" });
  const { riskAversion, decay, scale } = gbm.parameters;
  const daily = avellanedaStoikov({
    ...{ riskAversion, decay, spread: "readme" },
    volatility: 100 * 0.4 / Math.sqrt(252),
    timeLeft: { saturating: scale / 252 },
  });
  const situation = { time: 0, midPrice: NaN, inventory: 2 };
  const { bidDepth } = gbm.traders.as.strategy.quote({ ...situation, timeLeft: 1 });
  assertAlmostEquals(bidDepth, daily.quote({ ...situation, timeLeft: 252 }).bidDepth, 1e-12);
  assertEquals(scenario("paper").parameters.endPenalty, 0);
});
