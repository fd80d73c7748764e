import {
  arithmeticBrownian,
  drawTape,
  informedFlow,
  poissonFlow,
  streams,
  type Tape,
  tapeOf,
  timeGrid,
} from "@digital-market-maker/lab";
import {
  readMarket,
  replay,
  walkForward,
  type WalkForwardOptions,
} from "@digital-market-maker/lab/data";
import { assert, assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";
import { recordedMarkets } from "../market/replay/recorded_markets.ts";
import { sliceTape } from "../../lib/market/slice_tape.ts";

const grid = timeGrid({ horizon: 2000, steps: 2000 });
const price = arithmeticBrownian({ initialPrice: 100, volatility: 0.1 });
const parameters = { scale: 0.9, decay: 1.5, fills: "exact" } as const;
const pure = drawTape({ price, flow: poissonFlow(parameters) }, grid, streams("walk"));
const toxic = drawTape(
  { price, flow: informedFlow({ ...parameters, informed: 0.6, foresight: 20 }) },
  grid,
  streams("walk"),
);

function run(tape: Tape, options: Partial<WalkForwardOptions> = {}) {
  const bootstrap = { block: 10, replications: 200, random: streams(1)("bootstrap") };
  return walkForward(tape, { bootstrap, ...options });
}

Deno.test("sliceTape() cuts and copies", () => {
  const part = sliceTape(pure, 10, 13);
  assertEquals([...part.midPrice], [...pure.midPrice.subarray(10, 14)]);
  assertEquals([...part.sellReach], [...pure.sellReach.subarray(10, 13)]);
  assertEquals(part.grid, { horizon: 3, steps: 3, dt: 1 });
  // A part of what was drawn is no longer what the seed and the path draw.
  const { drawn: _, ...columns } = pure;
  assertEquals(sliceTape(pure, 0, 2000), columns);
  for (const [from, to] of [[-1, 2], [3, 3], [0, 2001], [0.5, 2]]) {
    assertThrows(() => sliceTape(pure, from, to), RangeError, "Cannot slice a tape");
  }
});

Deno.test("walkForward() believes the past and nothing of the future", () => {
  const { windows } = run(pure, { windows: 2 });
  const second = windows[1];
  assertEquals(windows.map(({ from, to }) => [from, to]), [[1000, 1500], [1500, 2000]]);
  const changed = tapeOf({
    horizon: 2000,
    midPrice: pure.midPrice.map((mid, n) => n > 1700 ? mid + 50 : mid),
    buyReach: pure.buyReach.map((reach, n) => n >= 1700 ? reach + 3 : reach),
    sellReach: pure.sellReach,
  });
  const other = run(changed, { windows: 2 }).windows[1];
  assertEquals(other.intensity, second.intensity);
  assertEquals(other.volatility, second.volatility);
  for (const name of ["naive", "as", "glft"] as const) {
    const [one, two] = [second.sessions[name], other.sessions[name]];
    assertEquals(one.bid.subarray(0, 201), two.bid.subarray(0, 201));
    assertEquals(one.wealth.subarray(0, 200), two.wealth.subarray(0, 200));
    assert(one.wealth[500] !== two.wealth[500]);
  }
});

Deno.test("walkForward() on the model's own tape: true beliefs, promised fills, no adverse selection", () => {
  const { windows: [{ intensity, volatility, sessions }], traders } = run(pure, {
    rebate: 0,
    fee: 0,
  });
  assertAlmostEquals(intensity.scale.value, 0.9, 4 * intensity.scale.standardError);
  assertAlmostEquals(intensity.decay.value, 1.5, 4 * intensity.decay.standardError);
  assertAlmostEquals(volatility.value, 0.1, 4 * volatility.standardError);
  for (const trader of Object.values(traders)) {
    const { attribution: parts, profit, beforeFees, fills, promisedFills, markouts } = trader;
    assertAlmostEquals(parts.spread + parts.inventory + parts.crossing, profit.value, 1e-8);
    assertAlmostEquals(parts.profit, profit.value, 1e-8);
    assertEquals(beforeFees, profit);
    assert(profit.interval[0] > 0, `${trader.name} earns ${profit.interval}`);
    assertLess(Math.abs(fills - promisedFills), 5 * Math.sqrt(promisedFills), trader.name);
    for (const { mean, standardError } of markouts) assertLess(Math.abs(mean!), 5 * standardError!);
  }
  assertEquals(traders.naive.aboveNaive, { value: 0, standardError: 0, interval: [0, 0] });
  assertLess(traders.glft.largestInventory, 6);
  assertEquals(traders.glft.finalInventory, [sessions.glft.inventory[1000]]);
});

Deno.test("walkForward() finds toxic flow in the markouts, and the rebate that would pay for it", () => {
  const { traders } = run(toxic, { horizons: [20] });
  for (
    const { markouts: [{ mean, standardError }], attribution, beforeFees } of Object.values(traders)
  ) {
    assert(mean! < -5 * standardError!);
    const market = attribution.spread + attribution.inventory + attribution.crossing;
    assertAlmostEquals(beforeFees.value, market, 1e-8);
  }
  // A quote that does not lean meets ισ√(2h/π); those that lean choose their fills.
  const [{ mean, standardError }] = traders.naive.markouts;
  assertAlmostEquals(mean!, -0.6 * 0.1 * Math.sqrt(40 / Math.PI), 5 * standardError!);
  const rebate = traders.naive.breakEvenRebate!;
  assertAlmostEquals(run(toxic, { rebate }).traders.naive.profit.value, 0, 1e-8);
});

Deno.test("walkForward() puts all windows into one report", () => {
  const { windows, traders } = run(pure, { windows: 4, train: 0.2 });
  const sum = windows.reduce((total, { sessions: { as } }) => total + as.wealth.at(-1)!, 0);
  assertAlmostEquals(traders.as.profit.value, sum, 1e-8);
  assertEquals(traders.as.finalInventory.length, 4);
  assert(windows.every(({ from, to }, i) => from === 400 + 400 * i && to === from + 400));
});

Deno.test("walkForward() refuses splits and beliefs that cannot be", () => {
  const cases: readonly (readonly [Partial<WalkForwardOptions>, string])[] = [
    [{ train: 0 }, "train must be above 0 and below 1"],
    [{ train: NaN }, "train must be above 0 and below 1"],
    [{ windows: 1.5 }, "windows must be a whole number"],
    [{ windows: 5000 }, "windows must be at most the 1000 steps traded"],
    [{ train: 0.001 }, "must be at least"],
    [{ riskAversion: 0 }, "riskAversion must be > 0"],
    [{ limit: 0 }, "limit must be a whole number >= 1"],
    [{ rebate: NaN }, "rebate must be a finite number"],
  ];
  for (const [change, message] of cases) assertThrows(() => run(pure, change), RangeError, message);
});

for (const { name, real, trades, quotes } of recordedMarkets()) {
  Deno.test(`walkForward() on ${name}`, async () => {
    const { tape, tick, halfSpread } = await replay([readMarket(trades), readMarket(quotes)], {
      dt: 1,
    });
    const { traders } = run(tape, { threshold: 1.000001 * tick, crossingCost: halfSpread! });
    for (const { markouts: [first], fills, attribution: parts, profit } of Object.values(traders)) {
      const sum = parts.spread + parts.inventory + parts.rebates + parts.fees + parts.crossing;
      assertAlmostEquals(sum, profit.value, 1e-6);
      assert(fills > 5);
      // Recorded flow is toxic; the engine's own is not.
      if (real) assert(first.mean! < -4 * first.standardError!);
      else assertLess(Math.abs(first.mean!), 5 * first.standardError!);
    }
  });
}
