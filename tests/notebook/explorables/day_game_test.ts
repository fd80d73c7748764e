import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { dayGameExplorable } from "../../../lib/notebook/explorables/day_game.ts";
import {
  day,
  dayGameModel,
  type DayGameValues,
  played,
  STEPS,
} from "../../../lib/notebook/explorables/day_game_model.ts";
import { picturesOf } from "../../../lib/notebook/explorables/scene_charts.ts";
import { dayGame } from "../../../lib/notebook/explorables/mod.ts";
import { stepJudge } from "../../../lib/notebook/explorables/step_regret.ts";
import { scenario } from "../../../lib/scenario/scenario.ts";
import { drawTape } from "../../../lib/market/draw.ts";
import { streams } from "../../../lib/random/streams.ts";
import type { Quote } from "../../../lib/strategy/strategy.ts";
import { certaintyEquivalent } from "../../../lib/theory/certainty_equivalent.ts";
import { trade } from "../../../lib/trading/trade.ts";

const start = dayGameExplorable.defaults;
const { execution } = day.traders.as;
const { riskAversion } = day.parameters;

/** Values after buttons were pressed, by their words. */
function pressed(values: DayGameValues, ...words: readonly string[]): DayGameValues {
  return words.reduce(
    (so, word) => ({ ...so, ...dayGameExplorable.actions![word](so) }),
    values,
  );
}

Deno.test("stepJudge(): the whole day is worth what certaintyEquivalent() says of the optimum", () => {
  for (
    const changes of [{}, { volatility: 0.5 }, { fills: "exact" }, { riskAversion: 1 }] as const
  ) {
    const world = scenario("paper", { steps: 20, scale: 15, riskAversion: 0.4, ...changes });
    const { worth, optimum } = stepJudge(world);
    const judged = { riskAversion: world.parameters.riskAversion };
    const { value } = certaintyEquivalent(world, { strategy: optimum, execution }, judged);
    assertAlmostEquals(worth(0, 0), value, 1e-9);
  }
});

Deno.test("stepJudge(): regret is what a day is worth less that begins so and goes on at best", () => {
  const { optimum, worth, regret } = stepJudge(day);
  const quotes = [[0.65, 0.65], [0, 3], [3, 0], [0.2, 0.4], [1.5, 0.55], [Infinity, 0.6]];
  for (const [bidDepth, askDepth] of quotes) {
    const quote = { bidDepth, askDepth };
    const strategy = {
      ...optimum,
      quote: (seen: Parameters<typeof optimum.quote>[0]) =>
        seen.time === 0 ? quote : optimum.quote(seen),
    };
    const { value } = certaintyEquivalent(day, { strategy, execution }, { riskAversion });
    assertAlmostEquals(regret(0, 0, quote), worth(0, 0) - value, 1e-9);
  }
});

Deno.test("stepJudge(): nothing beats the best depths, in any step at any inventory", () => {
  const { best, regret } = stepJudge(day);
  for (const step of [0, 1, 30, STEPS - 1]) {
    for (const inventory of [-12, -3, 0, 1, 7].filter((held) => Math.abs(held) <= step)) {
      const quote = best(step, inventory);
      assertAlmostEquals(regret(step, inventory, quote), 0, 1e-12);
      for (const by of [-0.2, 0.2]) {
        const moved = (side: keyof Quote) => ({ ...quote, [side]: quote[side] + by });
        assert(regret(step, inventory, moved("bidDepth")) > 1e-6);
        assert(regret(step, inventory, moved("askDepth")) > 1e-6);
      }
    }
  }
});

Deno.test("dayGameModel() trades the seed's tape by the library's loop, both days", () => {
  const values = pressed({ ...start, seed: 5 }, ...Array(6).fill("Ten steps"));
  const { sessions, standings, regrets, steps } = dayGameModel(values);
  const tape = drawTape(day.market, day.grid, streams(5));
  const constant = { ...stepJudge(day).optimum, quote: () => ({ bidDepth: 0.65, askDepth: 0.65 }) };
  assertEquals(
    sessions.you.wealth,
    trade(tape, { strategy: constant, execution }).wealth,
  );
  assertEquals(sessions.you.inventory, trade(tape, { strategy: constant, execution }).inventory);
  assertEquals(standings.you.profit, sessions.you.wealth[STEPS]);
  assertEquals(steps.length, STEPS);
  const sum = steps.reduce((all, { regret }) => all + regret, 0);
  assertAlmostEquals(regrets[STEPS], sum, 1e-12);
});

Deno.test("dayGame: buttons play, take back, end at sixty and begin a new day", () => {
  const two = pressed(start, "Trade one step", "Trade one step");
  assertEquals(two.moves, "0.65/0.65 0.65/0.65");
  const changed = pressed({ ...two, bidDepth: 0.4 }, "Trade one step");
  assertEquals(changed.moves, "0.65/0.65 0.65/0.65 0.4/0.65");
  assertEquals(pressed(changed, "Take back"), { ...two, bidDepth: 0.4 });
  assertEquals(pressed(start, "Take back").moves, "");
  const whole = played(start, 1000);
  assertEquals(whole.split(" ").length, STEPS);
  assertEquals(pressed({ ...start, moves: whole }, "Trade one step").moves, whole);
  assertEquals(pressed(changed, "New day"), { ...start, bidDepth: 0.4, seed: 2 });
});

Deno.test("dayGame: what was played stays as it was when more is played", () => {
  const some = pressed({ ...start, seed: 9 }, "Ten steps");
  const more = pressed({ ...some, bidDepth: 0.1, askDepth: 2 }, "Ten steps");
  assertEquals(dayGameModel(more).steps.slice(0, 10), dayGameModel(some).steps);
});

Deno.test("dayGame: tells of the day so far and of nothing after it", () => {
  const some = pressed({ ...start, seed: 9 }, "Ten steps");
  const scene = dayGameExplorable.view(dayGameModel(some), 680);
  for (const { marks } of scene.charts.slice(0, 3)) {
    for (const mark of marks) {
      assert((mark.cover.x?.[1] ?? 0) <= 10);
    }
  }
  const whole = { ...some, moves: played(some, STEPS) };
  for (const values of [start, some, whole, { ...whole, bidDepth: 0, askDepth: 3 }]) {
    const { charts, summary, table } = dayGameExplorable.view(dayGameModel(values), 680);
    assert(!/NaN|undefined/.test(summary + JSON.stringify(table)), summary);
    picturesOf(charts, 680);
  }
});

Deno.test("dayGame() refuses moves that are none, by the step", () => {
  const wrong = (moves: string, message: string) =>
    assertThrows(() => dayGame({ moves }), TypeError, message);
  wrong("0.5/0.5 0.6", "Cannot build dayGame as step 2 of moves must be a bid and an ask depth");
  wrong("x/0.5", "step 1 of moves");
  wrong("NaN/1", "step 1 of moves");
  wrong(Array(61).fill("1/1").join(" "), "moves must be at most 60 steps");
  assertThrows(() => dayGame(JSON.parse('{"moves":3}')), Error, "moves must be text");
});
