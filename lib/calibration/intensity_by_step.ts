import { listOf, number } from "../kinds.ts";
import { coarseTape } from "../market/coarse_tape.ts";
import type { Tape } from "../market/tape.ts";
import { fitIntensity, type FitIntensityOptions, type IntensityFit } from "./fit_intensity.ts";
import { stepReaches } from "./reach_sample.ts";

/** An intensity as it looks through steps of one length. */
export interface IntensityAtStep extends Pick<IntensityFit, "scale" | "decay"> {
  /** The step's length. */
  readonly dt: number;
}

/**
 * A and k against the length of the step that they are measured in, as the signature plot has σ.
 *
 * Reaches are counted from the mid at a step's start, and in a long step the price comes to meet them. So even
 * where k is one constant, the k that is fitted falls as steps grow longer. Hold a recorded market's k against
 * this, drawn finely, before calling its fall a discovery.
 *
 * @param tape A finely drawn tape, without gaps.
 * @param every How many of its steps become one, for each point.
 * @param options Likelihood, threshold, confidence of the fits.
 * @returns A point for each.
 * @throws {RangeError} Where a step is longer than the tape, or holds too few reaches to be fitted.
 *
 * @example The same k, seen through steps of a quarter of a second and of five
 * ```ts
 * import { drawTape, intensityByStep, scenario, streams } from "@digital-market-maker/lab";
 * import { assert } from "@std/assert";
 *
 * const seen = { initialPrice: 2680, volatility: 0.35, scale: 0.2, decay: 3, fills: "exact" } as const;
 * const { market, grid } = scenario("readme", { ...seen, horizon: 2400, steps: 48_000 });
 * const fine = drawTape(market, grid, streams(1));
 * const [quick, slow] = intensityByStep(fine, [5, 100]);
 * assert(quick.decay.value > 2.4 && slow.decay.value < 2.1);
 * ```
 */
export function intensityByStep(
  tape: Tape,
  every: readonly number[],
  options: FitIntensityOptions = {},
): readonly IntensityAtStep[] {
  listOf("numbers of steps", number, 1)("take intensityByStep", "every", every);
  return every.map((steps) => {
    const coarse = coarseTape(tape, steps);
    const { scale, decay } = fitIntensity(stepReaches(coarse), options);
    return { dt: coarse.grid.dt, scale, decay };
  });
}
