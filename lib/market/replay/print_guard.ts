/**
 * Tells prints that can be from mistakes, which lie farther than so much from the mid or, where no quote
 * has come, from the median of the five prints before: a price that did jump is believed after three.
 *
 * @param largestReach The farthest, in currency.
 * @returns A function of a print's price and the mid (NaN where there are no quotes).
 */
export function printGuard(largestReach: number): (price: number, mid: number) => boolean {
  if (largestReach === Infinity) return () => true;
  const recent: number[] = [];
  return (price, mid) => {
    const median = recent.toSorted((a, b) => a - b)[recent.length >> 1] ?? price;
    if (recent.push(price) > 5) recent.shift();
    return Math.abs(price - (Number.isNaN(mid) ? median : mid)) <= largestReach;
  };
}
