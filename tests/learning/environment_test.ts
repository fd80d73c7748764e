import {
  drawTape,
  exactMoments,
  execution,
  naive,
  type Quote,
  scenario,
  type ScenarioName,
  streams,
  trade,
  type Trader,
  tradersOf,
} from "@digital-market-maker/lab";
import { environment, type ResetOptions } from "@digital-market-maker/lab/learning";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { assertWithinStandardErrors } from "../statistics.ts";

type World = ReturnType<typeof scenario>;

/** Plays a trader's quotes through an environment on its terms. */
function played(world: World, { strategy, execution }: Trader, start: ResetOptions) {
  const { reset, step } = environment(world, { execution, name: strategy.name });
  const first = reset(start);
  let { observation } = first;
  const steps = world.grid.steps;
  const transitions = Array.from({ length: steps }, () => {
    const transition = step(strategy.quote(observation));
    observation = transition.observation;
    return transition;
  });
  return { first, transitions, session: transitions[steps - 1].info.session };
}

const worlds: readonly (readonly [ScenarioName, Parameters<typeof scenario>[1]])[] = [
  ["paper", {}],
  ["paper", { orderSize: 0.1, fills: "exact", riskAversion: 1 }],
  ["readme", {}],
  ["readme", { limit: 1, breach: "flatten", minimumDepth: -Infinity, riskAversion: 1e-4 }],
  ["toxic", { limit: 0 }],
  ["gbm", {}],
];

Deno.test("environment() makes the session that trade() makes, bit for bit, whoever plays in whatever scenario", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...worlds),
      fc.constantFrom("naive", "as", "saturating", "glft", "stepped"),
      fc.integer({ min: 5, max: 60 }),
      fc.integer({ min: 0, max: 1000 }),
      fc.string(),
      ([name, changes], who, steps, path, seed) => {
        const world = scenario(name, { ...changes, steps });
        const known = name === "gbm" && who !== "naive" ? "as" : who as "naive";
        const { [known]: trader } = tradersOf(world, [known]);
        const { session } = played(world, trader, { seed, path });
        const { family: _, ...direct } = trade(
          drawTape(world.market, world.grid, streams(seed), path),
          trader,
        );
        assertEquals(session, direct);
      },
    ),
    { numRuns: 60, seed: 16 },
  );
});

Deno.test("environment() pays the change of wealth less ½γσ²q²Δt, by name, and tells both", () => {
  for (const [name, changes] of worlds.slice(0, 5)) {
    const world = scenario(name, { ...changes, steps: 40 });
    const { riskAversion, volatility } = world.parameters;
    const { transitions, session } = played(world, world.traders.as, { seed: 3 });
    transitions.forEach(({ reward, info }, n) => {
      const change = session.wealth[n + 1] - session.wealth[n];
      const penalty = riskAversion * volatility ** 2 * session.inventory[n + 1] ** 2 *
        world.grid.dt / 2;
      assertEquals(info.wealthChange, change);
      assertAlmostEquals(info.penalty, penalty, 1e-9 * (1 + penalty));
      assertEquals(reward, change - info.penalty);
      assertEquals(info.steps, n + 1);
    });
    const plain = environment(world, { reward: "wealth" });
    plain.reset({ seed: 3 });
    const { reward, info } = plain.step({ bidDepth: 0.1, askDepth: 0.1 });
    assertEquals(reward, info.wealthChange);
    const bold = environment(world, { riskAversion: 0 });
    bold.reset({ seed: 3 });
    const free = bold.step({ bidDepth: 0.1, askDepth: 0.1 });
    assertEquals(free.reward, reward);
  }
});

Deno.test("environment()'s penalty in a geometric market is that of the price's own step", () => {
  const world = scenario("gbm", { steps: 30 });
  const { volatility, riskAversion } = world.parameters;
  const { transitions, session } = played(world, world.traders.as, {});
  transitions.forEach(({ info }, n) => {
    const q = session.inventory[n + 1], s = session.midPrice[n];
    // Of e^X with X normal of mean −v/2 and variance v the variance is e^v − 1.
    const spread = s * s * Math.expm1(volatility ** 2 * world.grid.dt);
    assertAlmostEquals(info.penalty, riskAversion * q * q * spread / 2, 1e-6 * (1 + info.penalty));
  });
});

