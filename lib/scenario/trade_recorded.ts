import { summed } from "../analysis/summed.ts";
import type { Replay } from "../market/replay/recording.ts";
import { sliceTape } from "../market/slice_tape.ts";
import type { Tape } from "../market/tape.ts";
import { quoteCentre } from "../strategy/strategy.ts";
import type { Trader } from "../trading/execution.ts";
import { book as bookExecutions } from "../trading/ledger.ts";
import { blankSession, type Session } from "../trading/session.ts";
import { quoteIn, situationAt, standing } from "../trading/standing.ts";
import { forcedOrders } from "../trading/step.ts";
import type { FillCauses } from "./fill_causes.ts";
import { type QueueRule, type RestingOrder, restingOrder } from "./resting_order.ts";
import { onTick } from "./on_tick.ts";

/** What a replay must know of a market beside its tape. */
export type RecordedMarket = Pick<Replay, "tick" | "printReach" | "book" | "levels">;

/** What is assumed where a recording does not tell. */
export interface ReplayRules {
  /**
   * Which prints fill a quote. `through`: those beyond its price, as if we stood last in the queue. `touch`:
   * those at it too, as if we stood first. `queue`: those that come after what stood at the best price when
   * we came; we keep our place while our price stays, those ahead leave no faster than the quantity shown
   * there shrinks, and beyond the best price, where no quantity is known, it is `through`.
   * @default {"through"}
   */
  readonly fills?: QueueRule;
  /**
   * What becomes of a quote that crosses the book when it arrives, as a stale one may: `reject`, as a
   * post-only order is, or `take`, at the best price and for the taker's fee. @default {"reject"}
   */
  readonly crossing?: "reject" | "take";
}

/** A session on a recorded market. */
export interface RecordedSession {
  /** The session. */
  readonly session: Session;
  /** Why it was filled. */
  readonly causes: FillCauses;
}

/**
 * Trades steps of a recorded market by its own rules, where {@linkcode trade} knows a tape alone.
 *
 * Prices are whole ticks: bids are rounded down and asks up, and whether a print at our very price fills us is
 * a rule, never rounding. A fill is no larger than what was printed within our reach. The opposite best quote
 * fills the whole order where it reaches our price, and a quote that crosses the best prices at its step's
 * start never earns a rebate: it is rejected, or takes. The order of events is that of {@linkcode trade}.
 *
 * @param tape The recorded tape.
 * @param market Tick, prints and best quotes of the same steps.
 * @param steps The first step traded and the step after the last, without a gap between.
 * @param trader Strategy and terms; of the breach rules `none` and `cross-one`.
 * @param rules What is assumed.
 */
export function tradeRecorded(
  tape: Tape,
  market: RecordedMarket,
  [from, to]: readonly [number, number],
  { strategy, execution }: Trader,
  { fills = "through", crossing = "reject" }: ReplayRules = {},
): RecordedSession {
  const traded = sliceTape(tape, from, to);
  const { grid, midPrice } = traded;
  const { book, tick } = market;
  const { orderSize } = execution;
  const session = { ...blankSession(strategy.name, traded, orderSize), family: strategy.family };
  session.midPrice.set(midPrice);
  const orders = [-1, 1].map((side) => restingOrder(side as 1 | -1, tape, market, fills));
  const causes = { prints: 0, ranOver: 0, missed: 0, taken: 0, rejected: 0 };

  /** Units of our side filled in a step, and units taken. */
  function outcome(order: RestingOrder, side: 1 | -1, n: number, price: number) {
    const best = (side === 1 ? book?.bid : book?.ask)?.[book!.row[n]];
    if (best !== undefined && side * (best - price) > -tick / 2) {
      if (crossing === "reject") causes.rejected++;
      else causes.taken += orderSize;
      order.leave();
      return { filled: 0, taken: crossing === "take" ? orderSize : 0, best, stands: false };
    }
    const { printed, ranOver } = order.stand(n, price);
    const filled = ranOver ? orderSize : Math.min(orderSize, printed);
    if (ranOver) causes.ranOver += filled;
    else {
      causes.prints += filled;
      if (filled > 0) causes.missed += orderSize - filled;
    }
    return { filled, taken: 0, best: NaN, stands: true };
  }

  for (let n = 0; n < grid.steps; n++) {
    const [mid, inventory] = [midPrice[n], session.inventory[n]];
    const asked = quoteIn(strategy, situationAt(grid, n, mid, inventory));
    const lots = inventory / orderSize;
    // Depths are clamped before they are rounded, so that what stands is on the grid.
    const quote = onTick(mid, standing(asked, lots, execution), tick);
    const [buy, sell] = ([[-1, quote.bidDepth], [1, quote.askDepth]] as const).map(
      ([side, depth], i) => {
        if (depth < Infinity) return outcome(orders[i], side, from + n, mid + side * depth);
        orders[i].leave();
        return { filled: 0, taken: 0, best: NaN, stands: false };
      },
    );
    const ours = {
      midPrice: mid,
      bought: buy.filled,
      sold: sell.filled,
      bidDepth: quote.bidDepth,
      askDepth: quote.askDepth,
    };
    const reduced = forcedOrders(lots, execution) * Math.min(orderSize, Math.abs(inventory));
    const nothing = { ...ours, bought: 0, sold: 0 };
    // The terms of one execution each: ours as a maker, those that crossed, and the one that the limit forces.
    const booked = summed([
      { ...ours, crossed: reduced, crossingCost: execution.crossingCost },
      { ...nothing, crossed: buy.taken, crossingCost: buy.taken > 0 ? buy.best - mid : 0 },
      { ...nothing, crossed: -sell.taken, crossingCost: sell.taken > 0 ? mid - sell.best : 0 },
    ].map((executions) => bookExecutions(executions, execution)));

    const crossed = reduced + buy.taken - sell.taken;
    const held = inventory + buy.filled - sell.filled + crossed;
    // Amounts of many decimals leave crumbs.
    const next = Math.abs(held) < 1e-9 * orderSize ? 0 : held;
    session.time[n + 1] = (n + 1) * grid.dt;
    session.bid[n] = buy.stands ? mid - quote.bidDepth : NaN;
    session.ask[n] = sell.stands ? mid + quote.askDepth : NaN;
    session.reservationPrice[n] = quoteCentre(mid, asked);
    session.inventory[n + 1] = next;
    session.cash[n + 1] = session.cash[n] + booked.cash;
    session.wealth[n + 1] = session.cash[n + 1] + next * midPrice[n + 1];
    session.bought[n] = buy.filled;
    session.sold[n] = sell.filled;
    session.crossed[n] = crossed;
    session.spreadEarned[n] = booked.spread;
    session.rebates[n] = booked.rebate;
    session.fees[n] = booked.fee;
    session.crossingCosts[n] = booked.crossing;
  }
  return { session, causes };
}
