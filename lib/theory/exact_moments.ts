import { type Progress, progressKind } from "../progress.ts";
import { maybe, number } from "../kinds.ts";
import { checkKeys, checkOneOf } from "../check.ts";
import type { PriceProcess } from "../market/price_process.ts";
import type { PolicyTable, PolicyTableOptions, TraderOrTable } from "../trading/policy_table.ts";
import { checkSetting, type Setting } from "../trading/setting.ts";
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
import { type FeePrice, type Outcome, outcomeReader } from "./outcomes.ts";
import { widened } from "./widened.ts";

/** How {@linkcode exactMoments} goes about it. */
export interface ExactMomentsOptions extends PolicyTableOptions {
  /** Which mid-price rebates and fees are taken at. @default {"trade"} */
  readonly feesAt?: FeePrice;
  /** Is told how many steps are done; anew where a wider table is tried. @default {nobody} */
  readonly progress?: Progress;
}

/**
 * What a day comes to for a trader, exactly: mean and deviation of profit, and everything else that is
 * linear in its law. No sampling, no error but rounding and the truncation reported.
 *
 * Depths depend on step and inventory only, so inventory is a Markov chain. For every inventory q six
 * numbers are carried from step to step, its probability and, where it is held, means, variances and covariance
 * of profit Y and D = S − S_0: a fill, a fee and a price move each turn them into functions of themselves.
 *
 * @param setting A scenario, or a market whose flow is memoryless, a clock and traders by name.
 * @param trader A name in the setting, a trader, or a policy table.
 * @param options Where fees are taken, and how far the table goes.
 * @returns Moments of profit, the law of final inventory, expected trades and fees, and the moments at
 * every grid time.
 * @throws {TypeError} Where there is no such trader, the strategy reads the price, the flow's steps depend
 * on each other, or the price process has no step moments.
 * @throws {RangeError} Where fills move the mid and the price's steps depend on the price.
 *
 * @example The published table says 65.0 ± 6.6 for 1000 simulated sessions
 * ```ts
 * import { exactMoments, scenario } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { mean, sd, finalInventory } = exactMoments(scenario("paper"), "as");
 * assertAlmostEquals(mean, 64.8925, 5e-5);
 * assertAlmostEquals(sd, 6.5432, 5e-5);
 * assertAlmostEquals(finalInventory.sd, 2.9268, 5e-5);
 * ```
 *
 * @example AS earns about as much as Naive, with a quarter of the risk
 * ```ts
 * import { exactMoments, scenario } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const readme = scenario("readme");
 * const [naive, as] = [exactMoments(readme, "naive"), exactMoments(readme, "as")];
 * assertAlmostEquals(as.mean / naive.mean, 0.98, 0.005);
 * assertAlmostEquals(as.sd / naive.sd, 0.25, 0.005);
 * ```
 */
export function exactMoments<Name extends string>(
  setting: Setting<Name>,
  trader: TraderOrTable<Name>,
  options: ExactMomentsOptions = {},
): ExactMoments {
  checkSetting("take exactMoments", setting);
  checkKeys<ExactMomentsOptions>("take exactMoments", options, {
    feesAt: true,
    maxLots: maybe(number),
    progress: progressKind,
  });
  const { feesAt = "trade", maxLots, progress } = options;
  checkOneOf("take exactMoments", "feesAt", feesAt, ["trade", "initial"]);
  return momentsAndTable("take exactMoments", setting, trader, { feesAt, maxLots, progress })
    .moments;
}

/** The moments together with a table that holds every inventory they come from. */
export function momentsAndTable<Name extends string>(
  action: string,
  setting: Setting<Name>,
  trader: TraderOrTable<Name>,
  { feesAt = "trade", maxLots, progress }: ExactMomentsOptions,
): { readonly table: PolicyTable; readonly moments: ExactMoments } {
  return widened(action, setting, trader, maxLots, (table) => {
    const moments = momentsOf(setting.market.price, table, feesAt, progress);
    return { result: { table, moments }, lost: moments.truncation.lostProbability };
  });
}

function momentsOf(
  price: PriceProcess,
  table: PolicyTable,
  feesAt: FeePrice,
  progress?: Progress,
): ExactMoments {
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
    pass(from, i, next, outcomes) {
      pass(from, i, next, outcomes);
      recorder.trade(i, outcomes, from.mass[i], from.deviation[i]);
    },
    move(sums, first, last, n) {
      for (let i = first; i <= last; i++) {
        if (sums.mass[i] !== 0) move(sums, i, (i - maxLots) * orderSize, step);
      }
      recorder.mark(n, sums);
    },
  }, progress);
  return recorder.finish(end);
}
