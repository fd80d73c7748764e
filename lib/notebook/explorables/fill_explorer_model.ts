import type { FillRule } from "../../market/poisson_flow.ts";
import { poissonFlow } from "../../market/poisson_flow.ts";
import { streams } from "../../random/streams.ts";

/** What the controls of the fill explorer are set to. */
export interface FillExplorerValues {
  /** Scale A of the intensity, in orders a day; 10 to 300. @default {140} */
  readonly scale: number;
  /** Decay k of the intensity with depth, in 1/$; 0.3 to 5. @default {1.5} */
  readonly decay: number;
  /** Steps in a day, N = 1/dt; 20 to 1000. @default {200} */
  readonly steps: number;
  /** Depth δ of the quote, in $; 0 to 3. @default {0.75} */
  readonly depth: number;
  /** How a step's fill probability follows from the intensity. @default {"first-order"} */
  readonly fills: FillRule;
  /** Seed of the orders; a whole number >= 0. @default {1} */
  readonly seed: number;
}

/** The numbers of the fill explorer. */
export interface FillExplorerModel {
  readonly values: FillExplorerValues;
  /** Depths, and the fill probability of a step there by each rule. */
  readonly depths: readonly number[];
  readonly curves: Readonly<Record<FillRule, readonly number[]>>;
  /** Fill probability of a step at the quote. */
  readonly probability: number;
  /** How far buyers reached in each of some steps, in $; −Infinity where nobody came. */
  readonly reaches: readonly number[];
  /** The depth that earns most, in $, and the fill probability of a step there. */
  readonly best: { readonly depth: number; readonly probability: number };
}

/** Steps in which orders rain on the quote. */
export const RAIN = 60;
const DEPTHS = Array.from({ length: 151 }, (_, i) => i / 50);
/** No best depth of the controls' range lies farther out, in $. */
const FARTHEST = 20;

/** Fill probabilities by both rules, and orders that rain on a quote, by the library's own flow. */
export function fillExplorerModel(values: FillExplorerValues): FillExplorerModel {
  const { scale, decay, steps, depth, fills, seed } = values;
  const dt = 1 / steps;
  const flowOf = (rule: FillRule) => poissonFlow({ scale, decay, fills: rule });
  const curve = (rule: FillRule) => {
    const flow = flowOf(rule);
    return DEPTHS.map((at) => flow.fillProbability("ask", at, dt));
  };
  const flow = flowOf(fills);
  const random = streams(seed)("rain");
  const fill = (at: number) => flow.fillProbability("ask", at, dt);
  const bestDepth = peak((at) => at * fill(at), FARTHEST);
  return {
    values,
    depths: DEPTHS,
    curves: { "first-order": curve("first-order"), exact: curve("exact") },
    probability: fill(depth),
    reaches: Array.from(
      { length: RAIN },
      () => flow.reachOf("ask", Math.floor(random.uniform() * 2 ** 32), dt),
    ),
    best: { depth: bestDepth, probability: fill(bestDepth) },
  };
}

/** Where a function that rises once and then falls is largest between 0 and `high`: thirds that lose are cut off. */
function peak(gain: (at: number) => number, high: number): number {
  let low = 0;
  while (high - low > 1e-6) {
    const third = (high - low) / 3;
    if (gain(low + third) < gain(high - third)) low += third;
    else high -= third;
  }
  return (low + high) / 2;
}
