import {
  arithmeticBrownian,
  drawTape,
  estimateVolatility,
  fitIntensity,
  poissonFlow,
  signaturePlot,
  stepReaches,
  streams,
  type Tape,
  tapeOf,
  timeGrid,
} from "@digital-market-maker/lab";
import {
  calibrate,
  marketCsv,
  readMarket,
  replay,
  walkForward,
} from "@digital-market-maker/lab/data";
import { assert, assertAlmostEquals, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { replayNotes } from "../../../lib/market/replay/replay_notes.ts";
import { sliceTape, unbroken } from "../../../lib/market/slice_tape.ts";

const start = 1_700_000_000_000_000;
const day = 86_400_000_000;
const truth = { volatility: 0.3, scale: 0.9, decay: 2 };

function drawn(path: number, initialPrice = 100): Tape {
  const price = arithmeticBrownian({ initialPrice, volatility: truth.volatility });
  const flow = poissonFlow({ scale: truth.scale, decay: truth.decay, fills: "exact" });
  return drawTape({ price, flow }, timeGrid({ horizon: 600, steps: 600 }), streams("gaps"), path);
}

/** Ten minutes, and ten more after a pause, at another price. */
const days = (pause: number) => [
  marketCsv(drawn(0), { start }),
  marketCsv(drawn(1, 140), { start: start + pause }),
];

const recorded = (texts: readonly string[], options = {}) =>
  replay(texts.map((text, i) => readMarket(text, { name: `file ${i}` })), { dt: 1, ...options });

for (const quoted of [true, false]) {
  for (const pause of [day, 30 * day, 600e6 + 90e6]) {
    Deno.test(`replay() leaves a pause of ${pause / 1e6} s out, ${quoted ? "with" : "without"} quotes`, async () => {
      const [one, two] = days(pause);
      const texts = quoted
        ? [one.trades, two.trades, one.quotes, two.quotes]
        : [one.trades, two.trades];
      const { tape, gaps, stepsLeftOut } = await recorded(texts);
      assertEquals(tape.gaps?.length, 1);
      assert(gaps.length === (quoted ? 2 : 1) && gaps.every(({ to, from }) => to - from > 60e6));
      // Ten minutes each, less what begins and ends within a step, and one step for the gap.
      assert(tape.grid.steps >= 1190 && tape.grid.steps <= 1200, `${tape.grid.steps} steps`);
      assert(Math.abs(stepsLeftOut - (pause / 1e6 - 600)) < 8, `${stepsLeftOut}`);

      const { dt } = tape.grid;
      const sigma = estimateVolatility(tape.midPrice, { dt, gaps: tape.gaps });
      if (quoted) assertAlmostEquals(sigma.value, truth.volatility, 5 * sigma.standardError);
      assert(estimateVolatility(tape.midPrice, { dt }).value > (quoted ? 2 : 1.05) * sigma.value);
      const sample = stepReaches(tape);
      assertEquals(sample.reaches.length, 2 * (tape.grid.steps - 1));
      assertEquals(sample.time, 2 * (tape.grid.steps - 1));
      const { scale } = fitIntensity(sample);
      if (quoted) assertAlmostEquals(scale.value, truth.scale, 5 * scale.standardError);
    });
  }
}

Deno.test("replay() of two recordings with a gap has the reaches of each alone", async () => {
  const [one, two] = days(day);
  const { tape } = await recorded([one.trades, two.trades, one.quotes, two.quotes]);
  const alone = [
    await recorded([one.trades, one.quotes]),
    await recorded([two.trades, two.quotes]),
  ];
  const [first, second] = unbroken(tape).map(([from, to]) => sliceTape(tape, from, to));
  assertEquals(first, sliceTape(alone[0].tape, 0, first.grid.steps));
  assertEquals(second, alone[1].tape);
});

Deno.test("replay() finds gaps inside a file, and in trades or quotes alone", async () => {
  const { trades, quotes } = days(day)[0];
  const without = (text: string, from: number, to: number) => {
    const [header, ...rows] = text.trimEnd().split("\n");
    const inside = (row: string) => {
      const second = (Number(row.split(",")[0]) - start) / 1e6;
      return second > from && second < to;
    };
    return [header, ...rows.filter((row) => !inside(row))].join("\n") + "\n";
  };
  for (
    const [texts, kinds] of [
      [[without(trades, 100, 200), quotes], ["trades"]],
      [[trades, without(quotes, 100, 200)], ["quotes"]],
      [[without(trades, 100, 200), without(quotes, 100, 200)], ["quotes", "trades"]],
    ] as const
  ) {
    const replayed = await recorded(texts);
    assertEquals(replayed.gaps.map(({ kind }) => kind).sort(), [...kinds]);
    assert(replayed.stepsLeftOut >= 99 && replayed.stepsLeftOut <= 103);
    const [note] = replayNotes(replayed);
    assert(/^Gap: no (trades|quotes) for 1\d\d s in file [01], 2023-11-14T22:15:/.test(note), note);
  }
  const short = [without(trades, 100, 120), without(quotes, 100, 120)];
  assertEquals((await recorded(short)).gaps, []);
  assertEquals((await recorded(short, { longestGap: 15 })).gaps.length, 2);
});

Deno.test("replay() takes a market that trades every few minutes for quiet, not for full of holes", async () => {
  const [random, rows] = [streams("quiet")("pauses"), ["time_us,price,quantity,aggressor"]];
  for (let i = 0, time = start; i < 400; i++) {
    time += Math.round(-300e6 * Math.log(random.uniform()));
    rows.push(`${time},${100 + (i % 5)},1,${i % 2 ? "buy" : "sell"}`);
  }
  const { gaps, longestGap } = await recorded([rows.join("\n")], { dt: 60 });
  assertEquals(gaps, []);
  assert(longestGap.trades > 6000);
});

Deno.test("replay() refuses a recording that is gaps alone, and a year for a pause", async () => {
  const header = "time_us,price,quantity,aggressor\n";
  const apart = (pause: number) =>
    `${header}${start},100,1,buy\n${start + pause},100,1,sell\n${start + 2 * pause},100,1,buy\n`;
  const message = 'at least one step of 1 s: current value is "gaps alone"';
  await assertRejects(() => recorded([apart(day)], { longestGap: 60 }), TypeError, message);
  await assertRejects(() => recorded([apart(367 * day)]), RangeError, "a wrong time");
});

Deno.test("walkForward() trades on no side of a gap what came on the other", async () => {
  const [one, two] = days(day);
  const { tape } = await recorded([one.trades, two.trades, one.quotes, two.quotes]);
  const bootstrap = { block: 10, replications: 50, random: streams(1)("bootstrap") };
  const { windows, traders } = walkForward(tape, { train: 0.3, bootstrap });
  const [gap] = tape.gaps!;
  assertEquals(windows.map(({ from, to }) => [from, to]).flat().slice(1, 3), [gap, gap + 1]);
  // The price jumped by 40; who held a unit through it would have earned or lost that.
  for (const { attribution, largestInventory } of [traders.as, traders.glft]) {
    assert(Math.abs(attribution.inventory) < 40 * largestInventory);
  }
  const held = windows.flatMap(({ sessions }) => Object.values(sessions));
  assert(held.every(({ inventory }) => inventory[0] === 0));
});

Deno.test("calibrate() and its counts leave the gap's time out", async () => {
  const [one, two] = days(day);
  const texts = [one.trades, two.trades, one.quotes, two.quotes];
  const replayed = await recorded(texts, { orders: true });
  const found = calibrate(replayed, { random: streams(1)("bootstrap"), replications: 50 });
  const { scale, decay } = found.intensity.both.exact!;
  assertAlmostEquals(scale.value, truth.scale, 5 * scale.standardError);
  assertAlmostEquals(decay.value, truth.decay, 5 * decay.standardError);
  assert(replayed.orders!.step.every((step) => step !== replayed.tape.gaps![0]));
  assertEquals(found.bootstrap!.fitted, 50);
});

Deno.test("estimateVolatility() and signaturePlot() of prices in pieces pool the pieces' changes", () => {
  const pieces = [[1, 3, 2, 5, 4], [50, 51, 49, 52]];
  const joined = pieces.flat();
  const sigma = (prices: readonly number[]) => estimateVolatility(prices, { dt: 1 });
  const pooled = estimateVolatility(joined, { dt: 1, gaps: [4] });
  assertEquals(pooled.changes, 7);
  const changes = [2, -1, 3, -1, 1, -2, 3];
  const mean = changes.reduce((a, b) => a + b) / 7;
  const variance = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / 7 / (1 - 1 / 7);
  assertAlmostEquals(pooled.value ** 2, variance, 1e-12);
  assertEquals(estimateVolatility(pieces[0], { dt: 1, gaps: [] }), sigma(pieces[0]));
  const lags = signaturePlot(joined, { dt: 1, gaps: [4], lags: [1, 2] });
  assertEquals(lags.map((point) => point.changes), [7, 5]);
});

Deno.test("sliceTape() and unbroken() keep to a tape's gaps", () => {
  const columns = {
    horizon: 6,
    midPrice: [1, 2, 3, 4, 5, 6, 7],
    buyReach: new Array(6).fill(1),
    sellReach: new Array(6).fill(1),
  };
  const tape = tapeOf({ ...columns, gaps: [0, 3] });
  assertEquals(unbroken(tape), [[1, 3], [4, 6]]);
  assertEquals(unbroken(tape, 2, 5), [[2, 3], [4, 5]]);
  assertEquals(unbroken(tape, 3, 4), []);
  assertEquals([...sliceTape(tape, 2, 5).gaps!], [1]);
  assertEquals(sliceTape(tape, 4, 6).gaps, undefined);
  for (const gaps of [[6], [-1], [2, 2], [3, 1], [0.5]]) {
    assertThrows(() => tapeOf({ ...columns, gaps }), RangeError, "Cannot build tapeOf as gaps[");
  }
});
