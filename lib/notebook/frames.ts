/**
 * Data frames for notebooks, by danfo, and how they look there.
 *
 * A door of its own, `@digital-market-maker/lab/frames`, as danfo takes a second or two to load. A frame or
 * a series as a cell's last value is shown as a table: numbers to the right with the same decimals, long
 * frames with their middle left out.
 *
 * Danfo computes in 32 bits: compute in columns first, put the result into a frame last. Its `mean()` and
 * `std()` go along rows unless told `{ axis: 0 }`, its `plot()` does not work here (figures do), and its
 * `readExcel` is not to be used: the package behind it has known holes.
 *
 * @module
 */
import { shaped } from "../kinds.ts";
import { annualised } from "../analysis/annualised.ts";
import type { SharpeOptions } from "../analysis/sharpe.ts";
import { checkKeys } from "../check.ts";
import type { Session } from "../trading/session.ts";
import {
  type NamedResults,
  namedResults,
  resultColumns,
  returnColumns,
  sessionColumns,
  sharpeColumns,
} from "./frame_columns.ts";
import { captionKey, type Frame, type FrameOptions, table } from "./frames_table.ts";

export type { Columns, NamedResults } from "./frame_columns.ts";
export { type Frame, type FrameOptions, type FrameSeries, table, titled } from "./frames_table.ts";

/** What {@linkcode sessionFrame} shows of the session. */
export interface SessionFrameOptions extends FrameOptions {
  /** Every so many-th grid time; a whole number >= 1. @default {1} */
  readonly every?: number;
}

/** How {@linkcode sharpeFrame} annualises, and its caption. */
export interface SharpeFrameOptions extends FrameOptions, SharpeOptions {}

/**
 * A session as rows: time, prices, inventory, cash, wealth, and what was done in the step that begins
 * there. The last row, the session's end, has no step.
 *
 * @param session The session.
 * @param options Every how many-th grid time, and the caption.
 * @returns The frame; its columns are named as the session's.
 * @throws {RangeError} Where `every` is not whole and >= 1.
 *
 * @example
 * ```ts
 * import { drawTape, scenario, streams, trade } from "@digital-market-maker/lab";
 * import { sessionFrame } from "@digital-market-maker/lab/frames";
 * import { assertEquals } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("readme");
 * const session = trade(drawTape(market, grid, streams(1)), traders.as);
 * assertEquals(sessionFrame(session, { every: 100 }).shape, [6, 13]);
 * ```
 */
export function sessionFrame(session: Session, options: SessionFrameOptions = {}): Frame {
  shaped("session")("build sessionFrame", "session", session);
  checkKeys<SessionFrameOptions>("build sessionFrame", options, { ...captionKey, every: true });
  const { every = 1 } = options;
  const columns = sessionColumns(session, every);
  const which = every === 1 ? "every grid time" : `one grid time in ${every}`;
  return table(columns, { caption: options.caption ?? `${session.name}, ${which}` });
}

/**
 * A Monte Carlo run as a table of results, a row for each trader: mean profit with standard error and 95 %
 * interval, its deviation, inventory, and units crossed as a taker.
 *
 * @param results The run's `traders`.
 * @param options The caption.
 * @returns The frame.
 * @throws {TypeError} Where there is no trader.
 *
 * @example
 * ```ts
 * import { scenario, simulate } from "@digital-market-maker/lab";
 * import { resultsFrame } from "@digital-market-maker/lab/frames";
 * import { assertEquals } from "@std/assert";
 *
 * const { traders } = simulate({ ...scenario("readme"), paths: 100, seed: 1 });
 * assertEquals(resultsFrame(traders)["strategy"].values, ["Naive", "Avellaneda–Stoikov"]);
 * ```
 */
export function resultsFrame(results: NamedResults, options: FrameOptions = {}): Frame {
  namedResults("build resultsFrame", "results", results);
  checkKeys<FrameOptions>("build resultsFrame", options, captionKey);
  const caption = options.caption ??
    "Profit and inventory at the end of a session, in currency and units";
  return table(resultColumns(results), { caption });
}

/**
 * Return series of sessions on one clock: the P&L of every step, a column for each session.
 *
 * @param sessions The sessions.
 * @param options The caption.
 * @returns The frame.
 * @throws {TypeError} Where there is no session, or their clocks differ.
 *
 * @example
 * ```ts
 * import { drawTape, scenario, streams, trade } from "@digital-market-maker/lab";
 * import { returnsFrame } from "@digital-market-maker/lab/frames";
 * import { assertEquals } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("readme");
 * const tape = drawTape(market, grid, streams(1));
 * const frame = returnsFrame([trade(tape, traders.naive), trade(tape, traders.as)]);
 * assertEquals(frame.columns, ["time", "Naive", "Avellaneda–Stoikov"]);
 * ```
 */
export function returnsFrame(sessions: readonly Session[], options: FrameOptions = {}): Frame {
  checkKeys<FrameOptions>("build returnsFrame", options, captionKey);
  const caption = options.caption ?? "Return series: P&L of the step that begins at each time";
  return table(returnColumns(sessions), { caption });
}

/**
 * Sharpe ratios of sessions: mean and deviation of the P&L a step, their ratio per step × √252 (the README's
 * convention, which changes with the grid) or × √steps × √periods (which does not), and the deepest fall of
 * wealth.
 *
 * @param sessions The sessions.
 * @param options Sessions in a year, and the caption.
 * @returns The frame, a row for each session.
 * @throws {TypeError} Where there is no session.
 * @throws {RangeError} Where `periods` is not > 0.
 *
 * @example
 * ```ts
 * import { drawTape, scenario, streams, trade } from "@digital-market-maker/lab";
 * import { sharpeFrame } from "@digital-market-maker/lab/frames";
 * import { assertEquals } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("readme");
 * const session = trade(drawTape(market, grid, streams(1)), traders.as);
 * assertEquals(sharpeFrame([session])["steps"].values, [500]);
 * ```
 */
export function sharpeFrame(
  sessions: readonly Session[],
  options: SharpeFrameOptions = {},
): Frame {
  checkKeys<SharpeFrameOptions>("build sharpeFrame", options, { ...captionKey, periods: true });
  const { words } = annualised("build sharpeFrame", options.periods);
  const caption = options.caption ?? `Sharpe ratio: mean over deviation of the P&L, ${words}`;
  return table(sharpeColumns(sessions, options.periods), { caption });
}
