/**
 * The first place from which on a condition holds, found by halving: once it holds, it must never cease to.
 *
 * @param end The place behind the last one, which is the answer where it holds nowhere.
 * @param holds Whether it holds at a place.
 * @param from The first place. @default {0}
 */
export function firstPlace(end: number, holds: (place: number) => boolean, from = 0): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
