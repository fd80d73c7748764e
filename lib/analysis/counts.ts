/** How often whole numbers occur. */
export interface Counts {
  /** The numbers that occur, ascending. */
  readonly values: readonly number[];
  /** How often each of them does. */
  readonly counts: readonly number[];
}

/** Counts whole numbers; the array is sorted on the way. */
export function countsOf(numbers: Int32Array): Counts {
  const values: number[] = [], counts: number[] = [];
  let last: number | undefined;
  for (const number of numbers.sort()) {
    if (number === last) counts[counts.length - 1]++;
    else {
      values.push(number);
      counts.push(1);
      last = number;
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
