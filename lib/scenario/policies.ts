import { eachValue } from "../each_value.ts";
import { shaped } from "../kinds.ts";
import { checkKeys } from "../check.ts";
import { gaussianStep } from "../theory/gaussian_step.ts";
import type { Trader } from "../trading/execution.ts";
import {
  policiesOptionKeys,
  type PoliciesOptions,
  policyBuilders,
  type PolicyName,
  policyOf,
} from "./policy_builders.ts";
import type { Scenario } from "./scenario.ts";

/**
 * Every policy of the field on one scenario's terms: all believe the scenario's σ, A, k and order size, no drift
 * and no bias. The optimum of the engine's steps alone is told those too, and clamp, limit and fees, as it is
 * what the rest are measured by: nobody is worth more.
 *
 * Avellaneda–Stoikov under five horizon rules, the symmetric strategy, the optimum of the engine's steps and
 * that of continuous time (Guéant–Lehalle exact, asymptotic and in closed form), and Cartea–Jaimungal
 * with φ = ½γσ².
 *
 * @param scenario An arithmetic scenario.
 * @param options Largest inventory, time floor and constant τ.
 * @returns The traders, all on the terms of the scenario's AS.
 * @throws {TypeError} Where the steps of the scenario's price depend on the price.
 * @throws {RangeError} Where an option is out of its range.
 *
 * @example Nobody is worth more than the optimum of the engine's steps
 * ```ts
 * import { exactSummary, policies, scenario } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const paper = scenario("paper");
 * const rows = Object.entries(policies(paper, { maxInventory: 10 })).map(([policy, trader]) => ({
 *   policy,
 *   ...exactSummary(paper, trader, { riskAversion: 0.1 }),
 * }));
 * const best = rows.reduce((a, b) => a.certaintyEquivalent! > b.certaintyEquivalent! ? a : b);
 * assertEquals(best.policy, "stepped");
 * ```
 */
export function policies(
  scenario: Scenario,
  options: PoliciesOptions = {},
): Readonly<Record<PolicyName, Trader>> {
  shaped("scenario")("take policies", "scenario", scenario);
  checkKeys<PoliciesOptions>("take policies", options, policiesOptionKeys);
  gaussianStep("build policies", scenario.market.price, scenario.grid.dt);
  return eachValue(policyBuilders, (_, name) => policyOf(scenario, name, options));
}
