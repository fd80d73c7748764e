import type { Tape } from "../market/tape.ts";
import { quoteCentre } from "../strategy/strategy.ts";
import type { Trader } from "./execution.ts";
import { checkQuote, standing } from "./standing.ts";
import { blankSession, type Session } from "./session.ts";
import { tradeStep } from "./step.ts";

/**
 * Trades one tape: the one loop, deterministic, in the order of events quote, clamp, limit, fills, move,
 * mark.
 *
 * A quote is filled when its depth is within the tape's reach; both sides may be filled in one step.
 *
 * @param tape What the market did.
 * @param trader Strategy and terms of execution.
 * @returns The session.
 * @throws {RangeError} Where the strategy answers a depth that is NaN or −Infinity.
 *
 * @example A buyer lifts our ask, then the price rises: sold at 100.65, marked at 101
 * ```ts
 * import { execution, naive, tapeOf, trade } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const tape = tapeOf({ horizon: 1, midPrice: [100, 101], buyReach: [1], sellReach: [-Infinity] });
 * const session = trade(tape, { strategy: naive({ halfSpread: 0.65 }), execution: execution() });
 * assertAlmostEquals(session.wealth[1], 0.65 - 1, 1e-12);
 * ```
 */
export function trade(tape: Tape, { strategy, execution }: Trader): Session {
  const { grid, buyReach, sellReach } = tape;
  const { orderSize } = execution;
  const session = blankSession(strategy.name, grid, orderSize);
  // Inventory is counted in whole orders, so that a hundred trades of 0.1 leave no crumbs behind.
  let lots = 0;
  let shift = 0;
  session.midPrice[0] = tape.midPrice[0];

  for (let n = 0; n < grid.steps; n++) {
    const time = n * grid.dt;
    const midPrice = session.midPrice[n];
    const inventory = lots * orderSize;

    const quote = strategy.quote({ time, timeLeft: grid.horizon - time, midPrice, inventory });
    checkQuote(strategy, quote);
    const { bidDepth, askDepth } = standing(quote, lots, execution);
    const bids = bidDepth < sellReach[n] ? 1 : 0, asks = askDepth < buyReach[n] ? 1 : 0;
    const step = tradeStep({ lots, bids, asks, midPrice, bidDepth, askDepth }, execution);
    const { booking } = step;

    lots = step.lots;
    shift += step.impact;
    const nextPrice = tape.midPrice[n + 1] + shift;
    const nextInventory = lots * orderSize;
    const nextCash = session.cash[n] + booking.cash;

    session.time[n + 1] = (n + 1) * grid.dt;
    session.midPrice[n + 1] = nextPrice;
    session.bid[n] = Number.isFinite(bidDepth) ? midPrice - bidDepth : NaN;
    session.ask[n] = Number.isFinite(askDepth) ? midPrice + askDepth : NaN;
    session.reservationPrice[n] = quoteCentre(midPrice, quote);
    session.inventory[n + 1] = nextInventory;
    session.cash[n + 1] = nextCash;
    session.wealth[n + 1] = nextCash + nextInventory * nextPrice;
    session.bought[n] = step.bought;
    session.sold[n] = step.sold;
    session.crossed[n] = step.crossed;
    session.spreadEarned[n] = booking.spread;
    session.rebates[n] = booking.rebate;
    session.fees[n] = booking.fee;
    session.crossingCosts[n] = booking.crossing;
  }
  return session;
}
