import { callable, maybe, number } from "../kinds.ts";
import { checkFinite, checkKeys, checkOneOf, checkThat } from "../check.ts";
import { positiveSides } from "../sides.ts";
import { askedInWords } from "../strategy/asked_in_words.ts";
import {
  beliefKeys,
  type GueantLehalleBeliefs,
  lotBeliefs,
} from "../strategy/gueant_lehalle_values.ts";
import { lotLimit, lotsHeld } from "../strategy/lots.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { stepAt, timeGrid, type TimeGridOptions } from "../time_grid.ts";
import { execution, executionKeys, type ExecutionOptions } from "../trading/execution.ts";
import { lotsWithin } from "../trading/step.ts";
import { bestDepths } from "./stepped_depths.ts";
import { steppedSides, type SteppedTerms } from "./stepped_sides.ts";

/** What {@linkcode steppedOptimum} is told to believe: the market, the clock, and the terms it trades on. */
export interface SteppedOptimumOptions
  extends GueantLehalleBeliefs, TimeGridOptions, Omit<ExecutionOptions, "orderSize" | "impact"> {
  /** How a step's fill probability follows from the intensity. @default {"first-order"} */
  readonly fills?: "first-order" | "exact";
  /** Believed surplus b of buy orders over sell orders: A·(1 ± b); −1 to 1. @default {0} */
  readonly flowBias?: number;
  /** Mid-price S_0, at which rebates and fees are taken; needed where there are any. */
  readonly initialPrice?: number;
  /**
   * Largest inventory Q it lets itself reach, in units; a multiple of the order size.
   * @default {all that an enforced limit allows; without one, so much that more would be worth no more}
   */
  readonly maxInventory?: number;
  /** Cost b(|q|) of the inventory at the end, in currency; >= 0 and finite. @default {no cost} */
  readonly terminalPenalty?: (inventory: number) => number;
}

/** Entries of the largest table of depths: about 240 MB. */
const LARGEST = 15_000_000;

/**
 * The optimal market maker of the engine's own model, in which quotes stand for a whole step and each side is
 * filled at most once.
 *
 * `gueantLehalle` is optimal in continuous time, and this is what it approximates: the two part by the order
 * of dt. Nobody who holds at most its largest inventory is worth more in the market and on the terms it
 * believes: clamp, limit, crossing costs, rebates and fees at the initial mid-price, drift and bias. From the
 * end backwards, with θ_j what is to come is worth once the price has moved from inventory j, every step takes
 * $$\max_{\delta^b, \delta^a} -\frac1\gamma\ln\mathbf E\bigl[e^{-\gamma(\text{earned} + \theta_{j'})}\bigr]$$
 *
 * @param options Beliefs, terms, and the clock of the session; γ = 0 is allowed, as the limit.
 * @returns The strategy; it quotes at the grid's times only.
 * @throws {RangeError} Where a belief is out of its range, the table would be too large, or time left is none
 * of the grid's.
 *
 * @example In short steps it is the continuous optimum
 * ```ts
 * import { gueantLehalle, steppedOptimum } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const beliefs = { riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5, maxInventory: 10 };
 * const flat = { time: 0, timeLeft: 1, midPrice: 100, inventory: 0 };
 * const { bidDepth } = steppedOptimum({ ...beliefs, horizon: 1, steps: 4000 }).quote(flat);
 * assertAlmostEquals(bidDepth, gueantLehalle(beliefs).quote(flat).bidDepth, 0.005);
 * ```
 */
export function steppedOptimum(options: SteppedOptimumOptions): Strategy {
  checkKeys<SteppedOptimumOptions>(action, options, {
    ...beliefKeys,
    ...executionKeys,
    horizon: true,
    steps: true,
    fills: true,
    flowBias: true,
    initialPrice: maybe(number),
    maxInventory: true,
    terminalPenalty: maybe(callable),
  });
  const { horizon, steps, orderSize = 1 } = options;
  const grid = timeGrid({ horizon, steps });
  const { limit, depths } = widened(options, termsOf(options, grid.dt));
  return askedInWords({
    name: "Optimum in steps",
    readsPrice: false,
    readsTime: true,
    quote({ timeLeft, inventory }) {
      const n = stepAt(grid, timeLeft);
      const lots = Math.max(-limit, Math.min(limit, lotsHeld(inventory, orderSize)));
      const at = 2 * (n * (2 * limit + 1) + lots + limit);
      return { bidDepth: depths[at], askDepth: depths[at + 1] };
    },
  });
}

