import { checkKeys } from "../check.ts";
import {
  avellanedaStoikov,
  type AvellanedaStoikovOptions,
} from "../strategy/avellaneda_stoikov.ts";
import { carteaJaimungal } from "../strategy/cartea_jaimungal.ts";
import { gueantLehalle } from "../strategy/gueant_lehalle.ts";
import { gueantLehalleAsymptotic } from "../strategy/gueant_lehalle_asymptotic.ts";
import { gueantLehalleClosedForm } from "../strategy/gueant_lehalle_closed_form.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { type ExactSummary, exactSummary } from "../theory/exact_summary.ts";
import { gaussianStep } from "../theory/gaussian_step.ts";
import { steppedOptimum } from "../theory/stepped_optimum.ts";
import type { Trader } from "../trading/execution.ts";
import type { Scenario } from "./scenario.ts";

/** Which policies {@linkcode policies} names. */
export type PolicyName =
  | "clock"
  | "floor"
  | "constant"
  | "infinite"
  | "saturating"
  | "symmetric"
  | "stepped"
  | "optimal"
  | "asymptotic"
  | "closedForm"
  | "carteaJaimungal";

/** How the policies of a comparison are set up. */
export interface PoliciesOptions {
  /** Largest inventory of the optimal policies of continuous time and of the infinite horizon, in units. @default {the orders within the scenario's limit, at least one; 30 orders without a limit} */
  readonly maxInventory?: number;
  /** The time floor. @default {a tenth of the horizon} */
  readonly floor?: number;
  /** The constant τ. @default {the scenario's own, else the horizon} */
  readonly constant?: number;
}

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
 * @example
 * ```ts
 * import { policies, scenario } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const { optimal } = policies(scenario("paper"));
 * assertEquals(optimal.strategy.name, "Guéant–Lehalle");
 * ```
 */
export function policies(
  { parameters: p, market, grid, traders }: Scenario,
  options: PoliciesOptions = {},
): Readonly<Record<PolicyName, Trader>> {
  checkKeys<PoliciesOptions>("take policies", options, {
    maxInventory: true,
    floor: true,
    constant: true,
  });
  const { maxInventory, floor, constant } = options;
  gaussianStep("build policies", market.price, grid.dt);
  const own = typeof p.timeLeft === "object" && "constant" in p.timeLeft
    ? p.timeLeft.constant
    : p.horizon;
  const lots = p.limit < Infinity ? Math.floor(p.limit / p.orderSize + 1e-9) : 30;
  const limit = maxInventory ?? Math.max(1, lots) * p.orderSize;
  const { riskAversion, volatility, scale, decay, orderSize } = p;
  const beliefs = { riskAversion, volatility, scale, decay, orderSize };
  const within = { ...beliefs, maxInventory: limit };
  const as = (timeLeft: AvellanedaStoikovOptions["timeLeft"], rule: string): Strategy => ({
    ...avellanedaStoikov({
      riskAversion,
      volatility,
      decay,
      orderSize,
      spread: p.spread,
      timeLeft,
    }),
    name: `Avellaneda–Stoikov, ${rule}`,
  });
  const { horizon, steps, fills, flowBias, drift, initialPrice } = p;
  const { rebate, fee, minimumDepth, breach, crossingCost } = p;
  const strategies: Record<PolicyName, Strategy> = {
    clock: as("clock", "clock"),
    floor: as({ floor: floor ?? horizon / 10 }, "time floor"),
    constant: as({ constant: constant ?? own }, "constant τ"),
    infinite: as({ infinite: limit }, "infinite horizon"),
    saturating: as({ saturating: scale, endPenalty: p.endPenalty }, "saturating horizon"),
    symmetric: { ...traders.naive.strategy, name: "Symmetric" },
    stepped: steppedOptimum({
      ...beliefs,
      ...{ horizon, steps, fills, flowBias, drift, initialPrice },
      ...{ rebate, fee, minimumDepth, limit: p.limit, breach, crossingCost },
    }),
    optimal: gueantLehalle(within),
    asymptotic: gueantLehalleAsymptotic(within),
    closedForm: gueantLehalleClosedForm(beliefs),
    carteaJaimungal: carteaJaimungal({
      runningPenalty: riskAversion * volatility ** 2 / 2,
      scale,
      decay,
      orderSize,
      maxInventory: limit,
    }),
  };
  const terms = traders.as.execution;
  const entries = Object.entries(strategies).map(([key, strategy]) => [
    key,
    { strategy, execution: terms },
  ]);
  return Object.fromEntries(entries) as Record<PolicyName, Trader>;
}

/** One policy of a comparison. */
export interface PolicyRow extends ExactSummary {
  /** Its short name. */
  readonly policy: PolicyName;
}

/**
 * The exact results of every policy of {@linkcode policies}: what each earns, risks, ends with, and is worth.
 *
 * @param scenario An arithmetic scenario.
 * @param options Largest inventory, time floor and constant τ.
 * @returns One row a policy.
 * @throws {TypeError} Where the steps of the scenario's price depend on the price.
 * @throws {RangeError} Where an option is out of its range.
 *
 * @example Nobody is worth more than the optimum of the engine's steps
 * ```ts
 * import { comparePolicies, scenario } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = comparePolicies(scenario("paper"), { maxInventory: 10 });
 * const best = rows.reduce((a, b) => a.certaintyEquivalent! > b.certaintyEquivalent! ? a : b);
 * assertEquals(best.policy, "stepped");
 * ```
 */
export function comparePolicies(
  scenario: Scenario,
  options: PoliciesOptions = {},
): readonly PolicyRow[] {
  const { riskAversion } = scenario.parameters;
  return Object.entries(policies(scenario, options)).map(([policy, trader]) => ({
    policy: policy as PolicyName,
    ...exactSummary(scenario, trader, { riskAversion }),
  }));
}
