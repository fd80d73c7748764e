import { finite, listOf, maybe, shaped } from "../../kinds.ts";
import { checkKeys } from "../../check.ts";
import type { MarketBatch } from "./batch.ts";
import { type ClockCheck, clockChecker } from "./clock_check.ts";
import { lettingGo } from "./letting_go.ts";
import { mergeByTime } from "./merge_by_time.ts";
import type { FileLayout, MarketRows } from "./read_market.ts";
import type { ReadReport } from "./read_report.ts";
import type { Replay, ReplayOptions } from "./recording.ts";
import { recordingKeys } from "./recording_terms.ts";
import { sideChecker } from "./side_check.ts";
import { tapeRecorder } from "./tape_recorder.ts";

/** How {@linkcode replay} reads files. */
export interface FileReplayOptions extends ReplayOptions {
  /** What is added to the quotes' times, in seconds: below zero where their clock is ahead of the trades'. @default {0} */
  readonly quoteOffset?: number;
}

/** A replay and what was read for it. */
export interface FileReplay extends Replay {
  /** One report a file, in the order given. */
  readonly reports: readonly ReadReport[];
  /** What each file was recognised as. */
  readonly layouts: readonly FileLayout[];
  /** How well trades and quotes belong together, after the offset; null where there were no quotes. */
  readonly clocks: ClockCheck | null;
  /** Whether trades alone show that buyers and sellers have changed names: most of a print's kind lie through the other's last; never where prices have no tick. */
  readonly sidesExchanged: boolean;
}

/** Half of the prints farther from the mid than this share of it: another instrument's. */
const FARTHEST = 0.05;

/**
 * What replaying recorded trades takes for granted. A backtest is only as good as these.
 */
export const replayAssumptions: readonly string[] = [
  "No queue is recorded: a rule says whether a print at our very price fills us, and cancellations ahead of us are a guess.",
  "No impact: the recorded market goes on as it did, whatever we trade, and nobody answers our quotes.",
  "Where the best quote runs over ours the whole order is filled, however small the orders were that did it.",
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
 * Trades and quotes must be of one instrument: where half of the prints are more than 5 % from the mid they
 * are not. Their clocks may differ; what that does to the sides of prints stands in `clocks`.
 *
 * What a replay takes for granted stands in {@linkcode replayAssumptions}.
 *
 * @param files The files' rows, from {@linkcode readMarket}.
 * @param options Step dt, latency, offset of the quotes' clock, in seconds; gaps and largest reach.
 * @returns Tape, start and reports.
 * @throws {RangeError} Where a row or an option breaks a rule, or the tape grows too long.
 * @throws {TypeError} Where a file cannot be read, no whole step was recorded, or trades and quotes are of
 * two instruments.
 *
 * @example A buyer lifts the ask one second in
 * ```ts
 * import { readMarket, replay } from "@digital-market-maker/lab/data";
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
 * // The best bid of 2.9 s is half a dollar above the last step's mid: it would have run over our ask.
 * assertEquals([...tape.buyReach], [-Infinity, 1, 0.5]);
 * assertEquals([...tape.sellReach], [0.5, -Infinity, -Infinity]);
 * ```
 */
export async function replay(
  files: readonly MarketRows[],
  options: FileReplayOptions,
): Promise<FileReplay> {
  listOf("market files, as readMarket() reads them", shaped("rows"), 1)("replay", "files", files);
  checkKeys<FileReplayOptions>("replay", options, {
    quoteOffset: maybe(finite),
    ...recordingKeys,
  });
  const { quoteOffset = 0, ...recorded } = options;
  const [recorder, checker, sides] = [tapeRecorder(recorded), clockChecker(), sideChecker()];
  const shift = Math.round(1e6 * quoteOffset);
  const shifted = files.map((rows) => shift === 0 ? rows : withOffset(rows, shift));
  await mergeByTime(shifted, (batch, from, to) => {
    recorder.add(batch, from, to);
    checker.add(batch, from, to);
    if (batch.kind === "trades") sides.add(batch, from, to);
  });
  const reports = files.map(({ report }) => report());
  const clocks = checker.check();
  if (clocks !== null && clocks.distance > FARTHEST) {
    throw new TypeError(
      `Cannot replay ${
        reports.map(({ name }) => name).join(" with ")
      } as trades and quotes must be of ` +
        `one instrument: half of the prints are more than ${
          (100 * clocks.distance).toFixed(1)
        } % ` +
        "from the mid",
    );
  }
  const layouts = files.map(({ layout }) => layout());
  const taken = recorder.replay();
  return {
    ...taken,
    reports,
    layouts,
    clocks,
    // Where no exchange rounds, a model wrote the orders: those that do not reach the mid lie beyond it.
    sidesExchanged: taken.tick > 0 && sides.exchanged(),
  };
}

/** The same rows, quotes at other times. */
function withOffset(rows: MarketRows, shift: number): MarketRows {
  async function* moved(): AsyncGenerator<MarketBatch> {
    for await (const batch of rows) {
      yield batch.kind === "trades"
        ? batch
        : { ...batch, time: batch.time.map((at) => at + shift) };
    }
  }
  const all = lettingGo(moved(), () => rows[Symbol.asyncIterator]().return?.());
  return { ...rows, [Symbol.asyncIterator]: () => all };
}
