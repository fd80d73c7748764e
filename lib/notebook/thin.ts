/** Most points that one line of a chart keeps: more than a screen has columns to show. */
export const LINE_POINTS = 1000;

/** Where several panels share a chart, a line of more than 600 points keeps 400. */
const [SHORT, LONG_LINE_POINTS] = [600, 400];

/** Most points for each line of a chart with many: all of short lines, fewer of long ones. */
export function sharedPoints(length: number): number {
  return length <= SHORT + 1 ? LINE_POINTS : LONG_LINE_POINTS;
}

/**
 * The points of a line that the eye can tell apart: which to keep of many.
 *
 * The line is cut into stretches of equal length, and of each the lowest and the highest point stay, so
 * that no peak is lost, however short; the first point and the last stay as well. A gap (NaN or infinite)
 * stays a gap where a whole stretch is one, and is closed where it is shorter.
 *
 * @param values The line's heights, in order.
 * @param most Most points to keep; an even number >= 4. @default {1000}
 * @returns Places in `values`, rising; all of them where there are no more than `most`.
 */
export function thinned(values: ArrayLike<number>, most: number = LINE_POINTS): readonly number[] {
  const last = values.length - 1;
  if (values.length <= most) return Array.from({ length: values.length }, (_, i) => i);
  const stretches = Math.max(1, (most >> 1) - 1);
  const kept = [0];
  const inner = last - 1;
  for (let s = 0; s < stretches; s++) {
    const from = 1 + Math.floor((s * inner) / stretches);
    const to = 1 + Math.floor(((s + 1) * inner) / stretches);
    kept.push(...extremes(values, from, to));
  }
  kept.push(last);
  return kept;
}

/**
 * The same places for several lines over one axis, so that all of them can be read at one place: of each
 * stretch every line's lowest and highest point.
 *
 * @param columns The lines' heights; the first has the most.
 * @param most About the most places to keep.
 * @returns Places, rising; all of them where there are no more than `most`.
 */
export function thinnedTogether(
  columns: readonly ArrayLike<number>[],
  most: number,
): readonly number[] {
  const { length } = columns[0];
  if (length <= most) return Array.from({ length }, (_, i) => i);
  const each = Math.max(4, Math.floor(most / columns.length));
  return [...new Set(columns.flatMap((column) => [...thinned(column, each), length - 1]))]
    .toSorted((a, b) => a - b);
}

/** The places of the lowest and the highest number in from … to − 1, in order of place. */
function extremes(values: ArrayLike<number>, from: number, to: number): readonly number[] {
  let low = -1;
  let high = -1;
  for (let i = from; i < to; i++) {
    if (!Number.isFinite(values[i])) continue;
    if (low < 0 || values[i] < values[low]) low = i;
    if (high < 0 || values[i] > values[high]) high = i;
  }
  if (low < 0) return from < to ? [from] : [];
  if (low === high) return [low];
  return low < high ? [low, high] : [high, low];
}

/**
 * Evenly spread places, the first and the last among them.
 *
 * @param length How many there are.
 * @param most Most places to keep; >= 2.
 * @returns Places 0 … length − 1, rising; all of them where there are no more than `most`.
 */
export function spread(length: number, most: number): readonly number[] {
  if (length <= most) return Array.from({ length }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (length - 1)) / (most - 1)));
}

/**
 * Every so many-th place, at even distances.
 *
 * @param length How many there are.
 * @param most Most places to keep; >= 1.
 * @returns Places 0, k, 2k … for the smallest k that does.
 */
export function strided(length: number, most: number): readonly number[] {
  const stride = Math.max(1, Math.ceil(length / most));
  return Array.from({ length: Math.ceil(length / stride) }, (_, i) => i * stride);
}
