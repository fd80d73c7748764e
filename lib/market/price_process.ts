import { shaped } from "../kinds.ts";
import { checkFinite, checkNonNegative, checkOneOf, checkPositive, checkThat } from "../check.ts";
import type { RandomStream } from "../random/streams.ts";
import { checkGrid, type TimeGrid } from "../time_grid.ts";
import {
  type ChangeMoments,
  changeOfPrices,
  changeOfStep,
  drawSteps,
  pricesOfChange,
  type PriceStep,
  type StepMoments,
} from "./price_step.ts";

/** What every price process says of itself. */
export interface PriceOrigin {
  /** The process's name, as its constructor is called. Nothing hangs on it. */
  readonly name: string;
  /** The parameters the process was built from, with their defaults; plain data. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Mid-price S_0 at the session's start, in currency. */
  readonly initialPrice: number;
}

/**
 * A process whose step is data: drawing, moments, what the exact solvers may assume and what a worker is
 * sent all follow from it.
 */
export interface SteppedPrice extends PriceOrigin {
  /** The step of a length of time dt; its law must be exact, so that two of dt are one of 2dt. */
  readonly step: (dt: number) => PriceStep;
  /** None of its own. */
  readonly draw?: undefined;
}

/** A process that draws its own way. A `step` beside the `draw` is not looked at. */
export interface DrawnPrice extends PriceOrigin {
  /** Writes the mid-prices at the grid's N + 1 times into `out`; a step has its exact law. */
  readonly draw: (grid: TimeGrid, random: RandomStream, out: Float64Array) => void;
  /** The step's moments, where they have this form; with them there are exact moments of profit. */
  readonly stepMoments?: (dt: number) => StepMoments;
}

/**
 * How a mid-price moves: the seam for every price process.
 *
 * A process owns its law and its parameters. Time step, number of paths and randomness belong to
 * whoever draws.
 */
export type PriceProcess = SteppedPrice | DrawnPrice;

/**
 * The step of a process as data: the one place that tells what may be assumed of a price.
 *
 * @returns The step; undefined where the process draws its own way.
 * @throws {TypeError} Where the process has neither a step nor a draw.
 * @throws {RangeError} Where the step's numbers are out of their range.
 */
export function stepOf(process: PriceProcess, dt: number): PriceStep | undefined {
  const { name, initialPrice } = process;
  if (process.draw !== undefined) return undefined;
  if (process.step === undefined) {
    throw new TypeError(`Cannot draw ${name} as a price process must have a step or a draw`);
  }
  const step = process.step(dt), action = `step ${name}`;
  checkOneOf(action, "of", step.of, ["price", "logPrice"]);
  checkFinite(action, "kept", step.kept);
  checkFinite(action, "shift", step.shift);
  checkNonNegative(action, "deviation", step.deviation);
  (step.of === "price" ? checkFinite : checkPositive)(action, "initialPrice", initialPrice);
  return step;
}

/**
 * Draws a path of mid-prices.
 *
 * @param process The price process.
 * @param grid The session's clock, of N steps.
 * @param random The stream to draw from.
 * @param out Takes the prices S_0 … S_N, in currency; N + 1 places.
 * @throws {TypeError} Where the process has neither a step nor a draw.
 * @throws {RangeError} Where the step's numbers are out of their range.
 *
 * @example
 * ```ts
 * import { arithmeticBrownian, drawPrices, streams, timeGrid } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const price = arithmeticBrownian({ initialPrice: 100, volatility: 0, drift: 2 });
 * const prices = new Float64Array(3);
 * drawPrices(price, timeGrid({ horizon: 1, steps: 2 }), streams(1)("price"), prices);
 * assertEquals([...prices], [100, 101, 102]);
 * ```
 */
export function drawPrices(
  process: PriceProcess,
  grid: TimeGrid,
  random: RandomStream,
  out: Float64Array,
): void {
  const action = "draw prices";
  shaped("price")(action, "process", process);
  checkGrid(action, "grid", grid);
  shaped("stream")(action, "random", random);
  const places = `a Float64Array of ${grid.steps + 1} places`;
  const fits = out instanceof Float64Array && out.length === grid.steps + 1;
  checkThat(action, "out", places, out, fits);
  priceDrawer(process, grid)(random, out);
}

/** {@linkcode drawPrices} for many paths: the step is looked at once. */
export function priceDrawer(
  process: PriceProcess,
  grid: TimeGrid,
): (random: RandomStream, out: Float64Array) => void {
  const step = stepOf(process, grid.dt), { initialPrice, draw } = process;
  return step
    ? (random, out) => drawSteps(step, initialPrice, random, out)
    : (random, out) => draw!(grid, random, out);
}

/** The moments of a step's change; undefined where the process has none of that form. */
export function changeMoments(process: PriceProcess, dt: number): ChangeMoments | undefined {
  const step = stepOf(process, dt);
  if (step) return changeOfStep(step);
  const moments = (process as DrawnPrice).stepMoments?.(dt);
  return moments && changeOfPrices(moments);
}

/**
 * The first two conditional moments of a process's step.
 *
 * @param process The price process.
 * @param dt Length of the step, in time.
 * @returns The moments: from the step itself, or what a process that draws its own way says of them.
 * @throws {TypeError} Where the process has no moments of that form.
 *
 * @example A step of √dt·σ around the price
 * ```ts
 * import { arithmeticBrownian, stepMoments } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const price = arithmeticBrownian({ initialPrice: 100, volatility: 2 });
 * assertEquals(stepMoments(price, 0.25), { mean: [0, 1], square: [1, 0, 1] });
 * ```
 */
export function stepMoments(process: PriceProcess, dt: number): StepMoments {
  shaped("price")("take stepMoments", "process", process);
  checkPositive("take stepMoments", "dt", dt);
  const change = changeMoments(process, dt);
  if (change) return pricesOfChange(change);
  throw new TypeError(`Cannot take stepMoments as ${process.name} has none of that form`);
}
