import { checkOneOf } from "../check.ts";
import type { PriceProcess } from "../market/price_process.ts";
import type { PolicyTable } from "../trading/policy_table.ts";
import { carry } from "./carry.ts";
import {
  blankMoments,
  clear,
  type ConditionalMoments,
  deviationMoments,
  move,
  pass,
} from "./conditional_moments.ts";
import { type ExactMoments, momentsRecorder } from "./moments_recorder.ts";
import { type FeesAt, type Outcome, outcomeReader } from "./outcomes.ts";

/** What {@linkcode exactMoments} is given. */
export interface ExactMomentsOptions {
  /** The policy, as a table. */
  readonly table: PolicyTable;
  /** How the mid-price moves; arithmetic and geometric Brownian motion both serve. */
  readonly price: PriceProcess;
  /** Which mid-price rebates and fees are taken at. @default {"trade"} */
  readonly feesAt?: FeesAt;
}

/**
 * The exact mean and deviation of a policy's profit, and everything else that is linear in its law: no
 * sampling, no error but rounding and the truncation reported.
 *
 * Depths depend on step and inventory only, so inventory is a Markov chain. For every inventory q six
 * numbers are carried from step to step, its probability and, where it is held, means, variances and covariance
 * of profit Y and D = S − S_0: a fill, a fee and a price move each turn them into functions of themselves.
 *
 * @param options Table, price process, and where fees are taken.
 * @returns Moments of profit, the law of final inventory, expected trades and fees, and the moments at
 * every grid time.
 * @throws {TypeError} Where the price process has no step moments.
 * @throws {RangeError} Where fills move the mid and the price's steps depend on the price.
 *
 * @example The published table says 65.0 ± 6.6 for 1000 simulated sessions
 * ```ts
 * import { exactMoments, policyTable, scenario } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("paper");
 * const table = policyTable({ trader: traders.as, flow: market.flow, grid });
 * const { mean, sd, finalInventory } = exactMoments({ table, price: market.price });
 * assertAlmostEquals(mean, 64.8925, 5e-5);
 * assertAlmostEquals(sd, 6.5432, 5e-5);
 * assertAlmostEquals(finalInventory.sd, 2.9268, 5e-5);
 * ```
 */
export function exactMoments(
  { table, price, feesAt = "trade" }: ExactMomentsOptions,
): ExactMoments {
  checkOneOf("take exactMoments", "feesAt", feesAt, ["trade", "initial"]);
  const { grid, maxLots, execution: { orderSize, impact } } = table;
  const step = deviationMoments(price, grid.dt, impact);
  const outcomes = outcomeReader(table, price.initialPrice, feesAt);
  const recorder = momentsRecorder(table);
  const end = carry<ConditionalMoments, Outcome>(table, outcomes, {
    blank: blankMoments,
    start(sums, flat) {
      sums.mass[flat] = 1;
      recorder.mark(0, sums);
    },
    clear,
    holds: ({ mass }, i) => mass[i] !== 0,
    pass(from, i, next, to, outcome) {
      pass(from, i, next, to, outcome);
      recorder.trade(outcome, from.mass[i], from.deviation[i]);
    },
    move(sums, first, last, n) {
      for (let i = first; i <= last; i++) {
        if (sums.mass[i] !== 0) move(sums, i, (i - maxLots) * orderSize, step);
      }
      recorder.mark(n, sums);
    },
  });
  return recorder.finish(end);
}
