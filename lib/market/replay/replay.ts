import type { MarketRows } from "./read_market.ts";
import type { ReadReport } from "./read_report.ts";
import type { Replay, ReplayOptions } from "./recording.ts";
import { tapeRecorder } from "./tape_recorder.ts";

/** A replay and what was read for it. */
export interface FileReplay extends Replay {
  /** One report a file, in the order given. */
  readonly reports: readonly ReadReport[];
}

/**
 * What replaying recorded trades takes for granted. A backtest is only as good as these.
 */
export const replayAssumptions: readonly string[] = [
  "No queue: a quote is filled when a print goes through its price, never by a print at its price.",
  "No impact: the recorded market goes on as it did, whatever we trade.",
  "Infinite depth at our price: a fill is our whole order, however small the print was.",
  "Quotes are set at the start of a step and stand still until its end; both sides may fill in it.",
  "A forced trade finds the mid plus the crossing cost, at any size.",
];

/**
 * Turns market files into a tape, which any strategy can then trade with {@linkcode trade}.
 *
 * Trades and quotes may come in any order and in several files each, as long as each kind is in order of
 * time. With no quotes, the mid is taken from the trades: halfway between the last print that a buyer
 * took and the last that a seller took. Only a few numbers a step are kept, so a day of millions of rows
 * needs little memory.
 *
 * What a replay takes for granted, {@linkcode replayAssumptions}: no queue, no impact, infinite depth at
 * our price.
 *
 * @param files The files' rows, from {@linkcode readMarket}.
 * @param options Step dt and latency, in seconds.
 * @returns Tape, start and reports.
 * @throws {RangeError} Where a row or an option breaks a rule, or the tape grows too long.
 * @throws {TypeError} Where a file cannot be read, or no whole step was recorded.
 *
 * @example A buyer lifts the ask one second in
 * ```ts
 * import { readMarket, replay } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const trades = readMarket(
 *   "time_us,price,quantity,aggressor\n" +
 *     "0,100,1,sell\n1500000,101.5,1,buy\n3000000,101,1,sell\n",
 * );
 * const quotes = readMarket(
 *   "time_us,bid,bid_quantity,ask,ask_quantity\n0,100,9,101,9\n2900000,101,9,102,9\n3000000,101,9,102,9\n",
 * );
 * const { tape } = await replay([trades, quotes], { dt: 1 });
 * assertEquals([...tape.midPrice], [100.5, 100.5, 100.5, 101.5]);
 * assertEquals([...tape.buyReach], [-Infinity, 1, -Infinity]);
 * assertEquals([...tape.sellReach], [0.5, -Infinity, -Infinity]);
 * ```
 */
export async function replay(
  files: readonly MarketRows[],
  options: ReplayOptions,
): Promise<FileReplay> {
  const recorder = tapeRecorder(options);
  for (const rows of files) {
    for await (const batch of rows) recorder.add(batch);
  }
  return { ...recorder.replay(), reports: files.map(({ report }) => report()) };
}
