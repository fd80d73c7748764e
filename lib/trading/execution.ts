import { shaped } from "../kinds.ts";
import {
  checkFinite,
  checkKeys,
  checkNonNegative,
  checkOneOf,
  checkPositive,
  checkThat,
  type KeysOf,
  type Kind,
} from "../check.ts";
import type { Strategy } from "../strategy/strategy.ts";

/**
 * What happens beyond the inventory limit.
 *
 * - `cross-one`: at a step's start one order of the reducing side crosses for certain, and nothing is quoted.
 * - `flatten`: after a step's fills the whole position is crossed at the mid.
 * - `none`: nothing is forced; quotes beyond the limit are left unclamped.
 */
export type BreachRule = "cross-one" | "flatten" | "none";

/** The terms on which quotes become trades. Everything has a default: no fees, no limit, no clamp. */
export interface ExecutionOptions {
  /** Maker rebate, as a share of notional: 0.0002 is 0.02 %. Negative for a maker's fee. @default {0} */
  readonly rebate?: number;
  /** Taker fee, as a share of notional: 0.0005 is 0.05 %. @default {0} */
  readonly fee?: number;
  /** Depths below it are raised to it while |q| <= limit, in currency; −Infinity for no clamp. @default {-Infinity} */
  readonly minimumDepth?: number;
  /** Inventory limit, in units, >= 0; Infinity for none. @default {Infinity} */
  readonly limit?: number;
  /** What happens beyond the limit. @default {"none"} */
  readonly breach?: BreachRule;
  /** What a marketable order pays beyond the mid in `cross-one`, in currency; >= 0. @default {0} */
  readonly crossingCost?: number;
  /** Units in one order; > 0. @default {1} */
  readonly orderSize?: number;
  /** Impact ξ: how far each of our ask fills raises the mid for good, and each bid fill lowers it, in currency. @default {0} */
  readonly impact?: number;
}

/** The terms of execution, checked and complete. */
export type Execution = Required<ExecutionOptions>;

/** Somebody who trades: a strategy and the terms on which its quotes become trades. */
export interface Trader {
  /** What is quoted. */
  readonly strategy: Strategy;
  /** On which terms. */
  readonly execution: Execution;
}

/**
 * Checks the terms of execution and fills in the defaults.
 *
 * @param options Fees, clamp, limit, order size, impact.
 * @returns The complete terms.
 * @throws {RangeError} Where a number is out of its range.
 *
 * @example
 * ```ts
 * import { execution } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const terms = execution({ limit: 5, breach: "cross-one", crossingCost: 0.05 });
 * assertEquals(terms.orderSize, 1);
 * ```
 */
export function execution(options: ExecutionOptions = {}): Execution {
  const action = "build execution";
  checkKeys<ExecutionOptions>(action, options, executionKeys);
  const {
    rebate = 0,
    fee = 0,
    minimumDepth = -Infinity,
    limit = Infinity,
    breach = "none",
    crossingCost = 0,
    orderSize = 1,
    impact = 0,
  } = options;
  checkFinite(action, "rebate", rebate);
  checkFinite(action, "fee", fee);
  const clamp = typeof minimumDepth === "number" && minimumDepth < Infinity;
  checkThat(action, "minimumDepth", "a finite number or -Infinity", minimumDepth, clamp);
  checkThat(action, "limit", ">= 0", limit, typeof limit === "number" && limit >= 0);
  checkOneOf(action, "breach", breach, ["cross-one", "flatten", "none"]);
  checkNonNegative(action, "crossingCost", crossingCost);
  checkPositive(action, "orderSize", orderSize);
  checkFinite(action, "impact", impact);
  return { rebate, fee, minimumDepth, limit, breach, crossingCost, orderSize, impact };
}

/** All terms there are. */
export const executionKeys: KeysOf<ExecutionOptions> = {
  rebate: true,
  fee: true,
  minimumDepth: true,
  limit: true,
  breach: true,
  crossingCost: true,
  orderSize: true,
  impact: true,
};

/** Terms of execution that {@linkcode execution} could have made. */
export const executionKind: Kind = (action, name, value) => {
  shaped("execution")(action, name, value);
  execution(value as Execution);
};

/** Refuses what is no trader, and terms that {@linkcode execution} would not make. */
export function checkTrader(action: string, name: string, trader: Trader): void {
  shaped("trader")(action, name, trader);
  execution(trader.execution);
}
