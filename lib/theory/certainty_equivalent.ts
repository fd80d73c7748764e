import { numberOf } from "../plural.ts";
import { type Progress, progressKind } from "../progress.ts";
import { callable, maybe, number } from "../kinds.ts";
import { checkFinite, checkKeys, checkNonNegative, checkThat } from "../check.ts";
import type { PolicyTable, PolicyTableOptions, TraderOrTable } from "../trading/policy_table.ts";
import { checkSetting, type Setting } from "../trading/setting.ts";
import { carry } from "./carry.ts";
import { momentsAndTable } from "./exact_moments.ts";
import { gatheredOutcomes } from "./gathered_outcomes.ts";
import { type GaussianStep, gaussianStep } from "./gaussian_step.ts";
import { logTotal, logWorths, totalWorth } from "./log_worths.ts";
import type { ExactMoments } from "./moments_recorder.ts";
import { outcomeReader } from "./outcomes.ts";
import { NEGLIGIBLE, widest } from "./widened.ts";

/** Who judges in {@linkcode certaintyEquivalent}. */
export interface CertaintyEquivalentOptions extends PolicyTableOptions {
  /** Risk aversion γ of whoever judges the policy, in 1/currency; >= 0, and 0 gives the mean. */
  readonly riskAversion: number;
  /** What holding an inventory costs, in currency/time; negative where it brings something. @default {nothing} */
  readonly penalty?: (inventory: number) => number;
  /** What an inventory held at the end costs, in currency. @default {nothing} */
  readonly terminalPenalty?: (inventory: number) => number;
  /** Is told how many steps are done; anew for every table that is walked through. @default {nobody} */
  readonly progress?: Progress;
}

/** A certainty equivalent and what it rests on. */
export interface CertaintyEquivalent {
  /** The sure amount worth as much as the policy's profit, in currency. */
  readonly value: number;
  /** Largest inventory tabulated, in orders. */
  readonly maxLots: number;
  /**
   * Share of E[e^{−γY}] that left the table's range, summed over the steps and without what it would have
   * grown to; 0 where the table holds every inventory. Such weight can matter where its probability
   * does not.
   */
  readonly lostWeight: number;
  /**
   * Share of E[e^{−γY}] that ends at inventories which fewer than one session in a million reaches. Near 1,
   * the value tells of sessions nobody will see: those of an unlimited inventory.
   */
  readonly rareWeight: number;
  /** Whether rebates or fees are there, and so were taken at the initial mid-price. */
  readonly feesAtInitialPrice: boolean;
}

/**
 * The certainty equivalent of a policy's profit under constant absolute risk aversion:
 *
 * $$\mathrm{CE} = -\frac1\gamma\ln\mathbf E\bigl[e^{-\gamma Y}\bigr]$$
 * The exact law's recursion at the imaginary frequency iγ, in logarithms, as the weights span thousands of
 * orders of magnitude, and in amounts of money, so that the mean comes back to all digits as γ → 0.
 *
 * Penalties of inventory, where there are any, are taken off the profit: the one in time after each step's fills, for
 * what is held while the price moves.
 *
 * @param setting A scenario, or a market whose flow is memoryless, a clock and traders by name.
 * @param trader A name in the setting, a trader, or a policy table.
 * @param options Risk aversion, penalties, and how far the table goes.
 * @returns The value, and how far it can be trusted.
 * @throws {TypeError} Where there is no such trader, the strategy reads the price, or the price's steps are
 * not normal and the same at every price.
 * @throws {RangeError} Where the risk aversion is negative or not finite, or no table that may be had is wide
 * enough.
 *
 * @example Risk aversion costs, the more the larger it is
 * ```ts
 * import { certaintyEquivalent, scenario } from "@digital-market-maker/lab";
 * import { assertGreater } from "@std/assert";
 *
 * const paper = scenario("paper");
 * const worth = (riskAversion: number) => certaintyEquivalent(paper, "as", { riskAversion }).value;
 * assertGreater(worth(0), worth(0.1));
 * assertGreater(worth(0.1), worth(0.2));
 * ```
 */
