import type { Tape } from "../market/tape.ts";
import { type Quote, quoteCentre, type Situation } from "../strategy/strategy.ts";
import type { Execution } from "./execution.ts";
import { blankSession, type Session } from "./session.ts";
import { checkQuote, situationAt, standing } from "./standing.ts";
import { tradeStep } from "./step.ts";

/** A session under way: asked for the situation, given a quote, step by step. */
export interface RunningSession {
  /** The session; columns are written as far as it has come. */
  readonly session: Session;
  /** What a strategy sees now. */
  readonly situation: () => Situation;
  /** Trades one step on a quote. */
  readonly take: (quote: Quote) => void;
}

/** Opens a session on a tape: what every loop over a tape's steps is made of. */
export function runningSession(tape: Tape, name: string, execution: Execution): RunningSession {
  const { grid, buyReach, sellReach } = tape;
  const { orderSize } = execution;
  const session = blankSession(name, tape, orderSize);
  // Inventory is counted in whole orders, so that a hundred trades of 0.1 leave no crumbs behind.
  let lots = 0;
  let shift = 0;
  let n = 0;
  session.midPrice[0] = tape.midPrice[0];
  return {
    session,
    situation: () => situationAt(grid, n, session.midPrice[n], lots * orderSize),
    take(quote) {
      checkQuote(name, quote);
      const midPrice = session.midPrice[n];
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
      n++;
    },
  };
}
