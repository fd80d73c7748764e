import { shaped } from "../kinds.ts";
import { checkThat } from "../check.ts";
import type { Session } from "../trading/session.ts";
import { isBeyond } from "../trading/step.ts";

/** How long a session held more than it should. */
export interface TimeBeyondLimit {
  /** Time spent beyond the limit, in the grid's time unit. */
  readonly time: number;
  /** The same as a share of the session, 0 … 1. */
  readonly share: number;
  /** Largest excess |q| − limit at any grid time, in units; 0 where there was none. */
  readonly largestExcess: number;
}

/**
 * How long a session's inventory was beyond a limit: |q| > limit.
 *
 * The inventory after a step's fills is carried through that step's price move, so step n counts where
 * q_{n+1} is beyond. As where the limit is enforced, three orders of 0.1 are within a limit of 0.3.
 *
 * @param session A session.
 * @param limit Inventory limit, in units; >= 0. It need not be the one that was traded with.
 * @returns Time, share of the session, and the largest excess.
 * @throws {RangeError} Where the limit is not >= 0.
 *
 * @example Two units bought, one beyond the limit from the second step on
 * ```ts
 * import { execution, naive, tapeOf, timeBeyondLimit, trade } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const never = [-Infinity, -Infinity, -Infinity, -Infinity];
 * const tape = tapeOf({
 *   horizon: 2,
 *   midPrice: [100, 100, 100, 100, 100],
 *   buyReach: never,
 *   sellReach: [1, 1, -Infinity, -Infinity],
 * });
 * const session = trade(tape, { strategy: naive({ halfSpread: 0.5 }), execution: execution() });
 * assertEquals(timeBeyondLimit(session, 1), { time: 1.5, share: 0.75, largestExcess: 1 });
 * ```
 */
export function timeBeyondLimit(
  session: Session,
  limit: number,
): TimeBeyondLimit {
  const action = "take timeBeyondLimit";
  shaped("session")(action, "session", session);
  checkThat(action, "limit", ">= 0", limit, typeof limit === "number" && limit >= 0);
  const { grid, inventory, orderSize } = session;
  let beyond = 0, largestExcess = 0;
  for (let n = 1; n <= grid.steps; n++) {
    if (!isBeyond(inventory[n], { limit, orderSize })) continue;
    beyond++;
    largestExcess = Math.max(largestExcess, Math.abs(inventory[n]) - limit);
  }
  return { time: beyond * grid.dt, share: beyond / grid.steps, largestExcess };
}
