import { assert, assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";
import { rosenbrock } from "../../lib/numeric/rosenbrock.ts";

/** y′ = −rate·(y − cos t), t′ = 1: the clock is a component too, the neighbour of y. */
const pulled = (rate: number, tolerance = 1e-10, maxSteps?: number) =>
  rosenbrock({
    initial: Float64Array.of(0, 0),
    slope: ([y, t], out) => out.set([-rate * (y - Math.cos(t)), 1]),
    derivative([, t], { below, middle, above }) {
      middle.set([-rate, 0]);
      below.fill(0);
      above.set([-rate * Math.sin(t), 0]);
    },
    tolerance,
    maxSteps,
  });

/** The same in closed form. */
function solution(rate: number, t: number): number {
  const share = rate / (rate * rate + 1);
  return share * (rate * Math.cos(t) + Math.sin(t)) - share * rate * Math.exp(-rate * t);
}

Deno.test("rosenbrock() follows what it is pulled to, soft or stiff, within a hundred tolerances", () => {
  for (
    const [rate, tolerance] of [[0.5, 1e-9], [3, 1e-10], [100, 1e-9], [1e4, 1e-7], [1e8, 1e-6]]
  ) {
    const flow = pulled(rate, tolerance);
    for (const time of [0, 1e-9, 0.3, 2, 20]) {
      assertLess(Math.abs(flow(time)[0] - solution(rate, time)), 100 * tolerance);
    }
  }
});

Deno.test("rosenbrock() has order four: half the length, a thirty-second of a step's error", () => {
  const error = (length: number) => Math.abs(pulled(1, 1)(length)[0] - solution(1, length));
  const order = Math.log2(error(0.2) / error(0.1));
  assert(order > 4.5 && order < 5.7, `local order ${order}`);
});

Deno.test("rosenbrock() gives the same whatever was asked before", () => {
  const [asked, fresh] = [pulled(10), pulled(10)];
  const first = [...asked(5)];
  asked(1);
  asked(9);
  assertEquals([...asked(5)], first);
  for (const time of [1, 2, 3, 4]) fresh(time);
  assertAlmostEquals(fresh(5)[0], first[0], 1e-8);
});

Deno.test("rosenbrock() refuses what needs more steps than allowed, in a sentence", () => {
  const words = "Cannot integrate as time must be reached in 10 steps, as a system of 2 equations";
  assertThrows(() => pulled(10, 1e-12, 10)(50), RangeError, words);
  assertThrows(() => pulled(10)(-1), RangeError, "time must be >= 0");
  assertThrows(() => pulled(10, 0), RangeError, "tolerance must be > 0");
});
