/**
 * The laws that every price process keeps, once for all of them.
 *
 * A new process adds one call of {@linkcode testPriceProcessLaws}, with wrong versions of itself that the
 * same assertions must refuse.
 */
import {
  drawPrices,
  type PriceProcess,
  type StepMoments,
  stepMoments,
  type SteppedPrice,
  streams,
  timeGrid,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { assertSameLaw } from "../kolmogorov_smirnov.ts";
import { assertWithinStandardErrors } from "../statistics.ts";

/** A process that must be told from the true one. */
export interface WrongVersion {
  readonly process: PriceProcess;
  /** Whether two steps of Δt do not have the law of one of 2Δt. */
  readonly breaksSteps?: boolean;
}

export interface PriceProcessLaws {
  readonly name: string;
  readonly process: PriceProcess;
  /** A step long enough to tell the wrong versions apart. */
  readonly dt: number;
  readonly wrong: Readonly<Record<string, WrongVersion>>;
}

const SEEDS = [1, 2, 3];
/** A deviation 3 % off moves E[z²] by 6 %: 8 standard errors of a normal step, 7 of the skewed ones here. */
const PATHS = 20_000;
const STEPS = 4;

export function testPriceProcessLaws({ name, process, dt, wrong }: PriceProcessLaws): void {
  Deno.test(`${name} writes the initial price and N finite prices after it`, () => {
    const prices = draw(process, 1, 7, dt, 0);
    assertEquals(prices[0], process.initialPrice);
    assert(prices.every(Number.isFinite));
  });

  Deno.test(`${name} draws the same prices from the same stream, and others from another path`, () => {
    const first = draw(process, 1, 50, dt, 3);
    draw(process, 1, 9, dt, 4);
    assertEquals(draw(process, 1, 50, dt, 3), first);
    assert(draw(process, 1, 50, dt, 4).every((price, n) => n === 0 || price !== first[n]));
  });

  Deno.test(`${name} starts longer paths as it starts shorter ones`, () => {
    assertEquals(draw(process, 1, 100, dt, 0).subarray(0, 11), draw(process, 1, 10, dt, 0));
  });

  const { of, moments } = coordinate(process);
  Deno.test(`${name} steps have the mean and mean square of stepMoments(), or of a step in the logarithm`, () => {
    for (const seed of SEEDS) assertStepMoments(process, coordinate(process), dt, seed);
  });

  for (const [what, version] of Object.entries(wrong)) {
    Deno.test(`${name} is told from a version with ${what}`, () => {
      assertThrows(() => assertStepMoments(version.process, coordinate(process), dt, 1));
    });
  }

  Deno.test(`${name} has moments of 2Δt that are those of Δt twice`, () => {
    const once = moments(dt), twice = moments(2 * dt);
    const start = of(process.initialPrice);
    for (const price of [-0.03, 0, 0.01, 1, 2.5].map((x) => x * start)) {
      const [[b, a], [e, d, c]] = [once.mean, once.square];
      const mean = b + a * price, square = e + d * price + c * price * price;
      const scale = 1e-12 * (1 + Math.abs(at(twice.square, price)));
      assertAlmostEquals(b + a * mean, at(twice.mean, price), scale);
      assertAlmostEquals(e + d * mean + c * square, at(twice.square, price), scale);
    }
  });

  Deno.test(`${name} in one step of 2Δt has the law of two of Δt`, () => {
    for (const seed of SEEDS) assertStepsCompose(process, dt, seed);
  });

  for (const [what, version] of Object.entries(wrong)) {
    if (!version.breaksSteps) continue;
    Deno.test(`${name} with ${what} would change its law with the step`, () => {
      assertThrows(() => assertStepsCompose(version.process, dt, 1));
    });
  }
}

/** What a step's moments are polynomials of. */
interface Coordinate {
  readonly of: (price: number) => number;
  readonly moments: (dt: number) => StepMoments;
}

/** The price itself; its logarithm where that alone is stepped linearly. */
function coordinate(process: PriceProcess): Coordinate {
  const { draw, step } = process as SteppedPrice;
  const inLogs = draw === undefined && step(1).of === "logPrice" && step(1).kept !== 1;
  if (!inLogs) return { of: (price) => price, moments: (dt) => stepMoments(process, dt) };
  const moments = (dt: number): StepMoments => {
    const { kept, shift, deviation } = step(dt);
    const square = [shift * shift + deviation * deviation, 2 * shift * kept, kept * kept] as const;
    return { mean: [shift, kept], square };
  };
  return { of: Math.log, moments };
}

function draw(process: PriceProcess, seed: number, steps: number, dt: number, path: number) {
  const prices = new Float64Array(steps + 1);
  drawPrices(
    process,
    timeGrid({ horizon: steps * dt, steps }),
    streams(seed)("price", path),
    prices,
  );
  return prices;
}

const at = (coefficients: readonly number[], price: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * price + coefficient, 0);

/** Steps measured in their own conditional deviations have mean 0 and mean square 1, at every price. */
function assertStepMoments(
  process: PriceProcess,
  { of, moments }: Coordinate,
  dt: number,
  seed: number,
): void {
  const { mean, square } = moments(dt);
  const steps = new Float64Array(PATHS * STEPS);
  const leaned = new Float64Array(PATHS * STEPS);
  const random = streams(seed);
  const grid = timeGrid({ horizon: STEPS * dt, steps: STEPS });
  const prices = new Float64Array(STEPS + 1);
  for (let path = 0; path < PATHS; path++) {
    drawPrices(process, grid, random("price", path), prices);
    const x = prices.map(of);
    for (let n = 0; n < STEPS; n++) {
      const expected = at(mean, x[n]);
      const z = (x[n + 1] - expected) / Math.sqrt(at(square, x[n]) - expected * expected);
      steps[path * STEPS + n] = z;
      leaned[path * STEPS + n] = z * (x[n] - x[0]);
    }
  }
  assertWithinStandardErrors(steps, 0, { what: "mean of a step" });
  assertWithinStandardErrors(steps.map((z) => z * z), 1, { what: "mean square of a step" });
  assertWithinStandardErrors(leaned, 0, { what: "covariance of a step with the price" });
}

function assertStepsCompose(process: PriceProcess, dt: number, seed: number): void {
  const ends = (steps: number, name: string) => {
    const random = streams(seed);
    const grid = timeGrid({ horizon: 2 * dt, steps });
    const prices = new Float64Array(steps + 1);
    return Float64Array.from({ length: PATHS }, (_, path) => {
      drawPrices(process, grid, random(name, path), prices);
      return prices[steps];
    });
  };
  assertSameLaw(ends(2, "two steps"), ends(1, "one step"));
}
