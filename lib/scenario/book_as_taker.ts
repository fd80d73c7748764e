import type { Execution } from "../trading/execution.ts";
import type { Session } from "../trading/session.ts";

/**
 * Books fills of quotes that crossed the book as what they are: trades of a taker, who pays the fee and the
 * way to the best price, and earns no rebate.
 *
 * @param session The session, with them booked as a maker's.
 * @param taken Step and side of each, 1 for bought.
 * @param execution The terms.
 * @returns The session with other columns; the one given stays.
 *
 * @internal
 */
export function bookAsTaker(
  session: Session,
  taken: readonly { readonly step: number; readonly side: 1 | -1 }[],
  { rebate, fee, orderSize }: Execution,
): Session {
  if (taken.length === 0) return session;
  const columns = {
    bought: session.bought.slice(),
    sold: session.sold.slice(),
    crossed: session.crossed.slice(),
    spreadEarned: session.spreadEarned.slice(),
    crossingCosts: session.crossingCosts.slice(),
    rebates: session.rebates.slice(),
    fees: session.fees.slice(),
    cash: session.cash.slice(),
    wealth: session.wealth.slice(),
  };
  const costs = new Float64Array(session.grid.steps);
  for (const { step, side } of taken) {
    const price = side === 1 ? session.bid[step] : session.ask[step];
    const depth = side * (session.midPrice[step] - price);
    const notional = price * orderSize;
    columns[side === 1 ? "bought" : "sold"][step] -= orderSize;
    columns.crossed[step] += side * orderSize;
    columns.spreadEarned[step] -= depth * orderSize;
    columns.crossingCosts[step] -= depth * orderSize;
    columns.rebates[step] -= rebate * notional;
    columns.fees[step] += fee * notional;
    costs[step] += (rebate + fee) * notional;
  }
  let paid = 0;
  costs.forEach((cost, n) => {
    paid += cost;
    columns.cash[n + 1] -= paid;
    columns.wealth[n + 1] -= paid;
  });
  return { ...session, ...columns };
}
