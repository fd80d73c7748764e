import { assertAlmostEquals, assertEquals } from "@std/assert";
import { type Algebra, carry, type Transition } from "../../lib/theory/carry.ts";
import { timeGrid } from "../../lib/time_grid.ts";

/** Counts of ways, and of what leaves the band in every step. */
function ways(lost: number[]): Algebra<Float64Array, Transition> {
  return {
    blank: (places) => new Float64Array(places),
    start(counts, flat) {
      counts[flat] = 1;
    },
    clear: (counts) => void counts.fill(0),
    holds: (counts, i) => counts[i] > 0,
    pass(from, i, next, transitions) {
      for (const { to } of transitions) next[to] += from[i];
    },
    move(counts, _first, _last, n) {
      lost[n - 1] = counts.at(-1)!;
    },
  };
}
const band = (steps: number, maxLots: number) => ({
  grid: timeGrid({ horizon: steps, steps }),
  maxLots,
});
/** Transitions to inventories of a band of so many lots, or to the place after it. */
const leading = (maxLots: number, ...to: readonly number[]): readonly Transition[] =>
  to.map((i) => ({ to: i < 0 || i > 2 * maxLots ? 2 * maxLots + 1 : i }));
const choose = (n: number, k: number): number => k === 0 ? 1 : choose(n - 1, k - 1) * n / k;

Deno.test("carry() counts the ways of a coin: Pascal's triangle", () => {
  for (const steps of [1, 2, 5, 12]) {
    const lost: number[] = [];
    const counts = carry(
      band(steps, steps),
      (_n, i) => leading(steps, i - 1, i + 1),
      ways(lost),
    );
    for (let up = 0; up <= steps; up++) assertAlmostEquals(counts[2 * up], choose(steps, up), 1e-9);
    assertEquals(lost, Array(steps).fill(0));
  }
});

Deno.test("carry() drops what leaves the band, on both sides, and says when", () => {
  const lost: number[] = [];
  const counts = carry(band(5, 1), (_n, i) => leading(1, i - 1, i + 1), ways(lost));
  // From ±1 half the ways leave: two in the second step, four in the fourth; eight are left at ±1.
  assertEquals(lost, [0, 2, 0, 4, 0]);
  assertEquals([...counts.subarray(0, 3)], [4, 0, 4]);
  const far: number[] = [];
  carry(band(2, 3), (n, i) => leading(3, n === 0 ? i - 100 : i, i + 100), ways(far));
  assertEquals(far, [2, 0]);
});

Deno.test("carry() lets the price move after every step, over the inventories that can be held", () => {
  const seen: (readonly number[])[] = [];
  carry(band(4, 2), (_n, i) => [{ to: i }], {
    ...ways([]),
    move: (_counts, first, last, n) => void seen.push([first, last, n]),
  });
  assertEquals(seen, [[1, 3, 1], [0, 4, 2], [0, 4, 3], [0, 4, 4]]);
});
