import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { logarithm } from "../../lib/numeric/logarithm.ts";
import { rank } from "./rank.ts";

Deno.test("logarithm() is within one unit in the last place of Math.log, from end to end", () => {
  const check = (x: number) => {
    const apart = rank(logarithm(x)) - rank(Math.log(x));
    assert(apart >= -1n && apart <= 1n, `${x}: ${apart} apart`);
  };
  const everywhere = fc.oneof(
    fc.double({ min: 0.9, max: 1.1, noNaN: true }),
    fc.double({ min: 2.3e-308, max: 1.7e308, noNaN: true }),
    fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((word) => (word + 0.5) / 2 ** 32),
    fc.integer({ min: -1021, max: 1022 }).map((k) => Math.SQRT2 * 2 ** k),
  );
  fc.assert(fc.property(everywhere, check), { seed: 20080803, numRuns: 20_000 });
});

Deno.test("logarithm() is exact where ln x is", () => {
  assertEquals(logarithm(1), 0);
  assertEquals(logarithm(2), Math.LN2);
  assertEquals(logarithm(0.5), -Math.LN2);
});

Deno.test("logarithm() gives these bits on every machine", () => {
  const known: readonly (readonly [number, bigint])[] = [
    [3, 0x3ff193ea7aad030an],
    [0.1, -0x3ffd944e444aaaebn],
    [1e-9, -0x3fcb46d80cd40048n],
    [1.0625, 0x3faf0a30c01162a6n],
    [123456.789, 0x40277281cad8a844n],
  ];
  for (const [x, expected] of known) assertEquals(rank(logarithm(x)), expected);
});
