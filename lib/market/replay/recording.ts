import type { Tape } from "../tape.ts";
import type { MarketBatch } from "./batch.ts";
import type { RecordingGap } from "./gap_finder.ts";
import type { MarketOrders } from "./order_recorder.ts";
import type { StrayPrices } from "./tick_finder.ts";

/** How recorded trades and quotes become a tape. */
export interface ReplayOptions {
  /** Length of a step, in seconds; a whole number of microseconds, > 0. */
  readonly dt: number;
  /** Our quotes act on the mid of so many seconds before; >= 0. @default {0} */
  readonly latency?: number;
  /** The largest number of steps a tape may have, and ten times that of steps in which something came: what keeps memory below 300 MB. @default {3_000_000} */
  readonly maximumSteps?: number;
  /** Prints of one side at most this far apart are one market order, in seconds; >= 0. @default {0.001} */
  readonly orderPause?: number;
  /** A longer pause in trades or quotes is a gap in the recording, in seconds; > 0. @default {a minute, or thirty mean pauses where that is longer} */
  readonly longestGap?: number;
  /** Prints farther than this from the mid are mistakes, left out and counted, in currency; > 0. @default {Infinity} */
  readonly largestReach?: number;
  /** The tick, in currency; every price must be a whole multiple of it. @default {the largest that fits all prices} */
  readonly tick?: number;
  /** Whether every market order is kept too, for the counting likelihood; of more than two million, none. @default {false} */
  readonly orders?: boolean;
}

/**
 * The best quotes at the start of every step, as they were then: without latency. Kept is a row for each step
 * before which they changed; step n has that of `row[n]`.
 */
export interface RecordedBook {
  /** The row of each step; N values, −1 for a step that stands for a gap. */
  readonly row: Int32Array<ArrayBuffer>;
  /** Best bids, in currency. */
  readonly bid: Float64Array<ArrayBuffer>;
  /** Best asks, in currency. */
  readonly ask: Float64Array<ArrayBuffer>;
  /** Quantities at the best bids. */
  readonly bidQuantity: Float64Array<ArrayBuffer>;
  /** Quantities at the best asks. */
  readonly askQuantity: Float64Array<ArrayBuffer>;
}

/** What was printed in every step at every price, a row for each: those of step n from `from[n]` to `from[n + 1]` − 1. */
export interface PrintLevels {
  /** First row of each step, and the number of rows; N + 1 values. */
  readonly from: Int32Array<ArrayBuffer>;
  /** Prices, in currency; a seller's negative. */
  readonly price: Float64Array<ArrayBuffer>;
  /** Quantities printed there. */
  readonly quantity: Float64Array<ArrayBuffer>;
}

/** A recorded market as a tape. */
export interface Replay {
  /** What the market did; times in seconds. */
  readonly tape: Tape;
  /** The moment of the tape's time 0, in microseconds as in the files; without the latency. */
  readonly start: number;
  /** The moments at which the stretches between gaps start, in microseconds; the first is `start`. */
  readonly stretchStarts: readonly number[];
  /** What the mid was taken from. */
  readonly midFrom: "quotes" | "trades";
  /** Prints on the tape's steps. */
  readonly prints: number;
  /** How far prints alone reached in each step, in currency; the tape's reaches hold what the best quotes ran over too. */
  readonly printReach: Readonly<Record<"buy" | "sell", Float64Array<ArrayBuffer>>>;
  /** The best quotes at every step's start; null where there were no quotes. */
  readonly book: RecordedBook | null;
  /** Prints by price, for fills of a size; null where there are more than four million rows of them, or a hundred thousand in a step. */
  readonly levels: PrintLevels | null;
  /** Median quantity of the prints, as a sample of them has it. */
  readonly medianPrint: number;
  /** Gaps in the recording, in order of time; the steps they touch are left out of the tape. */
  readonly gaps: readonly RecordingGap[];
  /** Pauses longer than this were gaps, in seconds, in trades and in quotes. */
  readonly longestGap: Readonly<Record<MarketBatch["kind"], number>>;
  /** Steps left out for them. */
  readonly stepsLeftOut: number;
  /** Prints left out as farther than `largestReach` from the mid. */
  readonly printsLeftOut: number;
  /** The tick: what all prices are whole multiples of, in currency; 0 where there is no such grid. */
  readonly tick: number;
  /** The few prices that alone make the tick smaller than it is for all others; null where there are none. */
  readonly strayPrices: StrayPrices | null;
  /** Half the recorded spread, its mean over the tape's times, in currency; null where there were no quotes. */
  readonly halfSpread: number | null;
  /** The market orders one by one, where they were asked for and not too many. */
  readonly orders?: MarketOrders;
}

/** Takes rows in and gives a tape out. */
export interface TapeRecorder {
  /**
   * Takes the next rows of a batch, all by default. Each kind's times must not run backwards; the two kinds
   * may come in any order, but with a largest reach the quotes of a time before its trades.
   */
  readonly add: (batch: MarketBatch, from?: number, to?: number) => void;
  /** The tape of all rows; asked for once, at the end: its columns are those that rows were recorded in. */
  readonly replay: () => Replay;
}
