import { checkKeys, checkOneOf, checkThat } from "../check.ts";
import { finite, maybe } from "../kinds.ts";
import { uniformOfWord } from "../random/uniform.ts";
import { eachSide, nonNegativeSides, positiveSides, type Sides } from "../sides.ts";
import type { MemorylessFlow, Side } from "./order_flow.ts";

/** How a step's fill probability follows from the intensity λ. */
export type FillRule = "first-order" | "exact";

/** Parameters of {@linkcode poissonFlow}. */
export interface PoissonFlowOptions {
  /** Scale A: fills per time of a quote at the mid; >= 0, or one each for `bid` (sell orders) and `ask` (buy orders). */
  readonly scale: Sides;
  /** Decay k of the intensity with depth, in 1/currency; > 0, or one each for `bid` and `ask`. */
  readonly decay: Sides;
  /** `first-order`: min(1, λ·dt), as in the published tables; `exact`: 1 − exp(−λ·dt). @default {"first-order"} */
  readonly fills?: FillRule;
  /** Surplus b of buying: A·(1 + b) for buy orders, A·(1 − b) for sell orders; −1 to 1. @default {0} */
  readonly flowBias?: number;
}

/**
 * Poisson market orders that reach a quote at depth δ with intensity
 *
 * $$\lambda(\delta) = A\,e^{-k\delta}$$
 *
 * Avellaneda and Stoikov (2008), equation (12). In one step each side draws u uniform on (0, 1); the
 * orders reach ln(A·dt/u)/k in the first-order rule, −ln(−ln(1−u)/(A·dt))/k in the exact one.
 *
 * Sell orders hit the bid, buy orders the ask: each may have a scale and a decay of its own.
 *
 * @param options Scale, decay, fill rule and bias.
 * @returns The order flow.
 * @throws {RangeError} Where a parameter is not finite, the scale negative, the decay not > 0, or the
 * bias outside −1 to 1.
 *
 * @example The two rules part where fills are likely
 * ```ts
 * import { poissonFlow } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const parameters = { scale: 140, decay: 1.5 };
 * const first = poissonFlow({ ...parameters, fills: "first-order" });
 * const exact = poissonFlow({ ...parameters, fills: "exact" });
 * assertAlmostEquals(first.fillProbability("ask", 0.745, 0.005), 0.2290, 1e-4);
 * assertAlmostEquals(exact.fillProbability("ask", 0.745, 0.005), 0.2047, 1e-4);
 * ```
 */
export function poissonFlow(
  options: PoissonFlowOptions,
): MemorylessFlow {
  const action = "build poissonFlow";
  checkKeys<PoissonFlowOptions>(action, options, {
    scale: true,
    decay: true,
    fills: true,
    flowBias: maybe(finite),
  });
  const { scale, decay, fills = "first-order", flowBias = 0 } = options;
  const scales = nonNegativeSides(action, "scale", scale);
  const decays = positiveSides(action, "decay", decay);
  checkOneOf(action, "fills", fills, ["first-order", "exact"]);
  checkThat(action, "flowBias", "between -1 and 1", flowBias, Math.abs(flowBias) <= 1);
  const biased = eachSide((side) => scales[side] * (side === "ask" ? 1 + flowBias : 1 - flowBias));
  const firstOrder = fills === "first-order";

  const fillProbability = (side: Side, depth: number, dt: number) => {
    const atMid = biased[side] * dt;
    // Nobody comes at scale 0, also where e^{−kδ} overflows.
    const expected = atMid === 0 ? 0 : atMid * Math.exp(-decays[side] * depth);
    return firstOrder ? Math.min(1, expected) : -Math.expm1(-expected);
  };
  const reach = (atMid: number, decay: number, word: number) => {
    const u = uniformOfWord(word);
    return firstOrder ? Math.log(atMid / u) / decay : -Math.log(-Math.log1p(-u) / atMid) / decay;
  };
  return {
    name: "poissonFlow",
    fillProbability,
    reachOf: (side, word, dt) => reach(biased[side] * dt, decays[side], word),
    draw(random, { grid, buyReach, sellReach }) {
      const words = new Int32Array(2 * grid.steps);
      random.words(words);
      const buyAtMid = biased.ask * grid.dt;
      const sellAtMid = biased.bid * grid.dt;
      for (let n = 0; n < grid.steps; n++) {
        buyReach[n] = reach(buyAtMid, decays.ask, words[2 * n]);
        sellReach[n] = reach(sellAtMid, decays.bid, words[2 * n + 1]);
      }
    },
  };
}
