import { type Progress, progressKind } from "../progress.ts";
import { checkKeys, checkNonNegative } from "../check.ts";
import { stepOf } from "../market/price_process.ts";
import type { TraderOrTable } from "../trading/policy_table.ts";
import { checkSetting, type Setting } from "../trading/setting.ts";
import { tooMuchBeyond, widestWorth } from "./certainty_equivalent.ts";
import { exactMoments } from "./exact_moments.ts";
import type { ExactMoments, InventoryTruncation } from "./moments_recorder.ts";
import { NEGLIGIBLE } from "./widened.ts";

/** Who judges in {@linkcode exactSummary}. */
export interface ExactSummaryOptions {
  /** Risk aversion γ that judges the policy, in 1/currency; >= 0. */
  readonly riskAversion: number;
  /** Is told how many steps are done; anew for every table that is walked through. @default {nobody} */
  readonly progress?: Progress;
}

/** A policy in one row of exact numbers. */
export interface ExactSummary {
  /** The strategy's name. */
  readonly name: string;
  /** Mean profit, in currency. */
  readonly mean: number;
  /** Standard deviation of profit, in currency. */
  readonly sd: number;
  /** Mean of final inventory, in units. */
  readonly finalInventoryMean: number;
  /** Standard deviation of final inventory, in units. */
  readonly finalInventorySd: number;
  /** Expected units crossed as a taker. */
  readonly takerUnits: number;
  /** Expected trades as a taker: steps in which anything was crossed. */
  readonly takerTrades: number;
  /** Certainty equivalent under risk aversion γ, in currency; null where there is none to give. */
  readonly certaintyEquivalent: number | null;
  /** What the certainty equivalent rests on, or why there is none; null where nothing needs saying. */
  readonly certaintyEquivalentNote: string | null;
  /** What the moments leave out. */
  readonly truncation: InventoryTruncation;
}

/**
 * Sums a trader up exactly, in one row: moments, trades as a taker, certainty equivalent.
 *
 * @param setting A scenario, or a market whose flow is memoryless, a clock and traders by name.
 * @param trader A name in the setting, a trader, or a policy table.
 * @param options Risk aversion.
 * @returns One row.
 * @throws {TypeError} Where there is no such trader, the strategy reads the price, the flow's steps depend
 * on each other, or the price has no step moments.
 * @throws {RangeError} Where the risk aversion is negative or not finite.
 *
 * @example
 * ```ts
 * import { exactSummary, scenario } from "@digital-market-maker/lab";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const row = exactSummary(scenario("gbm"), "as", { riskAversion: 0.005 });
 * assertAlmostEquals(row.mean, 207.68, 0.005);
 * assertEquals(row.certaintyEquivalent, null);
 * ```
 */
export function exactSummary<Name extends string>(
  setting: Setting<Name>,
  trader: TraderOrTable<Name>,
  options: ExactSummaryOptions,
): ExactSummary {
  const action = "take exactSummary";
  checkSetting(action, setting);
  checkKeys<ExactSummaryOptions>(action, options, {
    riskAversion: true,
    progress: progressKind,
  });
  const { riskAversion, progress } = options;
  checkNonNegative(action, "riskAversion", riskAversion);
  const moments = exactMoments(setting, trader, { progress });
  const none = noWorth(setting);
  const [value, note] = none === null
    ? worth(setting, trader, { riskAversion, progress })
    : [null, none];
  return summaryOf(moments, value, note);
}

/** The row of exact moments, with a certainty equivalent and what it rests on, or neither. */
export function summaryOf(
  { name, mean, sd, finalInventory, expected, truncation }: ExactMoments,
  certaintyEquivalent: number | null,
  certaintyEquivalentNote: string | null,
): ExactSummary {
  return {
    name,
    mean,
    sd,
    finalInventoryMean: finalInventory.mean,
    finalInventorySd: finalInventory.sd,
    takerUnits: expected.takerUnits,
    takerTrades: expected.takerTrades,
    certaintyEquivalent,
    certaintyEquivalentNote,
    truncation,
  };
}

/** Why a setting's price has no certainty equivalent; null where it has one. */
function noWorth({ market: { price }, grid }: Setting): string | null {
  const step = stepOf(price, grid.dt);
  if (step === undefined) return `none with ${price.name}: it draws its own way`;
  if (step.of === "logPrice") {
    return "none with a geometric price: what a short position can lose is lognormal, and exponential " +
      "utility of that has no finite expectation";
  }
  if (step.kept === 1) return null;
  return `none with ${price.name}: its steps depend on the price, which the recursion cannot follow`;
}

function worth<Name extends string>(
  setting: Setting<Name>,
  trader: TraderOrTable<Name>,
  options: ExactSummaryOptions,
): [number | null, string | null] {
  const found = widestWorth(setting, trader, options);
  if (found.lostWeight >= NEGLIGIBLE) return [null, tooMuchBeyond(found)];
  const notes = [
    found.feesAtInitialPrice ? "rebates and fees at the initial mid-price" : "",
    found.rareWeight > 1 / 2
      ? "rests on final inventories that fewer than one session in a million reaches"
      : "",
  ].filter((words) => words !== "");
  return [found.value, notes.length === 0 ? null : notes.join("; ")];
}
