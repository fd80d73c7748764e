import {
  arithmeticBrownian,
  drawPrices,
  type PriceProcess,
  stepMoments,
  streams,
  timeGrid,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { testPriceProcessLaws } from "./price_process_laws.ts";

const options = { initialPrice: 100, volatility: 2, drift: 1.5 };
const process = arithmeticBrownian(options);

/** A process whose steps ignore what the step's length should do to them. */
const broken = (drifted: (dt: number) => number, deviation: (dt: number) => number) => ({
  process: {
    ...process,
    draw({ dt }, random, out) {
      random.normals(out.subarray(1));
      out[0] = options.initialPrice;
      for (let n = 1; n < out.length; n++) {
        out[n] = out[n - 1] + drifted(dt) + deviation(dt) * out[n];
      }
    },
  } satisfies PriceProcess,
  breaksSteps: true,
});

testPriceProcessLaws({
  name: "arithmeticBrownian()",
  process,
  dt: 0.5,
  wrong: {
    "σ off by 3 %": { process: arithmeticBrownian({ ...options, volatility: 2.06 }) },
    "no drift": { process: arithmeticBrownian({ ...options, drift: 0 }) },
    "no √dt": broken((dt) => 1.5 * dt, () => 2),
    "dt for √dt": broken((dt) => 1.5 * dt, (dt) => 2 * dt),
    "no dt in the drift": broken(() => 1.5, (dt) => 2 * Math.sqrt(dt)),
  },
});

Deno.test("arithmeticBrownian() adds μ·dt + σ·√dt·Z to the price", () => {
  const normals = new Float64Array(3);
  streams(1)("price").normals(normals);
  const prices = new Float64Array(4);
  drawPrices(process, timeGrid({ horizon: 0.75, steps: 3 }), streams(1)("price"), prices);
  let expected = 100;
  for (let n = 0; n < 3; n++) {
    expected += 1.5 * 0.25 + 2 * 0.5 * normals[n];
    assertAlmostEquals(prices[n + 1], expected, 1e-12);
  }
});

Deno.test("arithmeticBrownian() without volatility and drift stands still", () => {
  const prices = new Float64Array(6);
  const still = arithmeticBrownian({ initialPrice: -3, volatility: 0 });
  drawPrices(still, timeGrid({ horizon: 1, steps: 5 }), streams(1)("price"), prices);
  assertEquals([...prices], [-3, -3, -3, -3, -3, -3]);
});

Deno.test("arithmeticBrownian() can fall below zero", () => {
  const prices = new Float64Array(101);
  const low = arithmeticBrownian({ initialPrice: 0, volatility: 1 });
  drawPrices(low, timeGrid({ horizon: 100, steps: 100 }), streams(1)("price"), prices);
  assert(prices.some((price) => price < 0));
});

Deno.test("arithmeticBrownian() has the step moments of its formula", () => {
  const { mean, square } = stepMoments(process, 0.25);
  assertEquals(mean, [0.375, 1]);
  assertEquals(square, [0.375 ** 2 + 1, 0.75, 1]);
});

Deno.test("arithmeticBrownian() refuses each bad parameter in one clear line", () => {
  const refuse = (change: Partial<typeof options>, message: string) =>
    assertThrows(
      () => arithmeticBrownian({ ...options, ...change }),
      RangeError,
      `Cannot build arithmeticBrownian as ${message}`,
    );
  refuse({ volatility: -1 }, "volatility must be >= 0 and finite: current value is -1");
  refuse({ volatility: NaN }, "volatility must be >= 0 and finite: current value is NaN");
  refuse({ volatility: Infinity }, "volatility must be >= 0 and finite: current value is Infinity");
  refuse({ initialPrice: NaN }, "initialPrice must be a finite number: current value is NaN");
  refuse({ drift: -Infinity }, "drift must be a finite number: current value is -Infinity");
  assertThrows(
    () => arithmeticBrownian({ ...options, volatility: "2" as unknown as number }),
    TypeError,
    'Cannot build arithmeticBrownian as volatility must be >= 0 and finite: current value is "2"',
  );
});
