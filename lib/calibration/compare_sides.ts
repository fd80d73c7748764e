import { maybe, shaped, wholeFrom } from "../kinds.ts";
import { checkKeys } from "../check.ts";
import { checkTape, type Tape } from "../market/tape.ts";
import type { RandomStream } from "../random/streams.ts";
import { comparedFits, sideSamples, type SidesComparison } from "./compare_fits.ts";
import { fitIntensity } from "./fit_intensity.ts";

/** How {@linkcode compareSides} goes about it. */
export interface CompareSidesOptions {
  /** Depth up to which reaches are censored, in currency. @default {0} */
  readonly threshold?: number;
  /** Steps in a block whose sides are exchanged together: as long as orders depend on each other. @default {1} */
  readonly block?: number;
  /** How often sides are exchanged; 0 for not at all. @default {199} */
  readonly exchanges?: number;
  /** The stream that tosses the coins. @default {one of its own, always the same} */
  readonly random?: RandomStream;
}

/**
 * Asks whether orders that hit the bid and orders that hit the ask have one A and k: the likelihood-ratio test.
 *
 * Two parameters more gain a χ² of two degrees of freedom by chance, whose tail is e^{−x/2}. Recorded steps are
 * not independent, and that makes this p-value too small. So blocks of steps have their sides exchanged at random
 * as well: were the sides alike, the recorded gain would be one like any other.
 *
 * @param tape The tape.
 * @param options Threshold, blocks, exchanges.
 * @returns Both fits, and the p-values of their equality.
 * @throws {RangeError} Where a side cannot be fitted, or an option is out of its range.
 *
 * @example Buyers reach half as far as sellers, and the test finds it
 * ```ts
 * import { compareSides, drawTape, scenario, streams } from "@digital-market-maker/lab";
 * import { assert } from "@std/assert";
 *
 * const sides = { decay: { bid: 1.5, ask: 3 }, fills: "exact" } as const;
 * const { market, grid } = scenario("readme", { ...sides, horizon: 1000, steps: 1000 });
 * const tape = drawTape(market, grid, streams(1));
 * const { bid, ask, pValue, exchangedPValue } = compareSides(tape);
 * assert(pValue < 1e-6 && exchangedPValue! <= 0.005);
 * assert(Math.abs(ask.decay.value / bid.decay.value - 2) < 0.4);
 * ```
 */
export function compareSides(tape: Tape, options: CompareSidesOptions = {}): SidesComparison {
  const action = "take compareSides";
  checkKeys<CompareSidesOptions>(action, options, {
    threshold: true,
    block: maybe(wholeFrom(1)),
    exchanges: maybe(wholeFrom(0)),
    random: maybe(shaped("stream")),
  });
  checkTape(action, "tape", tape);
  const { threshold = 0, block = 1, exchanges = 199 } = options;
  const law = { likelihood: "exact", threshold } as const;
  const samples = sideSamples(tape);
  const { both, sell, buy } = samples;
  const fits = {
    both: fitIntensity(both, law),
    bid: fitIntensity(sell, law),
    ask: fitIntensity(buy, law),
  };
  return comparedFits(samples, fits, { block, random: options.random, exchanges: () => exchanges });
}
