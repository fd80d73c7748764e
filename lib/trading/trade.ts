import { checkTape, type Tape } from "../market/tape.ts";
import { checkTrader, type Trader } from "./execution.ts";
import { runningSession } from "./running_session.ts";
import type { Session } from "./session.ts";

/**
 * Trades one tape: the one loop, deterministic, in the order of events quote, clamp, limit, fills, move,
 * mark.
 *
 * A quote is filled when its depth is within the tape's reach; both sides may be filled in one step.
 *
 * @param tape What the market did.
 * @param trader Strategy and terms of execution.
 * @returns The session.
 * @throws {TypeError} Where an argument is something else, or the strategy answers no pair of depths.
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
export function trade(tape: Tape, trader: Trader): Session {
  checkTape("trade", "tape", tape);
  checkTrader("trade", "trader", trader);
  return traded(tape, trader);
}

/** {@linkcode trade} where all was checked before: for loops over many tapes. */
export function traded(tape: Tape, { strategy, execution }: Trader): Session {
  const { session, situation, take } = runningSession(tape, strategy.name, execution);
  for (let n = 0; n < tape.grid.steps; n++) take(strategy.quote(situation()));
  return { ...session, family: strategy.family };
}