export function certaintyEquivalent<Name extends string>(
  setting: Setting<Name>,
  trader: TraderOrTable<Name>,
  options: CertaintyEquivalentOptions,
): CertaintyEquivalent {
  checkSetting("take certaintyEquivalent", setting);
  checkKeys<CertaintyEquivalentOptions>("take certaintyEquivalent", options, {
    riskAversion: true,
    penalty: maybe(callable),
    terminalPenalty: maybe(callable),
    maxLots: maybe(number),
    progress: progressKind,
  });
  const found = widestWorth(setting, trader, options);
  const asked = options.maxLots !== undefined ||
    (typeof trader === "object" && "bidFill" in trader);
  if (asked || found.lostWeight < NEGLIGIBLE) return found;
  throw new RangeError(`Cannot take certaintyEquivalent as ${tooMuchBeyond(found)}`);
}

/** Why there is no certainty equivalent on a table that is too narrow for it. */
export function tooMuchBeyond({ maxLots }: Pick<CertaintyEquivalent, "maxLots">): string {
  return `too much of the expected utility lies beyond ${
    numberOf(maxLots, "order")
  }, the largest inventory tabulated`;
}

/** The certainty equivalent on a table so wide that no weight is lost, or as wide as may be. */
export function widestWorth<Name extends string>(
  setting: Setting<Name>,
  trader: TraderOrTable<Name>,
  options: CertaintyEquivalentOptions,
): CertaintyEquivalent {
  const { riskAversion: gamma, maxLots, progress } = options;
  const action = "take certaintyEquivalent";
  checkNonNegative(action, "riskAversion", gamma);
  const step = gaussianStep(action, setting.market.price, setting.grid.dt);
  const sure = momentsAndTable(action, setting, trader, {
    feesAt: "initial",
    maxLots,
    progress,
  });
  return widest(setting, trader, maxLots, sure.table, (table) => {
    const result = worthOf(options, step, setting, table, sure.moments);
    return { result, lost: result.lostWeight };
  }).result;
}

function worthOf(
  { riskAversion: gamma, penalty, terminalPenalty, progress }: CertaintyEquivalentOptions,
  step: GaussianStep,
  { market: { price }, grid: { dt } }: Setting,
  table: PolicyTable,
  { mean, finalInventory }: ExactMoments,
): CertaintyEquivalent {
  const { maxLots, execution: { orderSize, rebate, fee } } = table;
  const last = 2 * maxLots;
  const held = Float64Array.from({ length: last + 1 }, (_, i) => (i - maxLots) * orderSize);
  const cost = (name: string, of: (inventory: number) => number = () => 0) =>
    held.map((q) => checkFinite("take certaintyEquivalent", `${name} at inventory ${q}`, of(q)));
  const algebra = logWorths(gamma, held, step, cost("penalty", penalty).map((rate) => rate * dt));
  const outcomes = outcomeReader(table, price.initialPrice, "initial");
  const worths = carry(table, gatheredOutcomes(outcomes, gamma), algebra, progress);
  const owed = cost("terminalPenalty", terminalPenalty);
  for (let i = 0; i <= last; i++) worths.worth[i] -= owed[i];
  const free = penalty === undefined && terminalPenalty === undefined;
  const all = logTotal(gamma, worths, 0, last);
  const usual = usualLots(finalInventory.probabilities);
  const rare = [[0, maxLots - usual - 1], [maxLots + usual + 1, last]]
    .map(([from, to]) => Math.exp(logTotal(gamma, worths, from, to) - all));
  const value = gamma === 0 && free ? mean : totalWorth(gamma, worths, last);
  const rule = "finite: amounts this large, or penalties, cannot be counted with";
  checkThat("take certaintyEquivalent", "the value", rule, value, Number.isFinite(value));
  return {
    value,
    maxLots,
    lostWeight: algebra.lostWeight(),
    rareWeight: rare[0] + rare[1],
    feesAtInitialPrice: rebate !== 0 || fee !== 0,
  };
}

/** The lots that all but one session in a million stay within. */
function usualLots(probabilities: Float64Array): number {
  const most = (probabilities.length - 1) / 2;
  let lots = most;
  let beyond = 0;
  while (lots > 0) {
    beyond += probabilities[most - lots] + probabilities[most + lots];
    if (beyond > 1e-6) break;
    lots--;
  }
  return lots;
}
