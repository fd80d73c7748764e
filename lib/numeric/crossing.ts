/**
 * Where a condition that holds at the lower end ceases to, found by halving to the last digit.
 *
 * @returns The first number at which it does not hold; the upper end where it holds throughout.
 */
export function crossing(low: number, high: number, holds: (x: number) => boolean): number {
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return high;
}
