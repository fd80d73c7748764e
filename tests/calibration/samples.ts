/** Reaches for the tests of calibration. */
import type { ReachSample } from "../../lib/calibration/reach_sample.ts";
import { arithmeticBrownian } from "../../lib/market/arithmetic_brownian.ts";
import { drawTape } from "../../lib/market/draw.ts";
import { type FillRule, poissonFlow } from "../../lib/market/poisson_flow.ts";
import type { Tape } from "../../lib/market/tape.ts";
import type { RandomStream, Streams } from "../../lib/random/streams.ts";
import { timeGrid } from "../../lib/time_grid.ts";

/** A market with known parameters. */
export interface Truth {
  readonly scale: number;
  readonly decay: number;
  readonly volatility: number;
  readonly dt: number;
  readonly steps: number;
}

/** A tape drawn from it. */
export function truthTape(truth: Truth, fills: FillRule, random: Streams, path = 0): Tape {
  const { scale, decay, volatility, dt, steps } = truth;
  const market = {
    price: arithmeticBrownian({ initialPrice: 100, volatility }),
    flow: poissonFlow({ scale, decay, fills }),
  };
  return drawTape(market, timeGrid({ horizon: steps * dt, steps }), random, path);
}

/** Market orders beyond depth 0, one by one: a Poisson process of rate A with exponential reaches. */
export function truthOrders({ scale, decay, dt, steps }: Truth, random: RandomStream): ReachSample {
  const reaches: number[] = [];
  const step: number[] = [];
  const horizon = dt * steps;
  for (let time = 0;;) {
    time -= Math.log(random.uniform()) / scale;
    if (time >= horizon) break;
    step.push(Math.floor(time / dt));
    reaches.push(-Math.log(random.uniform()) / decay);
  }
  return {
    per: "orders",
    reaches: Float64Array.from(reaches),
    step: Int32Array.from(step),
    steps,
    dt,
    time: horizon,
  };
}

/** A sample of steps with these reaches. */
export function stepsOf(reaches: readonly number[], dt = 1): ReachSample {
  return {
    per: "steps",
    reaches: Float64Array.from(reaches),
    step: Int32Array.from(reaches.keys()),
    steps: reaches.length,
    dt,
    time: reaches.length * dt,
  };
}
