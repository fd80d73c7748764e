import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { signaturePlot } from "../../lib/calibration/signature_plot.ts";
import { estimateVolatility } from "../../lib/calibration/volatility.ts";
import { geometricBrownian } from "../../lib/market/geometric_brownian.ts";
import { drawPrices } from "../../lib/market/price_process.ts";
import { streams } from "../../lib/random/streams.ts";
import { timeGrid } from "../../lib/time_grid.ts";
import { truthTape } from "./samples.ts";

const truth = { scale: 1, decay: 1, volatility: 2, dt: 0.25, steps: 20_000 };
const { midPrice } = truthTape(truth, "exact", streams("volatility"));

Deno.test("estimateVolatility() by hand: changes 1, −1, 3, 1", () => {
  const { value, changes, drift } = estimateVolatility([0, 1, 0, 3, 4], { dt: 4 });
  assertEquals(changes, 4);
  assertAlmostEquals(drift, 1 / 4, 1e-15);
  assertAlmostEquals(value, Math.sqrt((0 + 4 + 4 + 0) / 3 / 4), 1e-15);
});

Deno.test("estimateVolatility() leaves out every change over a gap, by hand and at any lag", () => {
  const jumping = [0, 1, 0, 100, 101, 100, 102];
  const { value, changes } = estimateVolatility(jumping, { dt: 1, gaps: [2] });
  assertEquals(changes, 5);
  const whole = estimateVolatility([0, 1, 0, 1, 0, 2], { dt: 1 });
  assertAlmostEquals(value, whole.value, 1e-15);
  // Two pieces of Brownian motion far apart: 3 % more would not do, whatever the lag.
  const apart = midPrice.map((price, n) => n > 12_000 ? price + 1e6 : price);
  for (const lag of [1, 2, 7]) {
    const { value, standardError } = estimateVolatility(apart, { dt: 0.25, gaps: [12_000], lag });
    assertAlmostEquals(value, 2, 5 * standardError, `lag ${lag}`);
  }
});

Deno.test("estimateVolatility() finds σ of Brownian motion, and 3 % more would not do", () => {
  const { value, standardError, kurtosis } = estimateVolatility(midPrice, { dt: 0.25 });
  assertAlmostEquals(standardError, 2 / Math.sqrt(2 * 20_000), 3e-4);
  assertAlmostEquals(value, 2, 5 * standardError);
  assert(Math.abs(value - 2.06) > 5 * standardError);
  assertAlmostEquals(kurtosis, 3, 5 * Math.sqrt(24 / 20_000));
});

Deno.test("estimateVolatility() does not mind a drift", () => {
  const drifting = midPrice.map((price, n) => price + 5 * n);
  const { value, drift } = estimateVolatility(drifting, { dt: 0.25 });
  const plain = estimateVolatility(midPrice, { dt: 0.25 });
  assertAlmostEquals(value, plain.value, 1e-8);
  assertAlmostEquals(drift, 20 + plain.drift, 1e-8);
});

Deno.test("estimateVolatility() takes logarithms of geometric prices", () => {
  const prices = new Float64Array(10_001);
  const process = geometricBrownian({ initialPrice: 50, volatility: 0.02 });
  drawPrices(process, timeGrid({ horizon: 10_000, steps: 10_000 }), streams(2)("price"), prices);
  const { value, standardError } = estimateVolatility(prices, { dt: 1, prices: "geometric" });
  assertAlmostEquals(value, 0.02, 5 * standardError);
});

Deno.test("signaturePlot() is flat for Brownian motion and falls where prices bounce", () => {
  for (const { value, standardError, lag } of signaturePlot(midPrice, { dt: 0.25 })) {
    assertAlmostEquals(value, 2, 5 * standardError, `lag ${lag}`);
  }
  const bouncing = midPrice.map((price, n) => price + (n % 2 ? 1 : -1));
  const [one, two] = signaturePlot(bouncing, { dt: 0.25, lags: [1, 2] });
  assert(one.value > 4 && two.value < 2.1, `${one.value}, ${two.value}`);
});

Deno.test("signaturePlot() looks at lags up to a tenth of the steps", () => {
  const lags = signaturePlot(midPrice.subarray(0, 501), { dt: 0.25 }).map(({ lag }) => lag);
  assertEquals(lags, [1, 2, 5, 10, 20, 50]);
  const [first] = signaturePlot(midPrice.subarray(0, 9), { dt: 0.25 });
  assertEquals([first.lag, first.time], [1, 0.25]);
});

Deno.test("estimateVolatility() of a price that never moves is 0", () => {
  for (const lag of [1, 2]) {
    const still = estimateVolatility(new Float64Array(9).fill(61_837.63), { dt: 0.5, lag });
    assertEquals([still.value, still.standardError, still.drift], [0, 0, 0]);
    assertEquals(still.interval, [0, 0]);
  }
});

Deno.test("estimateVolatility() refuses what has none", () => {
  const cases: readonly (readonly [ArrayLike<number>, { dt: number; lag?: number }, string])[] = [
    [[1, 2, 1], { dt: 1 }, "number of prices must be at least 4"],
    [[1, 2, 1, 2], { dt: 0 }, "dt must be > 0"],
    [[1, NaN, 1, 2], { dt: 1 }, "midPrice[1] must be a finite number"],
    [[1, 2, 1, 2], { dt: 1, lag: 1.5 }, "lag must be a whole number"],
  ];
  for (const [prices, options, message] of cases) {
    assertThrows(() => estimateVolatility(prices, options), RangeError, message);
  }
  const below = { dt: 1, prices: "geometric" } as const;
  assertThrows(
    () => estimateVolatility([1, -1, 2, 3], below),
    RangeError,
    "midPrice[1] must be > 0",
  );
});
