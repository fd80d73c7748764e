import {
  chooseRiskAversion,
  drawTape,
  exactLaw,
  exactMoments,
  maxDrawdown,
  type RiskBound,
  type Scenario,
  scenario,
  streams,
  trade,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";

const worlds = [
  ["paper", { steps: 60, horizon: 0.3 }],
  ["readme", { steps: 120, horizon: 120 }],
  ["toxic", { steps: 80, horizon: 80, fills: "exact" }],
] as const;

for (const [name, changes] of worlds) {
  for (const trader of ["as", "saturating", "glft", "stepped"] as const) {
    Deno.test(`chooseRiskAversion() for ${trader} in ${name} meets a deviation of inventory exactly`, () => {
      const world = scenario(name, changes);
      const sdAt = (riskAversion: number) => {
        const own = scenario(name, { ...changes, riskAversion });
        return chooseRiskAversion(own, { inventorySd: 1e6 }, { trader }).measured.value;
      };
      const wide = sdAt(1);
      // Half of what is held with hardly any aversion.
      const bound = { inventorySd: wide / 2 };
      const choice = chooseRiskAversion(world, bound, { trader });
      assert(choice.found && choice.binding, choice.sentence);
      const { sd } = exactMoments(choice.scenario, choice.trader).finalInventory;
      assertAlmostEquals(sd / bound.inventorySd, 1, 1e-6);
      assertEquals(choice.scenario.parameters.riskAversion, choice.riskAversion);
      const least = 1e-6 * world.parameters.decay;
      assertLess(least, choice.riskAversion);
    });
  }
}

Deno.test("chooseRiskAversion() meets a loss that one session in a hundred exceeds, by the whole law", () => {
  for (const [probability, loss] of [[0.01, 0], [0.05, -60]] as const) {
    const choice = chooseRiskAversion(scenario("readme"), { loss, probability });
    assert(choice.found && choice.binding);
    const law = exactLaw(choice.scenario, "as");
    assertAlmostEquals(law.distribution(-loss), probability, 5e-6);
    assertEquals(choice.measured.interval, null);
  }
});

Deno.test("chooseRiskAversion() serves losses down to one session in a million million", () => {
  for (const name of ["readme", "toxic"] as const) {
    const world = scenario(name, { riskAversion: 0.03 });
    for (const probability of [1e-7, 1e-12]) {
      const law = exactLaw(world, "as", { deviations: 80, maxFrequencies: 16_384 });
      const loss = -law.quantile(probability);
      const { found, riskAversion } = chooseRiskAversion(world, { loss, probability });
      assert(found);
      assertAlmostEquals(riskAversion / 0.03, 1, 1e-3, `${name} ${probability}`);
    }
  }
});

Deno.test("chooseRiskAversion() says which probabilities it serves, and serves those it names", () => {
  const seldom = scenario("paper", { scale: 3, steps: 50 });
  const choose = (world: Scenario, probability: number) =>
    chooseRiskAversion(world, { loss: 1e4, probability });
  const error = assertThrows(() => choose(seldom, 1e-6), RangeError, "sessions that hold nothing");
  const least = Number(/must be at least (\S+) and/.exec(error.message)![1]);
  assertEquals(choose(seldom, 1.01 * least).found, true);
  assertThrows(() => choose(seldom, 0.9 * least), RangeError, "known no finer");
  for (const probability of [1e-13, 1 - 1e-14]) {
    const words = "must be at least 1e-12 and 1e-12 below 1, as the law of profit at risk aversion";
    assertThrows(() => choose(scenario("readme"), probability), RangeError, words);
  }
});

Deno.test("chooseRiskAversion() refuses a drawdown rarer than its tapes show", () => {
  const world = scenario("readme", { steps: 20, horizon: 20 });
  const choose = (probability: number) =>
    chooseRiskAversion(world, { drawdown: 1e6, probability }, { paths: 200 });
  for (const probability of [1 / 200, 0.5, 1 - 1 / 200]) assert(choose(probability).found);
  for (const probability of [1 / 201, 1e-9, 1 - 1e-9]) {
    assertThrows(() => choose(probability), RangeError, "must be from 1/200 to 1 − 1/200");
  }
});

Deno.test("chooseRiskAversion() meets a drawdown on the tapes it names, inside its interval", () => {
  const world = scenario("readme", { steps: 80, horizon: 80 });
  const bound = { drawdown: 20, probability: 0.1 };
  const choice = chooseRiskAversion(world, bound, { paths: 400, seed: 3 });
  assert(choice.found, choice.sentence);
  const [low, high] = choice.measured.interval!;
  assert(low < choice.measured.value && choice.measured.value < high);
  const { market, grid } = choice.scenario;
  const deeper = Array.from(
    { length: 400 },
    (_, path) =>
      maxDrawdown(trade(drawTape(market, grid, streams(3), path), choice.trader).wealth).depth,
  )
    .filter((depth) => depth > bound.drawdown);
  assertLess(Math.abs(deeper.length - 40), 2);
});

Deno.test("chooseRiskAversion() says honestly where no risk aversion does, or all do", () => {
  const paper = scenario("paper");
  const none = chooseRiskAversion(paper, { inventorySd: 0.01 });
  assertEquals([none.found, none.binding], [false, false]);
  assert(none.sentence.startsWith("No risk aversion from"), none.sentence);
  const { sd } = exactMoments(none.scenario, "as").finalInventory;
  assertEquals(sd, none.measured.value);
  const all = chooseRiskAversion(paper, { inventorySd: 1000 });
  assertEquals([all.found, all.binding], [true, false]);
  assert(all.sentence.startsWith("Every risk aversion"), all.sentence);
});

Deno.test("chooseRiskAversion() refuses what it cannot measure, each in a sentence", () => {
  const world = scenario("paper", { steps: 10 });
  const refuse = (bound: unknown, words: string) =>
    assertThrows(() => chooseRiskAversion(world, bound as RiskBound), Error, words);
  refuse({}, "one of inventorySd");
  refuse({ inventorySd: 1, loss: 2, probability: 0.1 }, "one of inventorySd");
  refuse({ inventorySd: 0 }, "inventorySd");
  refuse({ loss: 1 }, "probability");
  refuse({ loss: NaN, probability: 0.1 }, "loss");
  refuse({ drawdown: -1, probability: 0.1 }, "drawdown");
  refuse({ inventorysd: 1 }, "inventorySd");
  const geometric = scenario("gbm", { steps: 10 });
  assertThrows(
    () => chooseRiskAversion(geometric, { loss: 1, probability: 0.1 }),
    TypeError,
    "normal",
  );
});
