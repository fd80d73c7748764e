/** How often whole numbers occur. */
export interface Counts {
  /** The numbers that occur, ascending. */
  readonly values: readonly number[];
  /** How often each of them does. */
  readonly counts: readonly number[];
}

/** Counts whole numbers; the array is sorted on the way where they lie far apart. */
export function countsOf(numbers: Int32Array): Counts {
  let least = numbers[0] ?? 0, most = least;
  for (let i = 0; i < numbers.length; i++) {
    if (numbers[i] < least) least = numbers[i];
    if (numbers[i] > most) most = numbers[i];
  }
  const values: number[] = [], counts: number[] = [];
  if (most - least < 4 * numbers.length) {
    const times = new Int32Array(most - least + 1);
    for (let i = 0; i < numbers.length; i++) times[numbers[i] - least]++;
    for (let at = 0; at < times.length; at++) {
      if (times[at] === 0) continue;
      values.push(least + at);
      counts.push(times[at]);
    }
  } else {
    const sorted = numbers.sort();
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      while (sorted[to] === sorted[from]) to++;
      values.push(sorted[from]);
      counts.push(to - from);
    }
  }
  return { values, counts };
}

/** The counts of two samples together. */
export function mergeCounts(a: Counts, b: Counts): Counts {
  const values: number[] = [], counts: number[] = [];
  for (let i = 0, j = 0; i < a.values.length || j < b.values.length;) {
    const value = Math.min(a.values[i] ?? Infinity, b.values[j] ?? Infinity);
    const inA = a.values[i] === value ? a.counts[i++] : 0;
    const inB = b.values[j] === value ? b.counts[j++] : 0;
    values.push(value);
    counts.push(inA + inB);
  }
  return { values, counts };
}
