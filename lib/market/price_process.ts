import type { RandomStream } from "../random/streams.ts";
import type { TimeGrid } from "../time_grid.ts";

/**
 * The first two conditional moments of one step, where they are affine and quadratic in the price:
 * E[S′|S] = a·S + b and E[S′²|S] = c·S² + d·S + e.
 */
export interface StepMoments {
  /** Coefficients [b, a] of the mean, lowest power first. */
  readonly mean: readonly [number, number];
  /** Coefficients [e, d, c] of the mean square, lowest power first. */
  readonly square: readonly [number, number, number];
}

/**
 * How a mid-price moves: the seam for every price process.
 *
 * A process owns its law and its parameters. Time step, number of paths and randomness belong to
 * whoever draws.
 */
export interface PriceProcess {
  /** The process's name, as its constructor is called. */
  readonly name: string;
  /** The parameters the process was built from, with their defaults; plain data. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Mid-price S_0 at the session's start, in currency. */
  readonly initialPrice: number;
  /** Writes the mid-prices at the grid's N + 1 times into `out`; a step has its exact law. */
  readonly draw: (grid: TimeGrid, random: RandomStream, out: Float64Array) => void;
  /** The step's moments, where the process has them in this form; the exact solvers need them. */
  readonly stepMoments?: (dt: number) => StepMoments;
}
