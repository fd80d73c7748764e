import { checkKeys } from "../check.ts";
import { maybe, positive, shaped } from "../kinds.ts";
import { momentReader } from "../market/moments.ts";
import { checkStart, utcColumn } from "../market/replay/utc.ts";
import type { Session } from "../trading/session.ts";

/** How a session is written out. */
export interface SessionRowsOptions {
  /**
   * The moment of the session's time 0, in microseconds since 1970, where its times are seconds.
   * @default {the session's own, or 0 where it was not recorded}
   */
  readonly start?: number;
  /** What returns are a share of, in currency; > 0. @default {100000} */
  readonly capital?: number;
}

/** A session as plain arrays, one value a step: what JSON and data frames of other languages read. */
export interface SessionRows {
  /** The strategy's name. */
  readonly name: string;
  /** Times at the steps' ends, in ISO 8601; with microseconds where one of them is no whole second. */
  readonly time: readonly string[];
  /** The session's numbers by column. */
  readonly columns: Readonly<Record<SessionColumn, readonly (number | null)[]>>;
}

/** The columns that are written. */
export type SessionColumn =
  | "mid"
  | "bid"
  | "ask"
  | "inventory"
  | "cash"
  | "wealth"
  | "bought"
  | "sold"
  | "crossed"
  | "spread"
  | "inventory_gain"
  | "rebates"
  | "fees"
  | "crossing_costs"
  | "gain"
  | "return";

/**
 * A session as plain arrays: states at each step's end, what happened in the step, the parts of the profit
 * that sum to `gain`, and `return`, the gain as a share of a capital that stays the same.
 *
 * `JSON.stringify` of a session itself gives objects of indices, as it does for all typed arrays. A quote that
 * did not stand is null.
 *
 * @param session A session of N steps.
 * @param options Its start, and the capital.
 * @returns N values a column.
 * @throws {RangeError} Where an option is out of its range.
 *
 * @example
 * ```ts
 * import { execution, naive, tapeOf, trade } from "@digital-market-maker/lab";
 * import { sessionRows } from "@digital-market-maker/lab/data";
 * import { assertEquals } from "@std/assert";
 *
 * const tape = tapeOf({ horizon: 1, midPrice: [100, 98], buyReach: [-Infinity], sellReach: [1] });
 * const session = trade(tape, { strategy: naive({ halfSpread: 0.5 }), execution: execution() });
 * const { time, columns } = sessionRows(session, { start: 1_723_161_600_000_000, capital: 300 });
 * assertEquals(time, ["2024-08-09T00:00:01Z"]);
 * assertEquals([columns.spread, columns.inventory_gain, columns.gain], [[0.5], [-2], [-1.5]]);
 * assertEquals(columns.return, [-0.005]);
 * ```
 */
export function sessionRows(session: Session, options: SessionRowsOptions = {}): SessionRows {
  const action = "write a session";
  shaped("session")(action, "session", session);
  checkKeys<SessionRowsOptions>(action, options, { start: true, capital: maybe(positive) });
  const { start = session.start ?? 0, capital = 100_000 } = options;
  checkStart(action, start);
  const { midPrice, inventory, cash, wealth } = session;
  const momentOf = momentReader(session, start);
  const ends = (column: Float64Array) => [...column.subarray(1)];
  const quoted = (column: Float64Array) =>
    Array.from(column, (value) => Number.isNaN(value) ? null : value);
  const gain = ends(wealth).map((value, n) => value - wealth[n]);
  return {
    name: session.name,
    time: utcColumn(gain.map((_, n) => momentOf(n + 1))),
    columns: {
      mid: ends(midPrice),
      bid: quoted(session.bid),
      ask: quoted(session.ask),
      inventory: ends(inventory),
      cash: ends(cash),
      wealth: ends(wealth),
      bought: [...session.bought],
      sold: [...session.sold],
      crossed: [...session.crossed],
      spread: [...session.spreadEarned],
      // A zero with a sign is a zero.
      inventory_gain: gain.map((_, n) => inventory[n + 1] * (midPrice[n + 1] - midPrice[n]) + 0),
      rebates: [...session.rebates],
      fees: [...session.fees],
      crossing_costs: [...session.crossingCosts],
      gain,
      return: gain.map((value) => value / capital),
    },
  };
}

/**
 * A session as CSV: a header, then a row a step, ISO times first; see {@linkcode sessionRows} for the columns.
 *
 * @param session A session of N steps.
 * @param options Its start, and the capital.
 * @returns The text of the file.
 * @throws {RangeError} Where an option is out of its range.
 *
 * @example Read back, the gains sum to the profit
 * ```ts
 * import { drawTape, scenario, streams, trade } from "@digital-market-maker/lab";
 * import { csv } from "@digital-market-maker/lab/data";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("readme");
 * const session = trade(drawTape(market, grid, streams(1)), traders.as);
 * const [header, ...rows] = csv(session).trimEnd().split("\n").map((line) => line.split(","));
 * const place = header.indexOf("gain");
 * const profit = rows.reduce((sum, row) => sum + Number(row[place]), 0);
 * assertAlmostEquals(profit, session.wealth.at(-1)!, 1e-9);
 * ```
 */
export function csv(session: Session, options: SessionRowsOptions = {}): string {
  const { time, columns } = sessionRows(session, options);
  const own = Object.values(columns);
  const lines = time.map((at, n) => [at, ...own.map((column) => column[n] ?? "")].join(","));
  return [["time", ...Object.keys(columns)].join(","), ...lines].join("\n") + "\n";
}
