import { checkOneOf } from "../check.ts";
import { exactMoments } from "../theory/exact_moments.ts";
import type { ExactMoments } from "../theory/moments_recorder.ts";
import type { Trader } from "../trading/execution.ts";
import { type PolicyTable, policyTable } from "../trading/policy_table.ts";
import type { Scenario } from "./scenario.ts";

/** Somebody who trades in a scenario: one of its own traders by name, or a trader of one's own. */
export type Participant = keyof Scenario["traders"] | Trader;

/**
 * A trader's policy in a scenario's market, tabulated: what the exact law and the certainty equivalent
 * are given.
 *
 * @param setting The scenario, or its market, clock and traders.
 * @param who `naive`, `as`, or a strategy with its terms of execution.
 * @returns The table.
 * @throws {TypeError} Where there is no such trader, or the strategy reads the price.
 *
 * @example
 * ```ts
 * import { policyOf, scenario } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(policyOf(scenario("readme"), "naive").bidDepth[0], 0.65);
 * ```
 */
export function policyOf(
  { market, grid, traders }: Pick<Scenario, "market" | "grid" | "traders">,
  who: Participant,
): PolicyTable {
  if (typeof who === "string") checkOneOf("take policyOf", "who", who, ["naive", "as"]);
  const trader = typeof who === "string" ? traders[who] : who;
  return policyTable({ trader, flow: market.flow, grid });
}

/**
 * What a day in a scenario's market comes to for a trader, exactly: mean and deviation of profit, the law of
 * final inventory, expected trades, and both moments through the day.
 *
 * @param setting The scenario, or its market, clock and traders.
 * @param who `naive`, `as`, or a strategy with its terms of execution.
 * @returns The moments of `exactMoments`.
 * @throws {TypeError} Where there is no such trader, the strategy reads the price, or the price has no step
 * moments.
 *
 * @example AS earns about as much as Naive, with a quarter of the risk
 * ```ts
 * import { exactOutcome, scenario } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const readme = scenario("readme");
 * const [naive, as] = [exactOutcome(readme, "naive"), exactOutcome(readme, "as")];
 * assertAlmostEquals(as.mean / naive.mean, 0.98, 0.005);
 * assertAlmostEquals(as.sd / naive.sd, 0.25, 0.005);
 * ```
 */
export function exactOutcome(
  setting: Pick<Scenario, "market" | "grid" | "traders">,
  who: Participant,
): ExactMoments {
  return exactMoments({ table: policyOf(setting, who), price: setting.market.price });
}
