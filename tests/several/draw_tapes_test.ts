import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { arithmeticBrownian } from "../../lib/market/arithmetic_brownian.ts";
import { drawTape } from "../../lib/market/draw.ts";
import { poissonFlow } from "../../lib/market/poisson_flow.ts";
import { drawTapes } from "../../lib/several/draw_tapes.ts";
import { streams } from "../../lib/random/streams.ts";
import { timeGrid } from "../../lib/time_grid.ts";
import { assertWithinStandardErrors } from "../statistics.ts";

const flow = poissonFlow({ scale: 5, decay: 1.5 });
const grid = timeGrid({ horizon: 2, steps: 8 });

Deno.test("drawTapes(): the first asset's tape is the one it has alone", () => {
  const market = {
    initialPrices: [100, 50],
    covariance: [[4, 1], [1, 9]],
    drift: [0.5, 0],
    flows: [flow, flow],
  };
  const [first, second] = drawTapes(market, grid, streams(3), 5);
  const price = arithmeticBrownian({ initialPrice: 100, volatility: 2, drift: 0.5 });
  const alone = drawTape({ price, flow }, grid, streams(3), 5);
  assertEquals(first.buyReach, alone.buyReach);
  first.midPrice.forEach((mid, n) => assertAlmostEquals(mid, alone.midPrice[n], 1e-12));
  // Its neighbour has orders of its own.
  assertEquals(second.buyReach.some((reach, n) => reach === first.buyReach[n]), false);
});

Deno.test("drawTapes(): moves have the drifts and the covariance asked for", () => {
  const covariance = [[4, 2.4, -1], [2.4, 9, 0.6], [-1, 0.6, 1]];
  const drift = [0.3, -0.2, 0];
  const market = { initialPrices: [0, 0, 0], covariance, drift, flows: [flow, flow, flow] };
  for (const seed of [1, 2, 3]) {
    const random = streams(seed);
    const ends = Array.from(
      { length: 20_000 },
      (_, path) =>
        drawTapes(market, grid, random, path).map(({ midPrice }, i) =>
          midPrice[grid.steps] - drift[i] * grid.horizon
        ),
    );
    for (let i = 0; i < 3; i++) {
      assertWithinStandardErrors(ends.map((end) => end[i]), 0, { z: 5 });
      for (let j = i; j < 3; j++) {
        const products = ends.map((end) => end[i] * end[j]);
        assertWithinStandardErrors(products, covariance[i][j] * grid.horizon, { z: 5 });
      }
    }
  }
});

Deno.test("drawTapes() refuses lists that do not fit and what is no covariance", () => {
  const draw = (change: object) =>
    drawTapes(
      { initialPrices: [1, 2], covariance: [[1, 0], [0, 1]], flows: [flow, flow], ...change },
      grid,
      streams(1),
    );
  assertThrows(() => draw({ initialPrices: [1] }), TypeError, "initialPrices");
  assertThrows(() => draw({ drift: [0] }), TypeError, "drift");
  assertThrows(() => draw({ initialPrices: [1, NaN] }), RangeError, "initialPrices[1]");
  assertThrows(() => draw({ covariance: [[1, 2], [2, 1]] }), RangeError, "covariance[0][1]");
});
