import { shaped } from "../kinds.ts";
import { checkKeys, checkNonNegative } from "../check.ts";
import { policyOf } from "../scenario/policy_builders.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { certaintyEquivalent } from "../theory/certainty_equivalent.ts";
import type { TraderOrTable } from "../trading/policy_table.ts";

/** Who judges in {@linkcode regret}. */
export interface RegretOptions {
  /** The optimum's certainty equivalent where it is known already, in currency. @default {worked out} */
  readonly optimum?: number;
}

/** How far a policy is from the best there is. */
export interface Regret {
  /** What is lost against the optimum, in currency of certainty equivalent. */
  readonly regret: number;
  /** The policy's certainty equivalent, in currency. */
  readonly certaintyEquivalent: number;
  /** The optimum's, in currency. */
  readonly optimum: number;
  /** The policy's share of the optimum; 1 is the best there is, and NaN where the best is nothing. */
  readonly share: number;
}

/**
 * The exact regret of a policy: how much less it is worth than the optimum of the engine's steps, on the terms of
 * the scenario's AS, both judged by the scenario's risk aversion. No sampling: a learning curve without noise.
 *
 * @param scenario An arithmetic scenario.
 * @param policy A strategy, put on those terms; or a name in the scenario, a trader, or a policy table.
 * @param options The optimum's worth, where it is known already.
 * @returns Regret, both certainty equivalents, and their ratio.
 * @throws {TypeError} Where the policy reads the price, or the steps of the scenario's price depend on the price.
 * @throws {RangeError} Where the optimum is not a finite number.
 *
 * @example The paper's strategy leaves four per cent of what there is
 * ```ts
 * import { scenario } from "@digital-market-maker/lab";
 * import { regret } from "@digital-market-maker/lab/learning";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { regret: lost, share } = regret(scenario("paper"), "as");
 * assertAlmostEquals(lost, 2.461, 0.001);
 * assertAlmostEquals(share, 0.962, 0.001);
 * ```
 */
export function regret(
  scenario: Scenario,
  policy: Strategy | TraderOrTable<"naive" | "as">,
  options: RegretOptions = {},
): Regret {
  checkKeys<RegretOptions>("take regret", options, { optimum: true });
  shaped("scenario")("take regret", "scenario", scenario);
  const { riskAversion } = scenario.parameters;
  const { execution } = scenario.traders.as;
  const worthOf = (trader: TraderOrTable<"naive" | "as">) =>
    certaintyEquivalent(scenario, trader, { riskAversion }).value;
  const own = worthOf(isStrategy(policy) ? { strategy: policy, execution } : policy);
  const optimum = options.optimum === undefined
    ? worthOf(policyOf(scenario, "stepped"))
    : checkNonNegative("take regret", "optimum", options.optimum);
  return {
    regret: optimum - own,
    certaintyEquivalent: own,
    optimum,
    share: optimum === 0 ? NaN : own / optimum,
  };
}

function isStrategy(policy: Strategy | TraderOrTable): policy is Strategy {
  return typeof policy === "object" && policy !== null && "quote" in policy;
}
