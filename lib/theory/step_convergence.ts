import { listOf, number } from "../kinds.ts";
import { checkKeys } from "../check.ts";
import { beliefKeys } from "../strategy/gueant_lehalle_values.ts";
import { arithmeticBrownian } from "../market/arithmetic_brownian.ts";
import { type FillRule, poissonFlow } from "../market/poisson_flow.ts";
import { gueantLehalle } from "../strategy/gueant_lehalle.ts";
import { timeGrid } from "../time_grid.ts";
import { execution } from "../trading/execution.ts";
import { certaintyEquivalent } from "./certainty_equivalent.ts";
import { optimalValue, type OptimalValueOptions } from "./optimal_value.ts";

/** What {@linkcode stepConvergence} is given. */
export interface StepConvergenceOptions
  extends Omit<OptimalValueOptions, "penalty" | "terminalPenalty" | "inventory"> {
  /** Numbers of steps to try, each a session of the same length. */
  readonly steps: readonly number[];
  /** How a step's fill probability follows from the intensity. @default {"first-order"} */
  readonly fills?: FillRule;
}

/** One number of steps. */
export interface StepConvergenceRow {
  /** Number N of steps. */
  readonly steps: number;
  /** Length of a step, dt = T/N. */
  readonly dt: number;
  /** Certainty equivalent of the optimal quotes in the engine's model, in currency. */
  readonly value: number;
  /** How far that is from the limit, in currency. */
  readonly error: number;
  /** Order of convergence against the row before, ln(error ratio)/ln(dt ratio); NaN in the first row. */
  readonly order: number;
}

/** The engine's model on its way to continuous time. */
export interface StepConvergence {
  /** The certainty equivalent in continuous time, ln(v_0)/k, in currency. */
  readonly limit: number;
  /** One row for each number of steps. */
  readonly rows: readonly StepConvergenceRow[];
}

/**
 * How the engine's model, at most one fill a side and step, tends to the continuous one as dt → 0.
 *
 * The optimal quotes of continuous time are traded in ever shorter steps, and their exact certainty
 * equivalent is compared with the limit ln(v_0)/k. The error falls in proportion to dt: order one.
 *
 * @param options Market, risk aversion, horizon, largest inventory, and the numbers of steps.
 * @returns The limit and one row for each number of steps.
 * @throws {RangeError} Where a parameter is out of its range or no number of steps is given.
 *
 * @example
 * ```ts
 * import { stepConvergence } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { rows } = stepConvergence({
 *   riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5, maxInventory: 10,
 *   horizon: 1, steps: [400, 800],
 * });
 * assertAlmostEquals(rows[1].order, 1, 0.01);
 * ```
 */
export function stepConvergence(
  options: StepConvergenceOptions,
): StepConvergence {
  checkKeys<StepConvergenceOptions>("take stepConvergence", options, {
    ...beliefKeys,
    steps: listOf("numbers of steps", number, 1),
    fills: true,
    horizon: true,
    maxInventory: true,
  });
  const { steps, fills = "first-order", ...game } = options;
  const { horizon, ...beliefs } = game;
  const { volatility, drift, scale, decay, riskAversion, impact, orderSize = 1 } = beliefs;
  const market = {
    price: arithmeticBrownian({ initialPrice: 0, volatility, drift }),
    flow: poissonFlow({ scale, decay, fills }),
  };
  const trader = {
    strategy: gueantLehalle(beliefs),
    execution: execution({ impact, orderSize }),
  };
  const limit = optimalValue(game);
  const rows: StepConvergenceRow[] = [];
  for (const number of steps) {
    const grid = timeGrid({ horizon, steps: number });
    const maxLots = Math.min(number, Math.round(game.maxInventory / orderSize));
    const { value } = certaintyEquivalent({ market, grid }, trader, { riskAversion, maxLots });
    const error = value - limit;
    const last = rows.at(-1);
    const order = last ? Math.log(last.error / error) / Math.log(last.dt / grid.dt) : NaN;
    rows.push({ steps: number, dt: grid.dt, value, error, order });
  }
  return { limit, rows };
}
