import { maybe, number } from "../kinds.ts";
import { checkKeys, checkNonNegative, checkThat } from "../check.ts";
import { valuesInTime } from "../strategy/values_in_time.ts";
import { gueantLehalleSystem } from "../strategy/gueant_lehalle_system.ts";
import { wholeLots } from "../strategy/lots.ts";
import { gueantLehalleKeys, type GueantLehalleOptions } from "../strategy/gueant_lehalle_values.ts";

/** What {@linkcode optimalValue} is given: the game, and how long it lasts. */
export interface OptimalValueOptions extends GueantLehalleOptions {
  /** Length T of the session, in the time unit of the beliefs; >= 0. */
  readonly horizon: number;
  /** Inventory at the start, in units; a whole number of orders, at most the largest inventory. @default {0} */
  readonly inventory?: number;
}

/**
 * The certainty equivalent of the best possible market making, in continuous time: what it is worth beyond the
 * market value of the inventory q that it starts with,
 *
 * $$\mathrm{CE} = \theta_q(T) = \frac1k\ln v_q(T),$$
 * the latter where both sides decay alike. No policy that holds at most Q is worth more to risk aversion γ.
 * Guéant, Lehalle, Fernandez-Tapia (2013), theorem 1. With γ = 0 it is the best possible mean.
 *
 * @param options Market, risk aversion, largest inventory, terminal penalty and horizon.
 * @returns The sure amount it is worth, in currency.
 * @throws {RangeError} Where a parameter is out of its range, or the inventory no whole number of orders.
 *
 * @example Without risk and with room for any inventory, both sides earn at most A/(e·k) per unit of time
 * ```ts
 * import { optimalValue } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const market = { volatility: 0, scale: 2, decay: 1.5, riskAversion: 0, maxInventory: 60 };
 * assertAlmostEquals(optimalValue({ ...market, horizon: 3 }), 2 * 3 * 2 / (Math.E * 1.5), 1e-12);
 * ```
 *
 * @example Inventory is a burden, alike on both sides
 * ```ts
 * import { optimalValue } from "@digital-market-maker/lab";
 * import { assert, assertAlmostEquals } from "@std/assert";
 *
 * const paper = { riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5, maxInventory: 20 };
 * const worth = (inventory: number) => optimalValue({ ...paper, horizon: 1, inventory });
 * assert(worth(5) < worth(0));
 * assertAlmostEquals(worth(5), worth(-5), 1e-9);
 * ```
 */
export function optimalValue(options: OptimalValueOptions): number {
  const action = "take optimalValue";
  checkKeys<OptimalValueOptions>(action, options, {
    ...gueantLehalleKeys,
    horizon: true,
    inventory: maybe(number),
  });
  checkNonNegative(action, "horizon", options.horizon);
  const system = gueantLehalleSystem(options, action);
  const { limit, orderSize, decay } = system.quotes;
  const lots = wholeLots(options.inventory ?? 0, orderSize);
  const rule = `a whole number of orders of ${orderSize} within ±${options.maxInventory}`;
  checkThat(action, "inventory", rule, options.inventory, Math.abs(lots) <= limit);
  const { top, logs } = valuesInTime("the optimum", system)(options.horizon);
  return (top + logs[limit + lots]) / decay;
}
