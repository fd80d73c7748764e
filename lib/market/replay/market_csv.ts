import { checkStart } from "./utc.ts";
import { checkKeys, checkPositive, checkThat } from "../../check.ts";
import { maybe, positive, wholeFrom } from "../../kinds.ts";
import { checkTape, type Tape } from "../tape.ts";

/** How {@linkcode marketCsv} writes a tape. */
export interface MarketCsvOptions {
  /** Moment of the tape's time 0, in microseconds; a whole number >= 0. @default {0} */
  readonly start?: number;
  /** Spread of the quotes written, in currency; > 0. @default {0.01} */
  readonly spread?: number;
}

/**
 * Writes a tape as the two files that {@linkcode replay} reads: a market we know everything about, in the
 * form of one we know nothing about.
 *
 * The tape's times are taken as seconds. A step's quote and its prints, at mid ± reach, stand at the
 * step's first moment, the sell order first. Replayed with the same dt they give the tape again, to
 * rounding, up to the last step that printed.
 *
 * @param tape The tape; dt a whole number of microseconds.
 * @param options Start and spread.
 * @returns The text of a trades file and of a quotes file.
 * @throws {RangeError} Where a price to be written is not above zero, or an option is out of its range.
 *
 * @example There and back
 * ```ts
 * import { tapeOf } from "@digital-market-maker/lab";
 * import { marketCsv, readMarket, replay } from "@digital-market-maker/lab/data";
 * import { assertEquals } from "@std/assert";
 *
 * const midPrice = [100, 101, 100.5];
 * const tape = tapeOf({ horizon: 2, midPrice, buyReach: [1, 0.5], sellReach: [0.25, 2] });
 * const { trades, quotes } = marketCsv(tape);
 * const back = await replay([readMarket(trades), readMarket(quotes)], { dt: 1 });
 * assertEquals([...back.tape.buyReach], [1]);
 * assertEquals([...back.tape.sellReach], [0.25]);
 * ```
 */
export function marketCsv(
  tape: Tape,
  options: MarketCsvOptions = {},
): { readonly trades: string; readonly quotes: string } {
  const action = "write marketCsv";
  checkTape(action, "tape", tape);
  const { grid, midPrice, buyReach, sellReach } = tape;
  checkKeys<MarketCsvOptions>(action, options, {
    start: maybe(wholeFrom(0)),
    spread: maybe(positive),
  });
  const { start = 0, spread = 0.01 } = options;
  checkStart(action, start);
  const step = Math.round(grid.dt * 1e6);
  const whole = Math.abs(step - grid.dt * 1e6) < 1e-6;
  checkThat(action, "dt", "a whole number of microseconds", grid.dt, whole && step > 0);
  const trades = ["time_us,price,quantity,aggressor"];
  const quotes = ["time_us,bid,bid_quantity,ask,ask_quantity"];
  midPrice.forEach((mid, n) => {
    const time = start + n * step;
    checkPositive(action, `bid at step ${n}`, mid - spread / 2);
    quotes.push(`${time},${mid - spread / 2},1,${mid + spread / 2},1`);
    if (n === grid.steps) return;
    const sell = mid - sellReach[n];
    const buy = mid + buyReach[n];
    if (sell < Infinity) {
      trades.push(`${time},${checkPositive(action, `sell print at step ${n}`, sell)},1,sell`);
    }
    if (buy > -Infinity) {
      trades.push(`${time},${checkPositive(action, `buy print at step ${n}`, buy)},1,buy`);
    }
  });
  return { trades: trades.join("\n") + "\n", quotes: quotes.join("\n") + "\n" };
}
