import { progressKind } from "../progress.ts";
import { isRecord } from "../shown.ts";
import { flag, maybe, share } from "../kinds.ts";
import { estimateMean } from "../analysis/estimate_mean.ts";
import { pairedDifference } from "../analysis/paired_difference.ts";
import { checkKeys, checkOneOf, checkShape, checkThat, type KeysOf } from "../check.ts";
import type { Traders } from "../monte_carlo/job.ts";
import { pathsSummary } from "../monte_carlo/paths_summary.ts";
import { simulate, type SimulateOptions } from "../monte_carlo/simulate.ts";
import { exactMoments } from "../theory/exact_moments.ts";
import type { Trader } from "../trading/execution.ts";
import { checkSetting, checkTraders, type Setting } from "../trading/setting.ts";

/** How {@linkcode compare} compares. */
export interface CompareOptions extends SimulateOptions {
  /** Number of tapes that every trader meets; a whole number >= 1. @default {1000} */
  readonly paths?: number;
  /** The seed: any text or finite number. @default {1} */
  readonly seed?: string | number;
  /** Probability that an interval covers the truth, above 0 and below 1. @default {0.95} */
  readonly confidence?: number;
  /** Whether exact results are worked out beside the simulation, where there are any. @default {true} */
  readonly exact?: boolean;
}

/** One trader of a comparison. What does not exist is null. */
export interface ComparedTrader {
  /** The trader's short name. */
  readonly trader: string;
  /** Mean profit of a session, in currency. */
  readonly mean: number;
  /** Lower end of the mean's interval, in currency. */
  readonly meanLow: number | null;
  /** Upper end of the mean's interval, in currency. */
  readonly meanHigh: number | null;
  /** The mean without random numbers, in currency; null where there is no exact result. */
  readonly exactMean: number | null;
  /** Standard deviation of profit with n − 1, in currency. */
  readonly sd: number | null;
  /** The deviation without random numbers, in currency; null where there is no exact result. */
  readonly exactSd: number | null;
  /** Quantile of profit at 5 per cent, in currency. */
  readonly quantile5: number;
  /** Median profit, in currency. */
  readonly median: number;
  /** Quantile of profit at 95 per cent, in currency. */
  readonly quantile95: number;
  /** Mean of profit − the first trader's on the same tape, in currency; null for the first. */
  readonly aboveFirst: number | null;
  /** Lower end of that difference's interval, in currency. */
  readonly aboveFirstLow: number | null;
  /** Upper end of that difference's interval, in currency. */
  readonly aboveFirstHigh: number | null;
  /** Standard deviation of final inventory with n − 1, in units. */
  readonly finalInventorySd: number | null;
  /** Mean units crossed as a taker in a session. */
  readonly takerUnits: number;
  /** Mean taker trades of a session: steps in which anything was crossed. */
  readonly takerTrades: number;
}

const compareKeys: KeysOf<CompareOptions> = {
  paths: true,
  seed: true,
  confidence: maybe(share),
  exact: maybe(flag),
  workers: true,
  progress: progressKind,
  control: true,
};

/**
 * Compares traders on the same tapes: a table of what each earns and risks, how much more than the first it
 * earns, and what the exact solver says where it can.
 *
 * The differences are paired, path by path: what a tape did to both cancels, so two traders can be told
 * apart long before their means can. An exact result needs order flow without memory, a price whose moments
 * close, and a strategy that does not read the price.
 *
 * A list of rows is a table everywhere: a notebook shows it as one, `table()` of the frames' door makes a
 * frame of it, `console.table` prints it.
 *
 * @param setting A scenario, or a market and a clock.
 * @param traders Traders by short names of your own, or some of the setting's names. @default {all traders of the setting}
 * @param options Paths, seed, confidence, and how to run.
 * @returns A row for each trader, in the order given; differences are from the first.
 * @throws {TypeError} Where there is no trader, or none of a name.
 * @throws {RangeError} Where an option is out of its range.
 *
 * @example AS earns less on average than Naive, and with a quarter of the risk
 * ```ts
 * import { compare, scenario } from "@digital-market-maker/lab";
 * import { assert } from "@std/assert";
 *
 * const [naive, as] = compare(scenario("readme"), ["naive", "as"], { paths: 3000 });
 * assert(as.sd! < naive.sd! / 3);
 * assert(Math.abs(naive.mean - naive.exactMean!) < 5 * naive.sd! / Math.sqrt(3000));
 * ```
 *
 * @example A trader of one's own among them
 * ```ts
 * import { compare, naive, scenario } from "@digital-market-maker/lab";
 * import { assert } from "@std/assert";
 *
 * const readme = scenario("readme");
 * const wide = { ...readme.traders.naive, strategy: naive({ halfSpread: 1.5 }) };
 * const rows = compare(readme, { ...readme.traders, wide }, { seed: 2 });
 * assert(rows[2].aboveFirstHigh! < 0);
 * ```
 */
export function compare(
  setting: Setting,
  traders: Traders | readonly string[] = setting?.traders ?? {},
  options: CompareOptions = {},
): readonly ComparedTrader[] {
  checkSetting("compare", setting);
  checkKeys<CompareOptions>("compare", options, compareKeys);
  const { paths = 1000, seed = 1, confidence = 0.95, exact = true, ...running } = options;
  const { market, grid } = setting;
  const chosen = chosenTraders(setting, traders);
  const results = simulate({ market, grid, traders: chosen, paths, seed }, running).traders;
  const names = Object.keys(chosen);
  const first = results[names[0]].finals.profit;
  return names.map((name, i) => {
    const { finals } = results[name];
    const { mean, sd, interval } = estimateMean(finals.profit, { confidence });
    const above = i === 0 ? undefined : pairedDifference(finals.profit, first, { confidence });
    const moments = exact ? exactOf(setting, chosen[name]) : undefined;
    const { quantiles, finalInventorySd, takerUnits, takerTrades } = pathsSummary(finals);
    return {
      trader: name,
      mean,
      meanLow: interval?.[0] ?? null,
      meanHigh: interval?.[1] ?? null,
      exactMean: moments?.mean ?? null,
      sd,
      exactSd: moments?.sd ?? null,
      quantile5: quantiles[5],
      median: quantiles[50],
      quantile95: quantiles[95],
      aboveFirst: above?.mean ?? null,
      aboveFirstLow: above?.interval?.[0] ?? null,
      aboveFirstHigh: above?.interval?.[1] ?? null,
      finalInventorySd,
      takerUnits,
      takerTrades,
    };
  });
}

function chosenTraders(setting: Setting, traders: Traders | readonly string[]): Traders {
  const own = setting.traders ?? {};
  if (!isList(traders)) {
    const third = isRecord(traders) && Object.keys(traders).some((key) => key in compareKeys);
    const rule = "a record of traders by name, or a list of names; options come after it";
    checkShape("compare", "traders", rule, traders, !third);
    checkTraders("compare", "traders", traders);
  }
  const chosen = isList(traders)
    ? Object.fromEntries(traders.map((name) => {
      checkOneOf("compare", "a trader", name, Object.keys(own));
      return [name, own[name]];
    }))
    : traders;
  const count = Object.keys(chosen).length;
  checkThat("compare", "traders", "at least one", count, count > 0);
  return chosen;
}

function isList(traders: Traders | readonly string[]): traders is readonly string[] {
  return Array.isArray(traders);
}

/** Exact moments, where the market and the strategy have them and the solver does not refuse. */
function exactOf(setting: Setting, trader: Trader) {
  try {
    return exactMoments(setting, trader);
  } catch (error) {
    // A refusal is a sentence of these kinds; the simulation has found all else.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
