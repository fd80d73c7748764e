import {
  finite,
  keyed,
  listOf,
  maybe,
  numbers,
  positive,
  shaped,
  share,
  text,
  wholeFrom,
  word,
} from "../kinds.ts";
import { progressKind } from "../progress.ts";
import { checkKeys, checkOneOf, checkThat } from "../check.ts";
import { numberOf } from "../plural.ts";
import { unbroken } from "../market/slice_tape.ts";
import { checkTape, type Tape } from "../market/tape.ts";
import { blockBootstrapKeys, type BlockBootstrapOptions } from "../analysis/block_bootstrap.ts";
import type { ReplayRules } from "./trade_recorded.ts";
import { traderNames } from "./named_traders.ts";
import { type BacktestReport, backtestReports } from "./backtest_report.ts";
import { backtestTraders } from "./backtest_traders.ts";
import { type BacktestWindow, backtestWindow, type WalkForwardOptions } from "./backtest_window.ts";

/** A walk-forward backtest. */
export interface WalkForward {
  /** The windows, in order of time. */
  readonly windows: readonly BacktestWindow[];
  /** What each trader did and got, all windows together. */
  readonly traders: Readonly<Record<string, BacktestReport>>;
}

/**
 * Calibrates on the past, trades the future: Naive, Avellaneda–Stoikov and Guéant–Lehalle on a recorded tape.
 *
 * In each window all three believe the σ, A and k of the steps before it and nothing of the window itself;
 * they start flat, and what they hold at its end is valued at the mid. No window reaches across a gap in the
 * recording. Naive quotes the fixed half-spread
 * ln(1 + γ/k)/γ and has no limit. AS quotes by the paper's spread and the window's clock, GLFT by the exact
 * solution, both with the inventory limit (AS crosses one unit beyond it) and no negative depth.
 *
 * Where fills leave a part of an order, GLFT counts it as the nearest whole one.
 *
 * On a recorded `market` prices are whole ticks, the best quotes run over ours, stale quotes that cross are
 * rejected or take, and the report tells why quotes were filled.
 *
 * Profits of a few minutes say little; the intervals say how little. What a replay takes for granted
 * stands with {@linkcode replayAssumptions}.
 *
 * @param tape A recorded tape.
 * @param options Split, beliefs, terms, bootstrap.
 * @returns Windows with sessions, and a report for each trader.
 * @throws {RangeError} Where an option is out of its range, or a part of the tape too short or too quiet.
 *
 * @example On a tape from the model itself the makers earn, and their beliefs are about right
 * ```ts
 * import { drawTape, scenario, streams } from "@digital-market-maker/lab";
 * import { walkForward } from "@digital-market-maker/lab/data";
 * import { assert } from "@std/assert";
 *
 * const random = streams(1);
 * const calm = { volatility: 0.1, fills: "exact", horizon: 1000, steps: 1000 } as const;
 * const { market, grid } = scenario("readme", calm);
 * const { traders, windows } = walkForward(drawTape(market, grid, random), {
 *   bootstrap: { block: 10, random: random("bootstrap") },
 * });
 * assert(traders.glft.beforeFees.interval[0] > 0);
 * assert(Math.abs(windows[0].intensity.decay.value - 1.5) < 0.3);
 * ```
 */
export function walkForward(tape: Tape, options: WalkForwardOptions): WalkForward {
  const action = "take walkForward";
  checkKeys<WalkForwardOptions>(action, options, {
    train: maybe(share),
    windows: maybe(wholeFrom(1)),
    threshold: true,
    sides: maybe(word("pooled", "own", "tested")),
    riskAversion: maybe(positive),
    traders: maybe(listOf("names of traders", text)),
    limit: maybe(wholeFrom(1)),
    rebate: maybe(finite),
    fee: true,
    crossingCost: true,
    market: maybe(shaped("recordedMarket")),
    rules: maybe(keyed<ReplayRules>({
      fills: maybe(word("through", "queue", "touch")),
      crossing: maybe(word("reject", "take")),
    })),
    orderSize: maybe(positive),
    horizons: maybe(numbers),
    bootstrap: keyed<BlockBootstrapOptions>(blockBootstrapKeys),
    progress: progressKind,
  });
  checkTape(action, "tape", tape);
  const { traders = backtestTraders } = options;
  for (const name of traders) checkOneOf(action, "a trader", name, traderNames);
  const once = new Set(traders).size === traders.length && traders.includes("naive");
  checkThat(action, "traders", "naive and others, none twice", traders, once);
  const { train = 0.5, windows: count = 1, horizons = [1, 5, 10, 30], bootstrap } = options;
  const { progress } = options;
  const { steps } = tape.grid;
  const start = Math.round(train * steps);
  const edge = (i: number) => start + Math.round((steps - start) * i / count);
  const room = `so large that at least one of the ${steps} steps is calibrated on`;
  checkThat(action, "train", room, train, start >= 1);
  const most = `at most the ${numberOf(steps - start, "step")} traded`;
  checkThat(action, "windows", most, count, steps - start >= count);
  const windows = Array.from({ length: count }, (_, i) => unbroken(tape, edge(i), edge(i + 1)))
    .flat()
    .map(([from, to], i, all) => {
      progress?.(i, all.length);
      return backtestWindow(tape, from, to, options);
    });
  progress?.(windows.length, windows.length);
  checkThat(action, "steps traded", "more than gaps", "gaps alone", windows.length > 0);
  const sessions = Object.fromEntries(
    traders.map((name) => [name, windows.map(({ sessions }) => sessions[name])]),
  );
  const { fee = 0.0005, rebate = 0.0002 } = options;
  const rebates = [...new Set([0, 0.00005, rebate])];
  const causes = windows.map((window) => window.causes).filter((all) => all !== null);
  return {
    windows,
    traders: backtestReports(sessions, {
      believed: windows,
      horizons,
      fee,
      rebates,
      causes,
      bootstrap,
    }),
  };
}
