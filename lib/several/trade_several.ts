import { listOf, shaped } from "../kinds.ts";
import { checkThat } from "../check.ts";
import type { Tape } from "../market/tape.ts";
import { type ManyStrategy, quotesOf, termsOfEach } from "./many_situation.ts";
import type { Execution } from "../trading/execution.ts";
import { runningSession } from "../trading/running_session.ts";
import type { Session } from "../trading/session.ts";

/**
 * Trades the tapes of several assets at once: in every step the strategy sees all inventories and quotes all
 * assets, and each asset then goes through the order of events of {@linkcode trade}.
 *
 * @param tapes One tape an asset, on one clock.
 * @param strategy The market maker of several assets.
 * @param terms Terms of execution, one an asset. @default {no fees, no limit, orders of one unit}
 * @returns One session an asset; their wealth adds up to the whole.
 * @throws {TypeError} Where the tapes differ in their clock, or terms or quotes in number.
 * @throws {RangeError} Where the strategy answers a depth that is NaN or −Infinity.
 *
 * @example One asset among several is one asset
 * ```ts
 * import { drawTape, execution, naive, scenario, streams, trade } from "@digital-market-maker/lab";
 * import { tradeSeveral } from "@digital-market-maker/lab/several";
 * import { assertEquals } from "@std/assert";
 *
 * const { market, grid } = scenario("paper");
 * const tape = drawTape(market, grid, streams(1));
 * const half = { bidDepth: 0.7, askDepth: 0.7 };
 * const [session] = tradeSeveral([tape], { name: "both", quote: () => [half] });
 * const alone = trade(tape, { strategy: naive({ halfSpread: 0.7 }), execution: execution() });
 * assertEquals(session.wealth, alone.wealth);
 * ```
 */
export function tradeSeveral(
  tapes: readonly Tape[],
  strategy: ManyStrategy,
  terms?: readonly Execution[],
): readonly Session[] {
  const action = "trade several assets";
  listOf("tapes", shaped("tape"), 1)(action, "tapes", tapes);
  shaped("manyStrategy")(action, "strategy", strategy);
  const own = termsOfEach(action, terms, tapes.length);
  const { steps, horizon } = tapes[0].grid;
  tapes.forEach(({ grid }, i) => {
    const same = grid.steps === steps && grid.horizon === horizon;
    checkThat(action, `tapes[${i}]`, `on a clock of ${steps} steps in ${horizon}`, tapes[i], same);
  });
  const running = tapes.map((tape, i) =>
    runningSession(tape, `${strategy.name}, asset ${i + 1}`, own[i])
  );
  for (let n = 0; n < steps; n++) {
    const situations = running.map(({ situation }) => situation());
    const quotes = quotesOf(strategy, {
      timeLeft: situations[0].timeLeft,
      inventories: situations.map(({ inventory }) => inventory),
    });
    running.forEach(({ take }, i) => take(quotes[i]));
  }
  return running.map(({ session }) => session);
}
