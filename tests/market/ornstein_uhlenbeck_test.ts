import {
  arithmeticBrownian,
  drawPrices,
  ornsteinUhlenbeck,
  type PriceProcess,
  stepMoments,
  streams,
  timeGrid,
} from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { testPriceProcessLaws } from "./price_process_laws.ts";

const options = { initialPrice: 100, meanLevel: 103, pull: 0.7, volatility: 2 };
const process = ornsteinUhlenbeck(options);

/** Euler's step: what is pulled is κ·dt, and the spread is Brownian motion's. */
const euler: PriceProcess = {
  ...process,
  step: (dt) => ({
    of: "price",
    kept: 1 - 0.7 * dt,
    shift: 0.7 * dt * 103,
    deviation: 2 * Math.sqrt(dt),
  }),
};

testPriceProcessLaws({
  name: "ornsteinUhlenbeck()",
  process,
  dt: 0.5,
  wrong: {
    "σ off by 3 %": { process: ornsteinUhlenbeck({ ...options, volatility: 2.06 }) },
    "another level": { process: ornsteinUhlenbeck({ ...options, meanLevel: 102 }) },
    "no pull": { process: ornsteinUhlenbeck({ ...options, pull: 0 }) },
    "Euler's step": { process: euler, breaksSteps: true },
  },
});

Deno.test("ornsteinUhlenbeck() without pull is Brownian motion, number by number", () => {
  const grid = timeGrid({ horizon: 3, steps: 50 });
  const still = { initialPrice: 100, volatility: 2 };
  const draw = (price: PriceProcess) => {
    const prices = new Float64Array(51);
    drawPrices(price, grid, streams(1)("price"), prices);
    return prices;
  };
  const brownian = draw(arithmeticBrownian(still));
  assertEquals(draw(ornsteinUhlenbeck({ ...still, pull: 0 })), brownian);
  // A pull so slight that e^{−κ·dt} rounds to 1 must not divide by nothing.
  for (const pull of [1e-18, 1e-300, 5e-324]) {
    draw(ornsteinUhlenbeck({ ...still, pull })).forEach((price, n) =>
      assertAlmostEquals(price, brownian[n], 1e-12)
    );
  }
});

Deno.test("ornsteinUhlenbeck() in the long run is normal about the level with variance σ²/(2κ)", () => {
  for (const pull of [0.01, 0.7, 30]) {
    const { mean, square } = stepMoments(ornsteinUhlenbeck({ ...options, pull }), 50 / pull);
    assertAlmostEquals(mean[0], 103, 1e-12);
    assertAlmostEquals(mean[1], 0, 1e-12);
    assertAlmostEquals(square[0] - mean[0] ** 2, 4 / (2 * pull), 1e-9);
  }
});

Deno.test("ornsteinUhlenbeck() starts at its level unless told another", () => {
  const { parameters } = ornsteinUhlenbeck({ initialPrice: 7, pull: 1, volatility: 1 });
  assertEquals(parameters.meanLevel, 7);
});

Deno.test("ornsteinUhlenbeck() refuses each bad parameter in one clear line", () => {
  const refuse = (change: Partial<typeof options>, message: string) =>
    assertThrows(
      () => ornsteinUhlenbeck({ ...options, ...change }),
      RangeError,
      `Cannot build ornsteinUhlenbeck as ${message}`,
    );
  refuse({ volatility: -1 }, "volatility must be >= 0 and finite: current value is -1");
  refuse({ pull: -0.1 }, "pull must be >= 0 and finite: current value is -0.1");
  refuse({ pull: Infinity }, "pull must be >= 0 and finite: current value is Infinity");
  refuse({ meanLevel: NaN }, "meanLevel must be a finite number: current value is NaN");
  refuse({ initialPrice: Infinity }, "initialPrice must be a finite number");
});
