import { maybe, number } from "../kinds.ts";
import { checkKeys, checkOneOf, checkThat } from "../check.ts";
import { askedInWords } from "../strategy/asked_in_words.ts";
import { gueantLehalleKeys, lotBeliefs } from "../strategy/gueant_lehalle_values.ts";
import { lotLimit, lotsHeld } from "../strategy/lots.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { timeGrid } from "../time_grid.ts";
import { bestDepths } from "./stepped_depths.ts";
import type { SteppedOptimumOptions } from "./stepped_options.ts";
import { steppedSides } from "./stepped_sides.ts";

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
  const action = "build steppedOptimum";
  checkKeys<SteppedOptimumOptions>(action, options, {
    ...gueantLehalleKeys,
    fills: true,
    flowBias: true,
    initialPrice: maybe(number),
    horizon: true,
    steps: true,
    rebate: true,
    fee: true,
    minimumDepth: true,
    limit: true,
    breach: true,
    crossingCost: true,
  });
  const { horizon, steps, dt } = timeGrid({ horizon: options.horizon, steps: options.steps });
  const { orderSize } = lotBeliefs(action, options);
  const { limit, depths } = widened(action, options);
  return askedInWords({
    name: "Optimum in steps",
    readsPrice: false,
    readsTime: true,
    quote({ timeLeft, inventory }) {
      const n = Math.round((horizon - timeLeft) / dt);
      const onGrid = n >= 0 && n < steps && Math.abs(horizon - n * dt - timeLeft) < 1e-6 * dt;
      checkThat("quote", "timeLeft", `T − n·dt with dt = ${dt}`, timeLeft, onGrid);
      const lots = Math.max(-limit, Math.min(limit, lotsHeld(inventory, orderSize)));
      const at = 2 * (n * (2 * limit + 1) + lots + limit);
      return { bidDepth: depths[at], askDepth: depths[at + 1] };
    },
  });
}

/** Depths of every step and inventory, bid and ask in turn, and what they are worth from flat. */
interface Solution {
  readonly limit: number;
  readonly depths: Float64Array;
  readonly value: number;
}

/** Solved for so many inventories that more make no difference, where nobody says how many. */
function widened(action: string, options: SteppedOptimumOptions): Solution {
  const { maxInventory, orderSize = 1, limit = Infinity, breach = "none", steps } = options;
  const enforced = breach === "none" ? Infinity : Math.floor(limit / orderSize + 1e-9) + 1;
  const most = Math.min(enforced, steps);
  if (maxInventory !== undefined) {
    return solved(action, options, Math.min(enforced, lotLimit(action, maxInventory, orderSize)));
  }
  let found = solved(action, options, Math.min(most, 32));
  while (found.limit < most) {
    const wider = solved(action, options, Math.min(most, 2 * found.limit));
    const same = Math.abs(wider.value - found.value) <= 1e-12 * Math.abs(wider.value);
    found = wider;
    if (same) break;
  }
  return found;
}

function solved(action: string, options: SteppedOptimumOptions, limit: number): Solution {
  const { riskAversion: gamma, volatility, drift = 0, orderSize = 1, steps } = options;
  const { fills = "first-order", terminalPenalty = () => 0 } = options;
  checkOneOf(action, "fills", fills, ["first-order", "exact"]);
  const { dt } = timeGrid({ horizon: options.horizon, steps: options.steps });
  const width = 2 * limit + 1;
  const most = `at most ${LARGEST}: fewer steps, or a maxInventory`;
  checkThat(action, "steps × inventories", most, steps * width, steps * width <= LARGEST);
  const market = { gamma, saturates: fills === "first-order" };
  const sides = steppedSides(action, options, limit);

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
      const best = bestDepths(market, bid, ask);
      depths[2 * (n * width + i)] = best.bidDepth;
      depths[2 * (n * width + i) + 1] = best.askDepth;
      values[i] = unfilled + best.worth;
    }
  }
  return { limit, depths, value: values[limit] };
}
