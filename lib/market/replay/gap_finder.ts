import type { MarketBatch } from "./batch.ts";

/** A hole in a recording: nothing of a kind came for so long that something must be missing. */
export interface RecordingGap {
  /** What is missing. */
  readonly kind: MarketBatch["kind"];
  /** Time of the last row before it, in microseconds. */
  readonly from: number;
  /** Time of the first row after it, in microseconds. */
  readonly to: number;
}

/** The pause in seconds from which on it may be a gap, where nobody says otherwise. */
const SHORTEST = 60;
/** And the number of mean pauses: of exponential ones, one in 10¹³ is longer. */
const MEANS = 30;
/** No recording has holes beyond number; what has is refused. */
const MOST = 1_000_000;

/**
 * Looks for gaps in the rows of one kind. A pause is a gap where it is longer than asked for; by default, longer than a minute and
 * than thirty mean pauses, the gaps themselves not counted.
 *
 * @param kind Whose rows.
 * @param asked Longest pause that is none, in seconds.
 */
export function gapFinder(kind: MarketBatch["kind"], asked?: number) {
  const least = 1e6 * (asked ?? SHORTEST);
  const long: RecordingGap[] = [];
  let [last, count, sum] = [NaN, 0, 0];
  return {
    /** Takes the time of a row, in microseconds. */
    add(time: number): void {
      const pause = time - last;
      if (pause > least && long.length < MOST) long.push({ kind, from: last, to: time });
      else if (pause >= 0) {
        count++;
        sum += pause;
      }
      last = time;
    },
    /** The pauses that are gaps, and from how many seconds on a pause is one. */
    gaps(): { readonly longest: number; readonly gaps: readonly RecordingGap[] } {
      if (asked !== undefined) return { longest: asked, gaps: long };
      // The longest pauses are taken out of the mean one by one while they stand out from the rest.
      const sorted = long.map(({ from, to }) => to - from).sort((a, b) => b - a);
      let total = sum + sorted.reduce((a, b) => a + b, 0);
      let left = count + sorted.length;
      for (const pause of sorted) {
        const others = (total - pause) / Math.max(1, left - 1);
        if (pause <= MEANS * others) break;
        total -= pause;
        left--;
      }
      const longest = Math.max(SHORTEST, left > 0 ? MEANS * total / left / 1e6 : 0);
      return { longest, gaps: long.filter(({ from, to }) => to - from > 1e6 * longest) };
    },
  };
}
