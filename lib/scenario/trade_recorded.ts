import type { Replay } from "../market/replay/recording.ts";
import { sliceTape } from "../market/slice_tape.ts";
import type { Quote } from "../strategy/strategy.ts";
import type { Trader } from "../trading/execution.ts";
import { runningSession } from "../trading/running_session.ts";
import type { Session } from "../trading/session.ts";
import type { Tape } from "../market/tape.ts";
import { bookAsTaker } from "./book_as_taker.ts";
import { onTick } from "./on_tick.ts";

/** What a replay must know of a market beside its tape. */
export type RecordedMarket = Pick<Replay, "tick" | "printReach" | "book">;

/** What is assumed where a recording does not tell. */
export interface ReplayRules {
  /**
   * Which prints fill a quote: those `through` its price, or those that `touch` it too, as if we stood first
   * in the queue. @default {"through"}
   */
  readonly fills?: "through" | "touch";
  /**
   * What becomes of a quote that crosses the book when it arrives, as a stale one may: `reject`, as a
   * post-only order is, or `take`, at the best price and for the taker's fee. @default {"reject"}
   */
  readonly crossing?: "reject" | "take";
}

/** Why quotes were filled, or not, in units and quotes. */
export interface FillCauses {
  /** Units filled by prints. */
  readonly prints: number;
  /** Units filled as the opposite best quote ran over ours, without a print that would have filled it. */
  readonly ranOver: number;
  /** Units taken by quotes that crossed the book when they arrived. */
  readonly taken: number;
  /** Quotes rejected as they crossed the book when they arrived. */
  readonly rejected: number;
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
 * a rule, never rounding. The opposite best quote fills us where it reaches our price, and a quote that
 * crosses the best prices at its step's start never earns a rebate: it is rejected, or takes.
 *
 * @param tape The recorded tape.
 * @param market Tick, prints and best quotes of the same steps.
 * @param steps The first step traded and the step after the last, without a gap between.
 * @param trader Strategy and terms.
 * @param rules What is assumed.
 *
 * @internal
 */
export function tradeRecorded(
  tape: Tape,
  { tick, printReach, book }: RecordedMarket,
  [from, to]: readonly [number, number],
  { strategy, execution }: Trader,
  { fills = "through", crossing = "reject" }: ReplayRules = {},
): RecordedSession {
  const part = sliceTape(tape, from, to);
  // Half a tick beside the prints, so that a comparison of whole ticks is never one of their rounding.
  const print = fills === "touch" ? tick / 2 : -tick / 2;
  const byPrints = {
    buy: printReach.buy.slice(from, to).map((reach) => reach + print),
    sell: printReach.sell.slice(from, to).map((reach) => reach + print),
  };
  const byBook = {
    buy: part.buyReach.map((reach, n) => runOver(reach, printReach.buy[from + n], tick)),
    sell: part.sellReach.map((reach, n) => runOver(reach, printReach.sell[from + n], tick)),
  };
  const deciding = {
    ...part,
    buyReach: byPrints.buy.map((reach, n) => Math.max(reach, byBook.buy[n])),
    sellReach: byPrints.sell.map((reach, n) => Math.max(reach, byBook.sell[n])),
  };
  const { minimumDepth, limit, orderSize } = execution;
  // Depths are clamped before they are rounded, so that what stands is on the grid.
  const terms = { ...execution, minimumDepth: -Infinity };
  const running = runningSession(deciding, strategy.name, terms);
  const taken: { step: number; side: 1 | -1 }[] = [];
  const causes = { prints: 0, ranOver: 0, taken: 0, rejected: 0 };

  for (let n = 0; n < part.grid.steps; n++) {
    const situation = running.situation();
    const { midPrice, inventory } = situation;
    const asked = strategy.quote(situation);
    const clamp = Math.abs(inventory) <= limit ? minimumDepth : -Infinity;
    const quote = onTick(midPrice, {
      bidDepth: Math.max(asked.bidDepth, clamp),
      askDepth: Math.max(asked.askDepth, clamp),
    }, tick);
    const arrived = book
      ? crossed(quote, { midPrice, bid: book.bid[from + n], ask: book.ask[from + n], tick })
      : { bid: false, ask: false };
    const nothingQuoted = execution.breach === "cross-one" && Math.abs(inventory) > limit;
    const took = { bid: false, ask: false };
    let { bidDepth, askDepth } = quote;
    if (arrived.bid && !nothingQuoted) {
      took.bid = crossing === "take";
      bidDepth = took.bid ? midPrice - book!.ask[from + n] : Infinity;
      if (took.bid) deciding.sellReach[n] = Infinity;
      else causes.rejected++;
    }
    if (arrived.ask && !nothingQuoted) {
      took.ask = crossing === "take";
      askDepth = took.ask ? book!.bid[from + n] - midPrice : Infinity;
      if (took.ask) deciding.buyReach[n] = Infinity;
      else causes.rejected++;
    }
    running.take({ bidDepth, askDepth });
    const { bought, sold } = running.session;
    if (took.bid) taken.push({ step: n, side: 1 });
    else if (bought[n] > 0) causes[bidDepth < byPrints.sell[n] ? "prints" : "ranOver"] += bought[n];
    if (took.ask) taken.push({ step: n, side: -1 });
    else if (sold[n] > 0) causes[askDepth < byPrints.buy[n] ? "prints" : "ranOver"] += sold[n];
  }
  causes.taken = taken.length * orderSize;
  const session = bookAsTaker({ ...running.session, family: strategy.family }, taken, execution);
  return { session, causes };
}

/** How far the best quote ran over ours: at our very price it fills us. Where prints went farther, they did. */
function runOver(reach: number, printed: number, tick: number): number {
  return reach > printed ? reach + tick / 2 : -Infinity;
}

/** Which sides of a quote cross the best prices. */
function crossed(
  { bidDepth, askDepth }: Quote,
  { midPrice, bid, ask, tick }: {
    readonly midPrice: number;
    readonly bid: number;
    readonly ask: number;
    readonly tick: number;
  },
): { readonly bid: boolean; readonly ask: boolean } {
  return {
    bid: midPrice - bidDepth > ask - tick / 2,
    ask: midPrice + askDepth < bid + tick / 2,
  };
}
