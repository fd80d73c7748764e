import { numbers, sessionList, shaped } from "../kinds.ts";
import { checkKeys, checkOneOf, checkThat, checkWhole } from "../check.ts";
import { studentQuantile } from "../numeric/student_quantile.ts";
import type { Session, TimeSeries } from "../trading/session.ts";

/** Which horizons and which fills {@linkcode markouts} looks at. */
export interface MarkoutOptions {
  /** Horizons h, in steps; whole numbers >= 1. */
  readonly horizons: readonly number[];
  /** Whose fills: our bid's, our ask's, or both. @default {"both"} */
  readonly side?: "bid" | "ask" | "both";
}

/** What the mid-price did after fills. */
export interface Markout {
  /** The horizon h, in steps. */
  readonly steps: number;
  /** The horizon in the grid's time unit. */
  readonly time: number;
  /** Units filled that have a price h steps later. */
  readonly units: number;
  /** Mean markout of a unit, in currency; null where nothing was filled. */
  readonly mean: number | null;
  /** Standard error of the mean; null where nothing was filled. */
  readonly standardError: number | null;
  /**
   * 95 % interval of the mean, by critical values that know the window; null where the sessions are too
   * short for the horizon, or there were fills in fewer than three steps.
   */
  readonly interval: readonly [number, number] | null;
}

/**
 * Mean markouts of our fills at several horizons: side × (mid after h − mid at the fill), side +1 for a
 * bid fill and −1 for an ask fill.
 *
 * The spread is not counted. A negative markout is adverse selection: the price runs away from those who
 * were just filled. In a market whose flow knows nothing of the price it is zero on average at every
 * horizon. Fills less than h steps before the end are left out; trades as a taker are no fills.
 *
 * Windows of h steps overlap, so the markouts of nearby fills are not independent. The standard error is
 * Newey and West's (Econometrica 55, 1987) for the ratio of summed markouts to summed units, with
 * Bartlett weights 1 − l/4h: fills 4h steps or more apart count as independent, and so do sessions.
 *
 * Such an error is itself rough and too small where 4h is no small share b of all steps, and 1.96 of them
 * cover too rarely (some 85 % at h = 40 in one session of 500 steps). The interval takes the critical value of
 * Kiefer and Vogelsang (Econometric Theory 21, 2005, table 1) for that share,
 * $$1.96 + 2.9694\,b + 0.4160\,b^2 - 0.5324\,b^3, \qquad b \le 1,$$
 * or Student's for the steps with fills, whichever is larger. Beyond b = 1 there is no interval.
 *
 * @param sessions One session or more, on grids with the same step.
 * @param options Horizons and side.
 * @returns One entry for each horizon, in their order.
 * @throws {TypeError} Where there is no session, or the steps differ in length.
 * @throws {RangeError} Where a horizon is not a whole number >= 1.
 *
 * @example Bought at a mid of 100, which was 99 a step later and 101 two steps later
 * ```ts
 * import { execution, markouts, naive, tapeOf, trade } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const tape = tapeOf({
 *   horizon: 2,
 *   midPrice: [100, 99, 101],
 *   buyReach: [-Infinity, -Infinity],
 *   sellReach: [1, -Infinity],
 * });
 * const session = trade(tape, { strategy: naive({ halfSpread: 0.5 }), execution: execution() });
 * assertEquals(markouts(session, { horizons: [1, 2] }).map(({ mean }) => mean), [-1, 1]);
 * ```
 */
export function markouts(
  sessions: Session | readonly Session[],
  options: MarkoutOptions,
): Markout[] {
  const action = "take markouts";
  checkKeys<MarkoutOptions>(action, options, { horizons: numbers, side: true });
  const { horizons, side = "both" } = options;
  const all = isList(sessions) ? sessions : [sessions];
  (isList(sessions) ? sessionList : shaped("session"))(action, "sessions", sessions);
  const { dt } = all[0].grid;
  const alike = all.every(({ grid }) => grid.dt === dt);
  checkThat(action, "sessions", "on grids with the same dt", "different dt", alike);
  checkOneOf(action, "side", side, ["bid", "ask", "both"]);
  horizons.forEach((steps, i) => checkWhole(action, `horizons[${i}]`, steps));
  return horizons.map((steps) => markoutAt(all, steps, side, dt));
}

function isList(sessions: Session | readonly Session[]): sessions is readonly Session[] {
  return Array.isArray(sessions);
}

function markoutAt(
  sessions: readonly Session[],
  steps: number,
  side: "bid" | "ask" | "both",
  dt: number,
): Markout {
  const filled = sessions.map((session) => filledUnits(session, steps, side));
  let units = 0, total = 0;
  for (const { counts, gains } of filled) {
    for (let n = 0; n < counts.length; n++) {
      units += counts[n];
      total += gains[n];
    }
  }
  const horizon = { steps, time: steps * dt, units };
  if (units === 0) return { ...horizon, mean: null, standardError: null, interval: null };
  const mean = total / units;
  const width = 4 * steps;
  let [variance, length, fills] = [0, 0, 0];
  for (const { counts, gains } of filled) {
    variance += longRunVariance(gains.map((gain, n) => gain - mean * counts[n]), width);
    length += counts.length;
    fills += counts.reduce((sum, count) => count > 0 ? sum + 1 : sum, 0);
  }
  const standardError = Math.sqrt(variance) / units;
  const critical = criticalValue(width / length, fills);
  const interval = critical === null
    ? null
    : [mean - critical * standardError, mean + critical * standardError] as const;
  return { ...horizon, mean, standardError, interval };
}

/** What 1.96 becomes where the window is a share b of the steps, and fills are few; null beyond what is known. */
function criticalValue(share: number, fills: number): number | null {
  if (share > 1 || fills < 3) return null;
  const fixed = 1.96 + share * (2.9694 + share * (0.4160 - share * 0.5324));
  return Math.max(fixed, studentQuantile(0.975, fills - 1));
}

/** Units filled in each step and their summed markout at the horizon. */
function filledUnits(
  { grid, midPrice, bought, sold }: Session,
  steps: number,
  side: "bid" | "ask" | "both",
): { readonly counts: TimeSeries; readonly gains: TimeSeries } {
  const length = Math.max(0, grid.steps - steps + 1);
  const counts = new Float64Array(length);
  const gains = new Float64Array(length);
  for (let n = 0; n < length; n++) {
    const long = side === "ask" ? 0 : bought[n];
    const short = side === "bid" ? 0 : sold[n];
    counts[n] = long + short;
    gains[n] = (long - short) * (midPrice[n + steps] - midPrice[n]);
  }
  return { counts, gains };
}

/** Variance of the sum of a series whose terms are independent from `width` places apart on; never negative. */
function longRunVariance(series: TimeSeries, width: number): number {
  let variance = 0;
  for (let lag = 0; lag < Math.min(width, series.length); lag++) {
    let products = 0;
    for (let n = lag; n < series.length; n++) products += series[n] * series[n - lag];
    variance += (lag === 0 ? 1 : 2 * (1 - lag / width)) * products;
  }
  return Math.max(0, variance);
}
