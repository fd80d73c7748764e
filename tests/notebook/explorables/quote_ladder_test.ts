import {
  assertAlmostEquals,
  assertEquals,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import { picturesOf } from "../../../lib/notebook/explorables/scene_charts.ts";
import { quoteLadderExplorable } from "../../../lib/notebook/explorables/quote_ladder.ts";
import { quoteLadderModel } from "../../../lib/notebook/explorables/quote_ladder_model.ts";

const values = {
  riskAversion: 0.1,
  volatility: 2,
  decay: 1.5,
  scale: 140,
  inventory: 2,
  timeLeft: 0.75,
};
const fillTerm = 20 * Math.log(1 + 0.1 / 1.5);

Deno.test("quoteLadderModel() gives the paper's equations (29) and (30), and the README's spread", () => {
  const { quotes: { paper, readme } } = quoteLadderModel(values);
  assertAlmostEquals(paper.reservationPrice, 100 - 2 * 0.1 * 4 * 0.75, 1e-12);
  assertAlmostEquals(readme.reservationPrice, paper.reservationPrice, 1e-12);
  assertAlmostEquals(paper.spread, 0.1 * 4 * 0.75 + fillTerm, 1e-12);
  assertAlmostEquals(readme.spread, 0.1 * 4 * 0.75 / 2 + fillTerm, 1e-12);
  assertAlmostEquals(paper.ask - paper.bid, paper.spread, 1e-12);
  assertAlmostEquals((paper.ask + paper.bid) / 2, paper.reservationPrice, 1e-12);
});

Deno.test("quoteLadderModel() fills with probability A·exp(−kδ)·dt, at most 1", () => {
  const { quotes: { paper } } = quoteLadderModel(values);
  assertAlmostEquals(paper.bidFill, 140 * Math.exp(-1.5 * (100 - paper.bid)) * 0.005, 1e-12);
  assertEquals(quoteLadderModel({ ...values, inventory: 10 }).quotes.paper.askFill, 1);
});

Deno.test("quoteLadderModel() has the chosen quote on its curve, and no lean at the end", () => {
  const { curves, inventories, quotes } = quoteLadderModel(values);
  assertEquals(curves.paper[inventories.indexOf(2)], quotes.paper);
  const end = quoteLadderModel({ ...values, timeLeft: 0 });
  assertEquals(end.quotes.paper.reservationPrice, 100);
  assertEquals(end.quotes.paper.spread, end.quotes.readme.spread);
  assertNotEquals(quotes.paper.spread, quotes.readme.spread);
});

Deno.test("quoteLadderExplorable shows the model's numbers in table, summary and picture", () => {
  const model = quoteLadderModel(values);
  const { table, summary, charts } = quoteLadderExplorable.view(model, 680);
  assertEquals(table.rows[0][2], model.quotes.paper.bid.toFixed(3));
  assertEquals(table.rows[1][3], model.quotes.readme.ask.toFixed(3));
  assertStringIncludes(summary, "0.600 $ below the mid");
  const [{ content }] = picturesOf(charts, 680);
  assertStringIncludes(content, `>${model.quotes.paper.bid.toFixed(2)}</text>`);
});

Deno.test("quoteLadderExplorable keeps the height of its data on a phone, where its legend has more rows", () => {
  const heights = (width: number) =>
    picturesOf(quoteLadderExplorable.view(quoteLadderModel(values), width).charts, width)
      .map(({ content }) => Number(/<svg [^>]*height="(\d+)"/.exec(content)![1]));
  for (const width of [320, 350, 500]) {
    for (const [i, height] of heights(width).entries()) {
      assertAlmostEquals(height, heights(680)[i], 2);
    }
  }
});
