import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { bootstrapIntensity } from "../../../lib/calibration/bootstrap_intensity.ts";
import { compareSides } from "../../../lib/calibration/compare_sides.ts";
import { fitIntensity } from "../../../lib/calibration/fit_intensity.ts";
import { intensityCurve } from "../../../lib/calibration/intensity_curve.ts";
import { reachInfluence } from "../../../lib/calibration/reach_influence.ts";
import { type ReachSample, stepReaches } from "../../../lib/calibration/reach_sample.ts";
import { readMarket } from "../../../lib/market/replay/read_market.ts";
import { replay } from "../../../lib/market/replay/replay.ts";
import { type Tape, tapeOf } from "../../../lib/market/tape.ts";
import { streams } from "../../../lib/random/streams.ts";

/** Trades and quotes, so many of each, a pause apart. */
function rare(rows: number, pause: number) {
  const random = streams("sparse")("rows");
  const lines = Array.from({ length: rows }, (_, i) => {
    const time = 1_700_000_000_000_000 + Math.round(1e6 * pause * i);
    const bid = 100 + Math.round(20 * random.uniform()) / 100;
    const [side, price] = random.uniform() < 0.5 ? ["buy", bid + 0.3] : ["sell", bid - 0.2];
    return {
      trade: `${time + 1000},${price.toFixed(2)},1,${side}`,
      quote: `${time},${bid.toFixed(2)},3,${(bid + 0.1).toFixed(2)},2`,
    };
  });
  return {
    trades: ["time_us,price,quantity,aggressor", ...lines.map(({ trade }) => trade)].join("\n"),
    quotes: ["time_us,bid,bid_quantity,ask,ask_quantity", ...lines.map(({ quote }) => quote)]
      .join("\n"),
  };
}

/** The sample as it was once kept: every step listed, silent ones too. */
function listed(tape: Tape): ReachSample {
  const { grid: { steps, dt }, buyReach, sellReach, gaps } = tape;
  const known = Array.from({ length: steps }, (_, n) => n).filter((n) => !gaps?.includes(n));
  return {
    per: "steps",
    reaches: Float64Array.from([buyReach, sellReach].flatMap((side) => known.map((n) => side[n]))),
    step: Int32Array.from([...known, ...known]),
    steps,
    dt,
    time: 2 * known.length * dt,
  };
}

/** Reaches of few of many steps, with gaps or without. */
function quietTape(seed: string, busy: number, gaps: readonly number[]): Tape {
  const random = streams(seed)("reaches");
  const steps = 600;
  const side = () =>
    Array.from(
      { length: steps },
      (_, n) =>
        random.uniform() < busy && !gaps.includes(n) ? -Math.log(random.uniform()) / 2 : -Infinity,
    );
  const midPrice = new Float64Array(steps + 1).fill(100);
  return tapeOf({ horizon: 600, midPrice, buyReach: side(), sellReach: side(), gaps });
}

Deno.test("what is kept of a recording, and of its reaches, grows with its rows and not with its steps", async () => {
  const rows = 400;
  const kept = async (pause: number) => {
    const { trades, quotes } = rare(rows, pause);
    const recorded = await replay([readMarket(trades), readMarket(quotes)], { dt: 1 });
    const { tape, book, levels } = recorded;
    const sample = stepReaches(tape);
    assertEquals(sample.reaches.length + sample.silent!, 2 * tape.grid.steps);
    return {
      steps: tape.grid.steps,
      numbers: [sample.reaches, sample.step, book!.bid, book!.askQuantity, levels!.price],
    };
  };
  const [short, long] = [await kept(2), await kept(500)];
  assert(long.steps > 200 * short.steps);
  for (const { numbers } of [short, long]) {
    for (const column of numbers) assert(column.length <= 2 * rows, `${column.length} of ${rows}`);
  }
});

Deno.test("replay() refuses more steps with rows than a tenth of the most steps", async () => {
  const { trades, quotes } = rare(40, 0.5);
  const read = (maximumSteps: number) =>
    replay([readMarket(trades), readMarket(quotes)], { dt: 0.5, maximumSteps });
  const { message } = await assertRejects(() => read(390), RangeError);
  assertStringIncludes(message, "its steps in which something came must be at most 39");
  assertEquals((await read(400)).tape.grid.steps, 38);
});

