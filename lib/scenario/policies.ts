import {
  avellanedaStoikov,
  type AvellanedaStoikovOptions,
} from "../strategy/avellaneda_stoikov.ts";
import { carteaJaimungal } from "../strategy/cartea_jaimungal.ts";
import { gueantLehalle } from "../strategy/gueant_lehalle.ts";
import { gueantLehalleAsymptotic } from "../strategy/gueant_lehalle_asymptotic.ts";
import { gueantLehalleClosedForm } from "../strategy/gueant_lehalle_closed_form.ts";
import { steppedOptimum } from "../strategy/stepped_optimum.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { type ExactSummary, exactSummary } from "../theory/exact_summary.ts";
import { gaussianStep } from "../theory/gaussian_step.ts";
import { execution, type Trader } from "../trading/execution.ts";
import type { Scenario } from "./scenario.ts";

/** Which policies {@linkcode policies} names. */
export type PolicyName =
  | "clock"
  | "floor"
  | "constant"
  | "infinite"
  | "symmetric"
  | "stepped"
  | "optimal"
  | "asymptotic"
  | "closedForm"
  | "carteaJaimungal";

/** How the policies of a comparison are set up. */
export interface PoliciesOptions {
  /** Largest inventory of the optimal policies and of the infinite horizon, in units. @default {the scenario's limit, else 30} */
  readonly maxInventory?: number;
  /** The time floor. @default {a tenth of the horizon} */
  readonly floor?: number;
  /** The constant τ. @default {the scenario's own, else the horizon} */
  readonly constant?: number;
}

/**
 * Every policy of the field on one scenario's terms: all believe the scenario's σ, A and k, no drift and no bias.
 *
 * Avellaneda–Stoikov under four horizon rules, the symmetric strategy, the optimum of the engine's steps and
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
  { maxInventory, floor, constant }: PoliciesOptions = {},
): Readonly<Record<PolicyName, Trader>> {
  gaussianStep("build policies", market.price, grid.dt);
  const own = typeof p.timeLeft === "object" && "constant" in p.timeLeft
    ? p.timeLeft.constant
    : p.horizon;
  const limit = maxInventory ?? (p.limit < Infinity ? p.limit : 30 * p.orderSize);
  const beliefs = { ...p, drift: 0, maxInventory: limit };
  const as = (timeLeft: AvellanedaStoikovOptions["timeLeft"], rule: string): Strategy => ({
    ...avellanedaStoikov({ ...p, timeLeft }),
    name: `Avellaneda–Stoikov, ${rule}`,
  });
  const strategies: Record<PolicyName, Strategy> = {
    clock: as("clock", "clock"),
    floor: as({ floor: floor ?? p.horizon / 10 }, "time floor"),
    constant: as({ constant: constant ?? own }, "constant τ"),
    infinite: as({ infinite: limit }, "infinite horizon"),
    symmetric: { ...traders.naive.strategy, name: "Symmetric" },
    stepped: steppedOptimum({ ...beliefs, rebatePerUnit: p.rebate * p.initialPrice }),
    optimal: gueantLehalle(beliefs),
    asymptotic: gueantLehalleAsymptotic(beliefs),
    closedForm: gueantLehalleClosedForm(beliefs),
    carteaJaimungal: carteaJaimungal({
      ...beliefs,
      runningPenalty: p.riskAversion * p.volatility ** 2 / 2,
    }),
  };
  const terms = execution(p);
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
  const { market, grid, parameters: { riskAversion } } = scenario;
  return Object.entries(policies(scenario, options)).map(([policy, trader]) => ({
    policy: policy as PolicyName,
    ...exactSummary({ market, grid, trader, riskAversion }),
  }));
}
