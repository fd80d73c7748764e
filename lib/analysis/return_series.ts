import { shaped } from "../kinds.ts";
import type { Session, TimeSeries } from "../trading/session.ts";

/**
 * The return series of a session: its P&L a step, in currency.
 *
 * A market maker's capital is not part of the model, so returns are gains W_{n+1} − W_n and not shares of
 * a wealth that starts at zero. They sum to the session's profit.
 *
 * @param session A session of N steps.
 * @returns N gains, in currency.
 *
 * @example
 * ```ts
 * import { execution, naive, returnSeries, tapeOf, trade } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const tape = tapeOf({
 *   horizon: 2,
 *   midPrice: [100, 101, 103],
 *   buyReach: [-Infinity, -Infinity],
 *   sellReach: [1, -Infinity],
 * });
 * const session = trade(tape, { strategy: naive({ halfSpread: 0.5 }), execution: execution() });
 * assertEquals([...returnSeries(session)], [1.5, 2]);
 * ```
 */
export function returnSeries(session: Session): TimeSeries {
  shaped("session")("take returnSeries", "session", session);
  const { wealth } = session;
  return Float64Array.from({ length: wealth.length - 1 }, (_, n) => wealth[n + 1] - wealth[n]);
}