Deno.test("replay() keeps no prints by price where a step has more prices than any market", async () => {
  const read = async (prices: number) => {
    const rows = Array.from({ length: prices }, (_, i) => `1000000,${1 + i},1,buy`);
    const text = ["time_us,price,quantity,aggressor", "0,5,1,sell", ...rows, "9000000,5,1,buy"];
    return await replay([readMarket(text.join("\n"))], { dt: 1 });
  };
  const [many, tooMany] = [await read(99_000), await read(101_000)];
  assertEquals(many.levels!.price.length, 99_000);
  assertEquals([tooMany.levels, tooMany.prints], [null, 101_000]);
});

Deno.test("silent steps that are counted say what silent steps that are listed say", () => {
  for (const [i, busy] of [0.03, 0.3, 0.9].entries()) {
    for (const gaps of [[], [3, 200, 201, 599]]) {
      const tape = quietTape(`quiet ${i}`, busy, gaps);
      const [sample, all] = [stepReaches(tape), listed(tape)];
      for (const threshold of [0, 0.3]) {
        const law = { threshold };
        assertEquals(fitIntensity(sample, law), fitIntensity(all, law));
        assertEquals(reachInfluence(sample, law), reachInfluence(all, law));
        for (const block of [1, 7, 600]) {
          const drawn = { ...law, block, replications: 40 };
          const draw = (from: ReachSample) =>
            bootstrapIntensity(from, { ...drawn, random: streams("draw")("blocks") });
          assertEquals(draw(sample), draw(all));
        }
      }
      assertEquals(intensityCurve(sample), intensityCurve(all));
    }
  }
});

Deno.test("compareSides() exchanges blocks of known steps as a whole", () => {
  // Alike sides: whatever is exchanged, all reaches stay, and so does the pooled fit.
  const tape = quietTape("alike", 0.4, [50, 51, 300]);
  for (const block of [1, 10, 597]) {
    const { exchangedPValue, statistic } = compareSides(tape, { block, exchanges: 60 });
    assert(statistic >= 0 && exchangedPValue! > 0.01, `${block}: ${exchangedPValue}`);
  }
  // One block of all steps: exchanged or not, the two samples are the same two.
  assertEquals(compareSides(tape, { block: 597, exchanges: 20 }).exchangedPValue, 1);
});

Deno.test("a step that stands for a gap has no row of the book, every other the one that stood", async () => {
  const seconds = [...Array(10).keys(), ...Array.from({ length: 9 }, (_, i) => 31 + i)];
  const trades = [
    "time_us,price,quantity,aggressor",
    ...seconds.map((s) => `${1e6 * s + 5},${100 + s},1,buy`),
  ];
  const quotes = [
    "time_us,bid,bid_quantity,ask,ask_quantity",
    ...seconds.map((s) => `${1e6 * s},${100 + s},1,${101 + s},1`),
  ];
  const files = [trades, quotes].map((lines) => readMarket(lines.join("\n")));
  const { tape, book } = await replay(files, { dt: 1, longestGap: 5 });
  assertEquals([...tape.gaps!].length, 1);
  for (let n = 0; n < tape.grid.steps; n++) {
    const { [n]: row } = book!.row;
    if (tape.gaps!.includes(n)) assertEquals(row, -1);
    else assertEquals((book!.bid[row] + book!.ask[row]) / 2, tape.midPrice[n]);
  }
});

Deno.test("a recording may be allowed any number of steps that is a whole one", async () => {
  const { trades, quotes } = rare(50, 1);
  const read = (maximumSteps?: number) =>
    replay([readMarket(trades), readMarket(quotes)], { dt: 1, maximumSteps });
  const { tape } = await read();
  for (const most of [1e9, 1e12, 1e15, Number.MAX_SAFE_INTEGER]) {
    assertEquals((await read(most)).tape, tape);
  }
});
