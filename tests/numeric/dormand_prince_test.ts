import { assert, assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";
import { dormandPrince } from "../../lib/numeric/dormand_prince.ts";

const oscillator = (tolerance: number) =>
  dormandPrince({
    initial: Float64Array.of(1, 0),
    slope: ([x, v], out) => out.set([v, -x]),
    tolerance,
  });

Deno.test("dormandPrince() turns a circle, within ten times the tolerance a radian", () => {
  for (const tolerance of [1e-6, 1e-9, 1e-12]) {
    const solution = oscillator(tolerance);
    for (const time of [0, 0.3, 1, 7, 2, 20]) {
      const [x, v] = solution(time);
      assertLess(Math.hypot(x - Math.cos(time), v + Math.sin(time)), 10 * tolerance * (1 + time));
    }
  }
});

Deno.test("dormandPrince() gives the same whatever was asked before", () => {
  const [asked, fresh] = [oscillator(1e-8), oscillator(1e-8)];
  const first = [...asked(5)];
  asked(1);
  asked(9);
  assertEquals([...asked(5)], first);
  for (const time of [1, 2, 3, 4]) fresh(time);
  assertAlmostEquals(fresh(5)[0], first[0], 1e-6);
});

Deno.test("dormandPrince() has order five: a third of the length, more than a hundredth of the error", () => {
  // One step of a system without error control: the tolerance lets everything pass.
  const error = (length: number) => {
    const solution = dormandPrince({
      initial: Float64Array.of(1),
      slope: ([y], out) => out.set([-y * y]),
      tolerance: 1,
    });
    return Math.abs(solution(length)[0] - 1 / (1 + length));
  };
  const order = Math.log(error(0.1) / error(0.05)) / Math.log(2);
  assert(order > 5.5 && order < 6.8, `local order ${order}`);
});

Deno.test("dormandPrince() refuses what is too stiff or blows up, in a sentence", () => {
  const stiff = dormandPrince({
    initial: Float64Array.of(1),
    slope: ([y], out) => out.set([-1e7 * (y - 1 / (1 + y))]),
    maxSteps: 1000,
  });
  assertThrows(() => stiff(1), RangeError, "too stiff");
  const explodes = dormandPrince({
    initial: Float64Array.of(1),
    slope: ([y], out) => out.set([y * y]),
  });
  assertThrows(() => explodes(2), RangeError, "too stiff");
  assertThrows(() => oscillator(1e-8)(-1), RangeError, "time must be >= 0");
});
