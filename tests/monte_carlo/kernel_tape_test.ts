import {
  arithmeticBrownian,
  drawPrices,
  geometricBrownian,
  ornsteinUhlenbeck,
  type PriceProcess,
  streams,
  timeGrid,
} from "@digital-market-maker/lab";
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { stepOf } from "../../lib/market/price_process.ts";
import { fastRun } from "../../lib/monte_carlo/fast_run.ts";
import { STEP, TOGETHER } from "../../lib/monte_carlo/kernel/layout.ts";
import { loadKernel } from "../../lib/monte_carlo/kernel.ts";
import { streamKey } from "../../lib/random/stream_key.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Every kind of step, and a process that draws its own way. */
const prices: fc.Arbitrary<PriceProcess> = fc.record({
  initialPrice: number(1, 150),
  volatility: number(0, 0.5),
  drift: number(-0.2, 0.2),
}).chain((parameters) =>
  fc.constantFrom<PriceProcess>(
    arithmeticBrownian(parameters),
    geometricBrownian(parameters),
    ornsteinUhlenbeck({
      initialPrice: parameters.initialPrice,
      volatility: parameters.volatility,
      pull: 0.3,
      meanLevel: 90,
    }),
    {
      name: "pulled logarithm",
      parameters: {},
      initialPrice: parameters.initialPrice,
      step: () => ({ of: "logPrice", kept: 0.9, shift: 0.4, deviation: parameters.volatility }),
    },
    {
      name: "own",
      parameters: {},
      initialPrice: 3,
      draw: (_, random, out) => random.normals(out),
    },
  )
);

Deno.test("the kernel's tapes are those of the streams, bit by bit, whatever the price", () => {
  const firsts = fc.oneof(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom(2 ** 32 - 3, 2 ** 40));
  fc.assert(
    fc.property(
      prices,
      firsts,
      fc.integer(),
      fc.integer({ min: 1, max: 400 }),
      (price, first, seed, steps) => {
        const grid = timeGrid({ horizon: 7, steps });
        const plan = {
          grid,
          keys: { prices: streamKey(seed, "price"), orders: streamKey(seed, "flow") },
          initialPrice: price.initialPrice,
          priceStep: stepOf(price, grid.dt),
          firstPath: first,
          paths: TOGETHER,
          policies: [],
          recorders: [],
        };
        const random = streams(seed);
        const writePrices = (path: number, out: Float64Array) =>
          drawPrices(price, grid, random("price", path), out);
        fastRun(plan, writePrices).trade(0, TOGETHER);
        const { buffer: memory, tapes } = loadKernel(plan);
        for (let path = 0; path < TOGETHER; path++) {
          const words = new Int32Array(2 * steps), midPrice = new Float64Array(steps + 1);
          random("flow", first + path).words(words);
          drawPrices(price, grid, random("price", first + path), midPrice);
          const tape = tapes + (path >> 2) * STEP * (steps + 1), lane = path & 3;
          const integers = new Int32Array(memory, tape), reals = new Float64Array(memory, tape);
          const drawn = Int32Array.from(
            words,
            (_, i) => integers[16 * (i >> 1) + 4 * (i & 1) + lane],
          );
          assertEquals(drawn, words.map((word) => word >>> 1));
          assertEquals(midPrice.map((_, n) => reals[8 * n + 4 + lane]), midPrice);
        }
      },
    ),
    { seed: 20080802, numRuns: 100 },
  );
});
