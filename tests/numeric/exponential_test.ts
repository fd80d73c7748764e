import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { exponential } from "../../lib/numeric/exponential.ts";
import { rank } from "./rank.ts";

Deno.test("exponential() is within one unit in the last place of Math.exp, from end to end", () => {
  const check = (x: number) => {
    const apart = rank(exponential(x)) - rank(Math.exp(x));
    assert(apart >= -1n && apart <= 1n, `${x}: ${apart} apart`);
  };
  const everywhere = fc.oneof(
    fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    fc.double({ min: -708, max: 709, noNaN: true }),
    fc.integer({ min: -1021, max: 1022 }).map((k) => (k + 0.5) * Math.LN2),
  );
  fc.assert(fc.property(everywhere, check), { seed: 20080803, numRuns: 20_000 });
});

Deno.test("exponential() is exact where e^x is, and stays at its ends", () => {
  assertEquals([0, -0, 1e-300, -1e-300].map(exponential), [1, 1, 1, 1]);
  for (const x of [-708.1, -1e9, -Infinity]) assertEquals(exponential(x), exponential(-708));
  for (const x of [709.1, 1e9, Infinity]) assertEquals(exponential(x), exponential(709));
  assertEquals(exponential(NaN), NaN);
});

Deno.test("exponential() gives these bits on every machine", () => {
  const known: readonly (readonly [number, bigint])[] = [
    [2, 0x401d8e64b8d4ddaen],
    [-1, 0x3fd78b56362cef38n],
    [0.025, 0x3ff067b0d3ebf291n],
    [-0.3456, 0x3fe6a642d9bed3d0n],
    [100, 0x48f3494a9b171bf5n],
  ];
  for (const [x, expected] of known) assertEquals(rank(exponential(x)), expected);
});
