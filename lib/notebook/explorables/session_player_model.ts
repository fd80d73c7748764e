import { drawTape } from "../../market/draw.ts";
import type { Tape } from "../../market/tape.ts";
import { streams } from "../../random/streams.ts";
import { scenario } from "../../scenario/scenario.ts";
import type { Session } from "../../trading/session.ts";
import { trade } from "../../trading/trade.ts";

/** What the controls of the session player are set to. */
export interface SessionPlayerValues {
  /** The scenario whose market draws the tape. @default {"readme"} */
  readonly market: "readme" | "toxic";
  /** Seed of the tape; a whole number >= 0. @default {74170} */
  readonly seed: number;
  /** Steps traded so far; 0 to 500. @default {60} */
  readonly step: number;
}

/** What one strategy has come to. */
export interface Standing {
  /** Inventory, in units. */
  readonly inventory: number;
  /** Profit so far, in currency. */
  readonly profit: number;
  /** Quotes filled so far. */
  readonly fills: number;
  /** Orders crossed as a taker so far. */
  readonly takerTrades: number;
  /** Largest inventory so far, without sign, in units. */
  readonly largest: number;
}

/** One tape, both sessions on it, and where they stand after so many steps. */
export interface SessionPlayerModel {
  readonly step: number;
  readonly tape: Tape;
  readonly sessions: { readonly naive: Session; readonly as: Session };
  readonly standings: { readonly naive: Standing; readonly as: Standing };
}

/** Naive and Avellaneda–Stoikov trade one tape, by the library's own market and loop. */
export function sessionPlayerModel(
  { market, seed, step }: SessionPlayerValues,
): SessionPlayerModel {
  const { tape, sessions } = day(market, seed);
  return {
    step,
    tape,
    sessions,
    standings: { naive: standing(sessions.naive, step), as: standing(sessions.as, step) },
  };
}

type Day = Pick<SessionPlayerModel, "tape" | "sessions">;
let lastDay: { readonly key: string; readonly day: Day } | undefined;

/** The whole day; the last one is kept, as playing asks for it sixty times a second. */
function day(market: SessionPlayerValues["market"], seed: number): Day {
  const key = `${market} ${seed}`;
  if (lastDay?.key !== key) {
    const { market: drawn, grid, traders } = scenario(market);
    const tape = drawTape(drawn, grid, streams(seed));
    const sessions = { naive: trade(tape, traders.naive), as: trade(tape, traders.as) };
    lastDay = { key, day: { tape, sessions } };
  }
  return lastDay.day;
}

/** What a session has come to after so many steps. */
export function standing(session: Session, step: number): Standing {
  const { inventory, wealth, bought, sold, crossed } = session;
  const count = (column: Float64Array) => column.subarray(0, step).filter((x) => x !== 0).length;
  const held = inventory.subarray(0, step + 1);
  return {
    inventory: inventory[step],
    profit: wealth[step] - wealth[0],
    fills: count(bought) + count(sold),
    takerTrades: count(crossed),
    largest: held.reduce((most, q) => Math.max(most, Math.abs(q)), 0),
  };
}
