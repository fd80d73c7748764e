import { checkFinite, checkOneOf, checkPositive, checkThat } from "../check.ts";
import { timeGrid } from "../time_grid.ts";
import { type GueantLehalleOptions, lotBeliefs, lotLimit } from "./gueant_lehalle_values.ts";
import { bestDepths, type SteppedMarket } from "./stepped_depths.ts";
import { lotsHeld } from "./quotes_from_values.ts";
import type { Strategy } from "./strategy.ts";

/** What {@linkcode steppedOptimum} is told to believe. */
export interface SteppedOptimumOptions extends GueantLehalleOptions {
  /** Risk aversion γ, in 1/currency; > 0. */
  readonly riskAversion: number;
  /** Length T of the session; > 0. */
  readonly horizon: number;
  /** Number N of steps; a whole number >= 1. */
  readonly steps: number;
  /** How a step's fill probability follows from the intensity. @default {"first-order"} */
  readonly fills?: "first-order" | "exact";
  /** Earned by every unit filled beside the spread, in currency: a rebate's share of the price. @default {0} */
  readonly rebatePerUnit?: number;
}

/**
 * The optimal market maker of the engine's own model, in which quotes stand for a whole step and each side is
 * filled at most once.
 *
 * {@linkcode gueantLehalle} is optimal in continuous time, and this is what it approximates: the two
 * part by the order of dt. Where steps are long, other rules can beat the continuous optimum in the
 * engine; none beats this one within its largest inventory. From the end backwards, with U_j the expected
 * e^{−γ·(wealth to come)} once the price has moved from inventory j, every step takes
 * $$V_j = \min_{\delta^b, \delta^a} \mathbf E\bigl[e^{-\gamma(\text{spread earned})}\,U_{j'}\bigr]$$
 *
 * @param options Beliefs, largest inventory, and the clock of the session.
 * @returns The strategy; it quotes at the grid's times only.
 * @throws {RangeError} Where a belief is out of its range, or time left is none of the grid's.
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
  const { fills = "first-order", rebatePerUnit = 0, terminalPenalty = () => 0 } = options;
  const { gamma, sigma, scale, decay, drift, impact, orderSize } = lotBeliefs(action, options);
  checkPositive(action, "riskAversion", gamma);
  checkOneOf(action, "fills", fills, ["first-order", "exact"]);
  checkFinite(action, "rebatePerUnit", rebatePerUnit);
  const { horizon, steps, dt } = timeGrid(options);
  const limit = lotLimit(action, options.maxInventory, orderSize);
  const width = 2 * limit + 1;
  const market: SteppedMarket = {
    gamma,
    decay,
    expected: scale * dt,
    saturates: fills === "first-order",
    extra: rebatePerUnit * orderSize,
  };

  const depths = new Float64Array(2 * steps * width);
  let logs = Float64Array.from({ length: width }, (_, i) => {
    const cost = terminalPenalty(Math.abs(i - limit) * orderSize);
    checkThat(action, "terminalPenalty", ">= 0 and finite", cost, cost >= 0 && cost < Infinity);
    return gamma * cost;
  });
  for (let n = steps - 1; n >= 0; n--) {
    const moved = logs.map((log, i) => {
      const q = i - limit;
      return log - gamma * q * drift * dt + (gamma * q * sigma) ** 2 * dt / 2;
    });
    logs = new Float64Array(width);
    for (let i = 0; i < width; i++) {
      const q = i - limit;
      const below = i > 0 ? moved[i - 1] - moved[i] - gamma * (q - 1) * impact : Infinity;
      const above = i < width - 1 ? moved[i + 1] - moved[i] + gamma * (q + 1) * impact : Infinity;
      const best = bestDepths(market, above, below);
      depths[2 * (n * width + i)] = best.bidDepth / orderSize;
      depths[2 * (n * width + i) + 1] = best.askDepth / orderSize;
      logs[i] = moved[i] + Math.log(best.factor);
    }
  }

  return {
    name: "Optimum in steps",
    readsPrice: false,
    readsTime: true,
    quote({ timeLeft, inventory }) {
      const n = Math.round((horizon - timeLeft) / dt);
      const onGrid = n >= 0 && n < steps && Math.abs(horizon - n * dt - timeLeft) < 1e-6 * dt;
      checkThat("quote", "timeLeft", `T − n·dt with dt = ${dt}`, timeLeft, onGrid);
      const lots = Math.max(-limit, Math.min(limit, lotsHeld(inventory, orderSize)));
      const at = 2 * (n * width + lots + limit);
      return { bidDepth: depths[at], askDepth: depths[at + 1] };
    },
  };
}