const action = "build steppedOptimum";

/** Checks beliefs and terms: what every step is made of. */
function termsOf(options: SteppedOptimumOptions, dt: number): SteppedTerms {
  lotBeliefs(action, options);
  const { fills = "first-order", flowBias = 0, initialPrice } = options;
  const { rebate, fee, minimumDepth, limit, breach, crossingCost, orderSize, impact } = options;
  const given = { rebate, fee, minimumDepth, limit, breach, crossingCost, orderSize, impact };
  const terms = execution(given);
  checkOneOf(action, "fills", fills, ["first-order", "exact"]);
  checkFinite(action, "flowBias", flowBias);
  checkThat(action, "flowBias", "between -1 and 1", flowBias, Math.abs(flowBias) <= 1);
  checkThat(action, "rebate", "between -1 and 1", terms.rebate, Math.abs(terms.rebate) < 1);
  const priced = initialPrice !== undefined || (terms.rebate === 0 && terms.fee === 0);
  checkThat(action, "initialPrice", "given where there are rebates or fees", "none", priced);
  const { bid, ask } = positiveSides(action, "scale", options.scale);
  return {
    decay: positiveSides(action, "decay", options.decay),
    expected: { bid: bid * dt * (1 - flowBias), ask: ask * dt * (1 + flowBias) },
    terms,
    midPrice: checkFinite(action, "initialPrice", initialPrice ?? 0),
  };
}

/** Depths of every step and inventory, bid and ask in turn, and what they are worth from flat. */
interface Solution {
  readonly limit: number;
  readonly depths: Float64Array;
  readonly value: number;
}

/** Solved for so many inventories that more make no difference, where nobody says how many. */
function widened(options: SteppedOptimumOptions, market: SteppedTerms): Solution {
  const { terms } = market;
  const enforced = terms.breach === "none" ? Infinity : lotsWithin(terms) + 1;
  const most = Math.min(enforced, options.steps);
  if (options.maxInventory !== undefined) {
    const own = lotLimit(action, options.maxInventory, terms.orderSize);
    return solved(options, market, Math.min(enforced, own));
  }
  let found = solved(options, market, Math.min(most, 32));
  while (found.limit < most) {
    const wider = solved(options, market, Math.min(most, 2 * found.limit));
    const same = Math.abs(wider.value - found.value) <= 1e-12 * Math.abs(wider.value);
    found = wider;
    if (same) break;
  }
  return found;
}

function solved(options: SteppedOptimumOptions, market: SteppedTerms, limit: number): Solution {
  const { riskAversion: gamma, volatility, drift = 0, horizon, steps, orderSize = 1 } = options;
  const { fills = "first-order", terminalPenalty = () => 0 } = options;
  const dt = horizon / steps;
  const width = 2 * limit + 1;
  const most = `at most ${LARGEST}: fewer steps, or a maxInventory`;
  checkThat(action, "steps × inventories", most, steps * width, steps * width <= LARGEST);
  const judge = { gamma, saturates: fills === "first-order" };
  const sides = steppedSides(market, limit);

  const depths = new Float64Array(2 * steps * width);
  let values = Float64Array.from({ length: width }, (_, i) => {
    const cost = terminalPenalty(Math.abs(i - limit) * orderSize);
    checkThat(action, "terminalPenalty", ">= 0 and finite", cost, cost >= 0 && cost < Infinity);
    return -cost;
  });
  for (let n = steps - 1; n >= 0; n--) {
    const moved = values.map((value, i) => {
      const q = (i - limit) * orderSize;
      return value + q * drift * dt - gamma * (q * volatility) ** 2 * dt / 2;
    });
    values = new Float64Array(width);
    for (let i = 0; i < width; i++) {
      const { unfilled, bid, ask } = sides(i, moved);
      const best = bestDepths(judge, bid, ask);
      depths[2 * (n * width + i)] = best.bidDepth;
      depths[2 * (n * width + i) + 1] = best.askDepth;
      values[i] = unfilled + best.worth;
    }
  }
  return { limit, depths, value: values[limit] };
}
