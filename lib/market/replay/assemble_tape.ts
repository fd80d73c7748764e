import { timeGrid } from "../../time_grid.ts";
import type { Tape } from "../tape.ts";
import type { MarketBatch } from "./batch.ts";
import type { RecordingGap } from "./gap_finder.ts";
import type { RecordedBook } from "./recording.ts";
import type { StepRecords } from "./step_records.ts";
import { type Hole, placesOf, stepsOn, type Stretch } from "./stretches.ts";

/** Best prices that act from a step on, and since when they are known. */
export type BestRecords = StepRecords<"bid" | "ask" | "since">;

/** The mid that acts in a step, of the last records; NaN before any. */
export function midAt({ step, columns: { bid, ask } }: BestRecords, own: number): number {
  let record = step.length() - 1;
  while (record >= 0 && step.at(record)! > own) record--;
  return record < 0 ? NaN : (bid.at(record)! + ask.at(record)!) / 2;
}

/**
 * The steps that gaps touch. After a gap in what the mid is taken from, the mid must be one of after it.
 */
export function holesOf(
  gaps: readonly RecordingGap[],
  { midFrom, source, step, last }: {
    readonly midFrom: MarketBatch["kind"];
    readonly source: BestRecords;
    readonly step: number;
    readonly last: number;
  },
): readonly Hole[] {
  const { step: steps, columns: { since } } = source;
  let record = 0;
  return gaps.map(({ kind, from, to }) => {
    if (kind === midFrom) {
      while (record < steps.length() && !(since.at(record)! >= to)) record++;
    }
    const acting = kind === midFrom ? steps.at(record) ?? last : 0;
    return { from: Math.floor(from / step), to: Math.max(acting, Math.ceil(to / step)) };
  });
}

/** Puts the records of steps together to a tape. */
export function assembleTape(
  stretches: readonly Stretch[],
  { dt, source, prints, run }: {
    readonly dt: number;
    readonly source: BestRecords;
    readonly prints: StepRecords<"high" | "low" | "count">;
    readonly run: StepRecords<"bid" | "ask">;
  },
) {
  const steps = stepsOn(stretches);
  const midPrice = new Float64Array(steps + 1);
  const { bid, ask } = source.columns;
  let halfSpreads = 0;
  carry(stretches, source, 1, (place, record) => {
    midPrice[place] = (bid.at(record)! + ask.at(record)!) / 2;
    halfSpreads += (ask.at(record)! - bid.at(record)!) / 2;
  });

  const printReach = {
    buy: new Float64Array(steps).fill(-Infinity),
    sell: new Float64Array(steps).fill(-Infinity),
  };
  let count = 0;
  eachPlace(stretches, prints, (place, record) => {
    const { high, low, count: own } = prints.columns;
    printReach.buy[place] = high.at(record)! - midPrice[place];
    printReach.sell[place] = midPrice[place] - low.at(record)!;
    count += own.at(record)!;
  });
  // Without quotes nothing runs over ours: what prints reached is all there is.
  const alone = run.step.length() === 0;
  const [buyReach, sellReach] = [printReach.buy, printReach.sell]
    .map((reach) => alone ? reach : reach.slice());
  eachPlace(stretches, run, (place, record) => {
    const up = run.columns.bid.at(record)! - midPrice[place];
    const down = midPrice[place] - run.columns.ask.at(record)!;
    if (up > 0) buyReach[place] = Math.max(buyReach[place], up);
    if (down > 0) sellReach[place] = Math.max(sellReach[place], down);
  });
  const gaps = stretches.slice(1).map(({ place }) => place - 1);
  const gapLengths = stretches.slice(1).map(({ from }, i) => dt * (from - stretches[i].to));
  const start = Math.round(1e6 * dt) * stretches[0].from;
  // The columns are the tape's own: copies of millions of steps would cost as much again.
  const tape: Tape = {
    start,
    grid: timeGrid({ horizon: steps * dt, steps }),
    midPrice,
    buyReach,
    sellReach,
    ...(gaps.length === 0
      ? {}
      : { gaps: Int32Array.from(gaps), gapLengths: Float64Array.from(gapLengths) }),
  };
  return { tape, printReach, count, halfSpread: halfSpreads / midPrice.length };
}

/** The best quotes that stood at the start of every step. */
export function bookAtSteps(
  stretches: readonly Stretch[],
  stood: StepRecords<Exclude<keyof RecordedBook, "row">>,
): RecordedBook {
  const row = new Int32Array(stepsOn(stretches)).fill(-1);
  carry(stretches, stood, 0, (place, record) => row[place] = record);
  const { bid, ask, bidQuantity, askQuantity } = stood.columns;
  return {
    row,
    bid: bid.values(),
    ask: ask.values(),
    bidQuantity: bidQuantity.values(),
    askQuantity: askQuantity.values(),
  };
}

/** Goes through the steps, `more` beyond each stretch, with the last record at or before each. */
function carry(
  stretches: readonly Stretch[],
  { step }: StepRecords<string>,
  more: 0 | 1,
  visit: (place: number, record: number) => void,
): void {
  let record = 0;
  for (const { from, to, place } of stretches) {
    for (let n = from; n < to + more; n++) {
      while (record + 1 < step.length() && step.at(record + 1)! <= n) record++;
      visit(place + n - from, record);
    }
  }
}

/** Goes through the records of steps that have a place on the tape. */
function eachPlace(
  stretches: readonly Stretch[],
  { step }: StepRecords<string>,
  visit: (place: number, record: number) => void,
): void {
  const placeOf = placesOf(stretches);
  for (let record = 0; record < step.length(); record++) {
    const place = placeOf(step.at(record)!);
    if (place >= 0) visit(place, record);
  }
}
