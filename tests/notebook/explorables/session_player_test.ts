import {
  assertAlmostEquals,
  assertEquals,
  assertGreaterOrEqual,
  assertLess,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import { drawTape } from "../../../lib/market/draw.ts";
import { frameOf } from "../../../lib/notebook/chart/frame.ts";
import { chartOf, LETTERS, picturesOf } from "../../../lib/notebook/explorables/scene_charts.ts";
import { sessionPlayerExplorable } from "../../../lib/notebook/explorables/session_player.ts";
import { sessionPlayerModel } from "../../../lib/notebook/explorables/session_player_model.ts";
import { streams } from "../../../lib/random/streams.ts";
import { scenario } from "../../../lib/scenario/scenario.ts";
import { trade } from "../../../lib/trading/trade.ts";

Deno.test("sessionPlayerModel() trades the scenario's own tape of the seed", () => {
  for (const market of ["readme", "toxic"] as const) {
    const model = sessionPlayerModel({ market, seed: 7, step: 500 });
    const { market: drawn, grid, traders } = scenario(market);
    const tape = drawTape(drawn, grid, streams(7));
    assertEquals(model.tape, tape);
    assertEquals(model.sessions.as, trade(tape, traders.as));
    assertEquals(model.sessions.naive, trade(tape, traders.naive));
    assertEquals(model.standings.as.profit, model.sessions.as.wealth[500]);
  }
});

Deno.test("sessionPlayerModel() counts the steps traded and no later one", () => {
  const before = sessionPlayerModel({ market: "readme", seed: 3, step: 0 }).standings.naive;
  assertEquals(before, { inventory: 0, profit: 0, fills: 0, takerTrades: 0, largest: 0 });
  const { standings: { naive }, sessions } = sessionPlayerModel({
    market: "readme",
    seed: 3,
    step: 100,
  });
  let [held, fills, largest] = [0, 0, 0];
  for (let n = 0; n < 100; n++) {
    const { bought, sold } = sessions.naive;
    held += bought[n] - sold[n];
    fills += bought[n] + sold[n];
    largest = Math.max(largest, Math.abs(held));
  }
  assertEquals([naive.inventory, naive.fills, naive.largest], [held, fills, largest]);
  assertAlmostEquals(naive.profit, sessions.naive.wealth[100], 1e-12);
  assertNotEquals(naive.profit, sessions.naive.wealth[101]);
});

Deno.test("sessionPlayerModel() gives another day for another seed, and the same for the same", () => {
  const first = sessionPlayerModel({ market: "readme", seed: 1, step: 10 });
  const second = sessionPlayerModel({ market: "readme", seed: 2, step: 10 });
  assertNotEquals(first.tape.midPrice, second.tape.midPrice);
  assertEquals(sessionPlayerModel({ market: "readme", seed: 1, step: 10 }), first);
});

Deno.test("sessionPlayerExplorable marks every fill of the steps it shows", () => {
  const model = sessionPlayerModel({ market: "readme", seed: 1, step: 40 });
  const { charts: [book], summary } = sessionPlayerExplorable.view(model, 680);
  const filled = book.marks.filter(({ name }) => name === "AS filled");
  const marked = filled.flatMap((mark) => mark.plotly().traces ?? [])
    .reduce((sum, { y }) => sum + (y as readonly number[]).length, 0);
  assertEquals(marked, model.standings.as.fills);
  assertStringIncludes(summary, "Step 40:");
});

Deno.test("sessionPlayerExplorable draws its three panels only as far as the day has come", () => {
  const shown = (step: number) => {
    const model = sessionPlayerModel({ market: "readme", seed: 1, step });
    const { charts } = sessionPlayerExplorable.view(model, 680);
    return picturesOf(charts, 680).map(({ content }) => content.length);
  };
  const [early, late] = [shown(10), shown(400)];
  assertEquals(early.length, 4);
  for (const panel of [1, 2, 3]) assertLess(early[panel] + 500, late[panel]);
});

Deno.test("sessionPlayerExplorable has three numbers or more along every axis, on every page", () => {
  for (const seed of [1, 2, 3, 74170]) {
    for (const width of [343, 680, 760]) {
      const model = sessionPlayerModel({ market: "readme", seed, step: 100 });
      for (const chart of sessionPlayerExplorable.view(model, width).charts) {
        const { x, panels } = frameOf(chartOf(chart), width, LETTERS);
        for (const { ticks } of [x, panels[0].y]) {
          assertGreaterOrEqual(ticks.length, 3, chart.title);
        }
      }
    }
  }
});
