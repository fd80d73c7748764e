import type { Session } from "../trading/session.ts";
import { sessionRows, type SessionRowsOptions } from "./session_rows.ts";

/** A day's gains. */
export interface DaySum {
  /** The day, in UTC, such as `2024-08-08`. */
  readonly day: string;
  /** Its gains, in currency. */
  readonly gain: number;
  /** The same as a share of the capital. */
  readonly return: number;
}

/**
 * A session's gains day by day: the series that monthly tables and most packages for returns want.
 *
 * @param session A session.
 * @param options Its start, and the capital.
 * @returns One entry for each day in UTC that a step ended in.
 * @throws {RangeError} Where an option is out of its range.
 *
 * @example
 * ```ts
 * import { execution, naive, tapeOf, trade } from "@digital-market-maker/lab";
 * import { daySums } from "@digital-market-maker/lab/data";
 * import { assertEquals } from "@std/assert";
 *
 * const none = [-Infinity, -Infinity];
 * const tape = tapeOf({ horizon: 2, midPrice: [9, 9, 9], buyReach: none, sellReach: none });
 * const session = trade(tape, { strategy: naive({ halfSpread: 1 }), execution: execution() });
 * const days = daySums(session, { start: 86_400e6 - 1_500_000 });
 * assertEquals(days.map(({ day }) => day), ["1970-01-01", "1970-01-02"]);
 * ```
 */
export function daySums(session: Session, options: SessionRowsOptions = {}): readonly DaySum[] {
  const { time, columns } = sessionRows(session, options);
  const days = new Map<string, { gain: number; return: number }>();
  time.forEach((at, n) => {
    const day = at.slice(0, 10);
    const sums = days.get(day) ?? { gain: 0, return: 0 };
    sums.gain += columns.gain[n]!;
    sums.return += columns.return[n]!;
    days.set(day, sums);
  });
  return [...days].map(([day, sums]) => ({ day, ...sums }));
}
