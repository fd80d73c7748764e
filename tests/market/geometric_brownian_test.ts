import {
  drawPrices,
  geometricBrownian,
  type PriceProcess,
  stepMoments,
  streams,
  timeGrid,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertThrows } from "@std/assert";
import { testPriceProcessLaws } from "./price_process_laws.ts";

const options = { initialPrice: 100, volatility: 0.4, drift: 0.3 };
const process = geometricBrownian(options);

const broken = (factor: (dt: number, z: number) => number): PriceProcess => ({
  ...process,
  draw({ dt }, random, out) {
    random.normals(out.subarray(1));
    out[0] = options.initialPrice;
    for (let n = 1; n < out.length; n++) out[n] = out[n - 1] * factor(dt, out[n]);
  },
});
const exact = (dt: number, z: number) => Math.exp(0.22 * dt + 0.4 * Math.sqrt(dt) * z);

testPriceProcessLaws({
  name: "geometricBrownian()",
  process,
  dt: 1,
  wrong: {
    "σ off by 3 %": { process: geometricBrownian({ ...options, volatility: 0.412 }) },
    "no −σ²/2": { process: broken((dt, z) => exact(dt, z) * Math.exp(0.08 * dt)) },
    "Euler's step": {
      process: broken((dt, z) => 1 + 0.3 * dt + 0.4 * Math.sqrt(dt) * z),
      breaksSteps: true,
    },
  },
});

testPriceProcessLaws({
  name: "geometricBrownian() at short steps",
  process,
  dt: 0.04,
  wrong: {
    "no √dt": {
      process: broken((dt, z) => Math.exp(0.22 * dt + 0.4 * z)),
      breaksSteps: true,
    },
    "no dt in the drift": {
      process: broken((dt, z) => Math.exp(0.22 + 0.4 * Math.sqrt(dt) * z)),
      breaksSteps: true,
    },
  },
});

Deno.test("geometricBrownian() multiplies by exp((μ − σ²/2)·dt + σ·√dt·Z)", () => {
  const normals = new Float64Array(3);
  streams(1)("price").normals(normals);
  const prices = new Float64Array(4);
  drawPrices(process, timeGrid({ horizon: 0.75, steps: 3 }), streams(1)("price"), prices);
  let expected = 100;
  for (let n = 0; n < 3; n++) {
    expected *= exact(0.25, normals[n]);
    assertAlmostEquals(prices[n + 1], expected, 1e-11);
  }
});

Deno.test("geometricBrownian() scales with its initial price and stays positive", () => {
  const grid = timeGrid({ horizon: 50, steps: 50 });
  const prices = new Float64Array(51), scaled = new Float64Array(51);
  drawPrices(process, grid, streams(2)("price"), prices);
  drawPrices(
    geometricBrownian({ ...options, initialPrice: 25 }),
    grid,
    streams(2)("price"),
    scaled,
  );
  prices.forEach((price, n) => assertAlmostEquals(scaled[n], price / 4, 1e-12 * price));
  assert(prices.every((price) => price > 0));
});

Deno.test("geometricBrownian() has the step moments of its formula", () => {
  const { mean, square } = stepMoments(process, 0.25);
  assertAlmostEquals(mean[1], Math.exp(0.075), 1e-15);
  assertAlmostEquals(square[2], Math.exp(0.15 + 0.04), 1e-15);
});

Deno.test("geometricBrownian() refuses each bad parameter in one clear line", () => {
  const refuse = (change: Partial<typeof options>, message: string) =>
    assertThrows(
      () => geometricBrownian({ ...options, ...change }),
      RangeError,
      `Cannot build geometricBrownian as ${message}`,
    );
  refuse({ volatility: -0.1 }, "volatility must be >= 0 and finite: current value is -0.1");
  refuse({ volatility: Infinity }, "volatility must be >= 0 and finite: current value is Infinity");
  refuse({ initialPrice: 0 }, "initialPrice must be > 0 and finite: current value is 0");
  refuse({ initialPrice: NaN }, "initialPrice must be > 0 and finite: current value is NaN");
  refuse({ drift: NaN }, "drift must be a finite number: current value is NaN");
});
