import { shaped } from "../kinds.ts";
import type { Session } from "../trading/session.ts";

/** How much a session traded. */
export interface Turnover {
  /** Units filled in our quotes, bought and sold. */
  readonly makerUnits: number;
  /** Units crossed as a taker. */
  readonly takerUnits: number;
  /** Value traded: execution price × quantity over all trades, each counted positive, in currency. */
  readonly notional: number;
}

/**
 * How much a session traded, in units and in currency.
 *
 * @param session A session.
 * @returns Units as a maker, units as a taker, and notional.
 *
 * @example One unit sold at 100.5
 * ```ts
 * import { execution, naive, tapeOf, trade, turnover } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const tape = tapeOf({ horizon: 1, midPrice: [100, 90], buyReach: [1], sellReach: [-Infinity] });
 * const session = trade(tape, { strategy: naive({ halfSpread: 0.5 }), execution: execution() });
 * assertEquals(turnover(session), { makerUnits: 1, takerUnits: 0, notional: 100.5 });
 * ```
 */
export function turnover(
  session: Session,
): Turnover {
  shaped("session")("take turnover", "session", session);
  const { grid, midPrice, bid, ask, bought, sold, crossed, crossingCosts } = session;
  let makerUnits = 0, takerUnits = 0, notional = 0;
  for (let n = 0; n < grid.steps; n++) {
    makerUnits += bought[n] + sold[n];
    takerUnits += Math.abs(crossed[n]);
    if (bought[n] !== 0) notional += bought[n] * Math.abs(bid[n]);
    if (sold[n] !== 0) notional += sold[n] * Math.abs(ask[n]);
    notional += Math.abs(crossed[n] * midPrice[n] + crossingCosts[n]);
  }
  return { makerUnits, takerUnits, notional };
}
