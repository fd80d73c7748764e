import { maybe, number } from "../kinds.ts";
import { checkKeys, checkNonNegative } from "../check.ts";
import type { PolicyTableOptions, TraderOrTable } from "../trading/policy_table.ts";
import type { Setting } from "../trading/setting.ts";
import { type CertaintyEquivalent, certaintyEquivalent } from "./certainty_equivalent.ts";

/** How bad a drift {@linkcode worstDrift} looks for, and who judges. */
export interface WorstDriftOptions extends PolicyTableOptions {
  /** Bound B of the drift's size, in currency/time; >= 0. */
  readonly bound: number;
  /** Risk aversion γ of whoever judges, in 1/currency; >= 0. @default {0, the mean} */
  readonly riskAversion?: number;
}

/**
 * What a policy is worth under the worst drift within ±B, beside the market's own: −B while long, B while short.
 *
 * It costs B·|q| in a unit of time on every path, as fills do not read the price, so it is the worst for the mean and
 * for every risk aversion. Cartea, Donnelly and Jaimungal (2017); Spooner and Savani (2020).
 *
 * @param setting A scenario, or a market whose flow is memoryless, a clock and traders by name.
 * @param trader A name in the setting, a trader, or a policy table.
 * @param options The bound, who judges, and how far the table goes.
 * @returns The value, and how far it can be trusted.
 * @throws {TypeError} Where {@linkcode certaintyEquivalent} has none to give.
 * @throws {RangeError} Where bound or risk aversion is negative or not finite.
 *
 * @example AS holds less than the symmetric strategy, so it loses less to a drift that is against it
 * ```ts
 * import { scenario, worstDrift } from "@digital-market-maker/lab";
 * import { assertLess } from "@std/assert";
 *
 * const paper = scenario("paper");
 * const cost = (trader: "naive" | "as") =>
 *   worstDrift(paper, trader, { bound: 0 }).value - worstDrift(paper, trader, { bound: 5 }).value;
 * assertLess(cost("as"), cost("naive"));
 * ```
 */
export function worstDrift<Name extends string>(
  setting: Setting<Name>,
  trader: TraderOrTable<Name>,
  options: WorstDriftOptions,
): CertaintyEquivalent {
  checkKeys<WorstDriftOptions>("take worstDrift", options, {
    bound: true,
    riskAversion: true,
    maxLots: maybe(number),
  });
  const { bound, riskAversion = 0, maxLots } = options;
  checkNonNegative("take worstDrift", "bound", bound);
  const penalty = (inventory: number) => bound * Math.abs(inventory);
  return certaintyEquivalent(setting, trader, { riskAversion, penalty, maxLots });
}