Deno.test("environment()'s rewards add up to what the exact moments say, within five standard errors", () => {
  const world = scenario("readme", { steps: 60, horizon: 60 });
  const { riskAversion, volatility } = world.parameters;
  const returns = Float64Array.from(
    { length: 1500 },
    (_, path) =>
      played(world, world.traders.as, { seed: 5, path }).transitions
        .reduce((sum, { reward }) => sum + reward, 0),
  );
  const { mean, inventory } = exactMoments(world, "as");
  const squares = Array.from(
    { length: 60 },
    (_, n) => inventory.mean[n + 1] ** 2 + inventory.sd[n + 1] ** 2,
  ).reduce((a, b) => a + b, 0);
  const expected = mean - riskAversion * volatility ** 2 * world.grid.dt * squares / 2;
  assertWithinStandardErrors(returns, expected, { z: 5 });
});

Deno.test("environment() ends at the last step and nowhere else, and is never truncated", () => {
  const { transitions, first } = played(scenario("readme"), scenario("readme").traders.as, {});
  assertEquals(first.observation.inventory, 0);
  assertEquals(transitions.map(({ terminated }) => terminated).indexOf(true), 499);
  assert(transitions.every(({ truncated }) => !truncated));
});

Deno.test("environment() goes on to the next tape at every reset, and back where it is told", () => {
  const world = scenario("paper", { steps: 10 });
  const { reset, step } = environment(world);
  const mid = (path: number, seed: number) =>
    drawTape(world.market, world.grid, streams(seed), path).midPrice[1];
  const after = (options?: ResetOptions) => {
    const { info } = reset(options);
    return [info.path, step({ bidDepth: 1, askDepth: 1 }).observation.midPrice];
  };
  assertEquals(after(), [0, mid(0, 1)]);
  assertEquals(after(), [1, mid(1, 1)]);
  assertEquals(after({ seed: 9 }), [0, mid(0, 9)]);
  assertEquals(after({ path: 7 }), [7, mid(7, 9)]);
  assertEquals(after(), [8, mid(8, 9)]);
  assertEquals(after({ seed: 1, path: 3 }), [3, mid(3, 1)]);
  for (
    const wrong of [{ seed: 9, path: -1 }, { seed: NaN }, { path: 0.5 }, { seed: NaN, path: 2 }]
  ) {
    assertThrows(() => reset(wrong), Error, "Cannot");
    assertEquals(step({ bidDepth: 1, askDepth: 1 }).info.path, 3);
  }
  assertEquals(after(), [4, mid(4, 1)]);
});

Deno.test("environment() trades on the terms it is given", () => {
  const world = scenario("readme", { steps: 20 });
  const terms = execution({ rebate: 0.01 });
  const trader = { strategy: naive({ halfSpread: 0.2 }), execution: terms };
  const { session } = played(world, trader, { seed: 2 });
  assertEquals(
    session.rebates,
    trade(drawTape(world.market, world.grid, streams(2)), trader).rebates,
  );
});

Deno.test("environment() refuses, each in a sentence, what a learner may do wrong", () => {
  const world = scenario("paper", { steps: 2 });
  const quote: Quote = { bidDepth: 1, askDepth: 1 };
  const fresh = environment(world);
  assertThrows(() => fresh.step(quote), TypeError, "not begun");
  fresh.reset();
  fresh.step(quote);
  fresh.step(quote);
  assertThrows(() => fresh.step(quote), TypeError, "over");
  fresh.reset();
  for (const wrong of [[1, 1], 0.5, undefined, { bid: 1, ask: 1 }]) {
    assertThrows(() => fresh.step(wrong as unknown as Quote), Error, "bidDepth");
  }
  assertThrows(() => fresh.step({ bidDepth: NaN, askDepth: 1 }), RangeError, "depths");
  // A refused action is no step.
  assertEquals(fresh.step(quote).info.steps, 1);
  assertThrows(() => environment(world, { reward: "welth" as "wealth" }), TypeError, "wealth");
  assertThrows(() => environment(world, { riskAversion: -1 }), RangeError, "riskAversion");
  assertThrows(() => environment(world, { gamma: 1 } as object), TypeError, "riskAversion");
  assertThrows(() => fresh.reset({ path: -1 }), RangeError, "path");
  assertThrows(() => fresh.reset({ sead: 1 } as object), TypeError, "seed");
});
