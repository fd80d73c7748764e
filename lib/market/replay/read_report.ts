import type { Fault } from "./field.ts";
import { EARLIEST, LATEST, utc } from "./utc.ts";

/** Rows that were left out for one reason. */
export interface SkippedRows {
  /** The rule they break, in words. */
  readonly rule: string;
  /** How many. */
  readonly count: number;
  /** Line of the first of them, counted from 1. */
  readonly firstLine: number;
  /** What stands there. */
  readonly firstValue: string;
}

/** What was read from one file, and what is worth knowing about it. */
export interface ReadReport {
  /** The file's name. */
  readonly name: string;
  /** Its layout's name. */
  readonly format: string;
  /** Rows read and kept. */
  readonly rows: number;
  /** Rows left out, by reason; empty unless skipping was chosen. */
  readonly skipped: readonly SkippedRows[];
  /** Time of the first row kept, in microseconds. */
  readonly firstTime: number;
  /** Time of the last row kept, in microseconds. */
  readonly lastTime: number;
  /** Rows at the very time of the row before; legal, and kept in file order. */
  readonly equalTimes: number;
  /** Pauses longer than `longGap`. */
  readonly longGaps: number;
  /** The longest pause between two rows, in seconds. */
  readonly longestGap: number;
  /** The line after the longest pause; 0 where there was no pause. */
  readonly longestGapLine: number;
  /** Trade numbers missing between the first and the last; 0 where trades have no numbers. */
  readonly missingIds: number;
}

/** Keeps the score while a file is read. */
export interface Tally {
  /** Notes a row that is kept. */
  readonly keep: (line: number, time: number, id: number) => void;
  /** Notes rows that are left out for one reason, the first of them at this line. */
  readonly skip: (line: number, fault: Fault, count: number) => void;
  /** Says that the file's clock starts at midnight or at a moment of its own. */
  readonly ownClock: () => void;
  /** Notes a row that holds neither trade nor quote. */
  readonly passOver: (time: number) => void;
  /** How many of those there were. */
  readonly passedOver: () => number;
  /** The score so far. */
  readonly report: (format: string) => ReadReport;
  /** What is wrong with a row's place after the rows before it, if anything. */
  readonly orderFault: (time: number, id: number) => Fault | undefined;
}

/** A file that begins before this time counts from a moment of its own, in microseconds: a thousand seconds. */
const OWN_CLOCK = 1e9;

function impossible(time: number): Fault {
  return { rule: "times must be between 1990 and 2100 (is their unit right?)", value: utc(time) };
}

/** Starts the score of a file. */
export function tally(name: string, longGap: number): Tally {
  const skipped = new Map<string, { count: number; firstLine: number; firstValue: string }>();
  let [rows, equalTimes, longGaps, longest, longestLine, missingIds] = [0, 0, 0, 0, 0, 0];
  let [firstTime, lastTime, lastId] = [NaN, NaN, NaN];
  // The last time of any row, of those passed over too.
  let latest = NaN;
  let [passed, earliest] = [0, EARLIEST];
  return {
    ownClock: () => void (earliest = 0),
    passOver(time) {
      passed++;
      latest = time;
    },
    passedOver: () => passed,
    keep(line, time, id) {
      const gap = (time - lastTime) / 1e6;
      if (gap === 0) equalTimes++;
      if (gap > longGap) longGaps++;
      if (gap > longest) [longest, longestLine] = [gap, line];
      if (id > lastId) missingIds += id - lastId - 1;
      if (rows++ === 0) firstTime = time;
      lastTime = time;
      latest = time;
      lastId = id;
    },
    skip(line, { rule, value }, count) {
      const known = skipped.get(rule);
      if (known) known.count += count;
      else skipped.set(rule, { count, firstLine: line, firstValue: value });
    },
    orderFault(time, id) {
      const own = time >= 0 && time < OWN_CLOCK;
      if (rows === 0 && !own && time < earliest) return impossible(time);
      if (time >= LATEST) return impossible(time);
      if (time < latest) {
        return { rule: "time must not run backwards", value: `${time} after ${latest}` };
      }
      if (id === lastId) return { rule: "id must not repeat", value: String(id) };
      if (id < lastId) return { rule: "id must grow", value: `${id} after ${lastId}` };
    },
    report: (format) => ({
      name,
      format,
      rows,
      skipped: [...skipped].map(([rule, found]) => ({ rule, ...found })),
      firstTime,
      lastTime,
      equalTimes,
      longGaps,
      longestGap: longest,
      longestGapLine: longestLine,
      missingIds,
    }),
  };
}
