import { normalQuantile, streams } from "@digital-market-maker/lab";
import { assertEquals, assertThrows } from "@std/assert";
import { assertCounts, cellProbabilities, countCells } from "../chi_square.ts";
import { assertWithinStandardErrors } from "../statistics.ts";

const SEEDS = [1, 2, 3];
const COUNT = 2_000_000;

/** 200 cells of the body, and cells out to where one number in 10⁵ lies, on both sides. */
const BODY = Array.from({ length: 199 }, (_, i) => (i + 1) / 200);
const TAILS = [1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 2e-3];
const LEVELS = [...TAILS, ...BODY, ...TAILS.map((level) => 1 - level).reverse()];
const EDGES = LEVELS.map(normalQuantile);

function normals(seed: number, count = COUNT): Float64Array {
  const out = new Float64Array(count);
  streams(seed)("normal").normals(out);
  return out;
}

function assertNormal(sample: Float64Array): void {
  assertCounts(countCells(sample, EDGES), cellProbabilities(LEVELS));
}

Deno.test("fillNormals() is normal in its body and far out in its tails", () => {
  for (const seed of SEEDS) assertNormal(normals(seed));
});

Deno.test("assertNormal() sees a deviation off by 1 %, a shift of 0.01 and a tail cut at 3.65", () => {
  const sample = normals(1);
  assertThrows(() => assertNormal(sample.map((z) => 1.01 * z)));
  assertThrows(() => assertNormal(sample.map((z) => z + 0.01)));
  assertThrows(() => assertNormal(sample.filter((z) => Math.abs(z) < 3.6541528853610088)));
});

Deno.test("fillNormals() has the first six moments of the normal law", () => {
  for (const seed of SEEDS) {
    const sample = normals(seed, 500_000);
    [0, 1, 0, 3, 0, 15].forEach((moment, i) =>
      assertWithinStandardErrors(sample.map((z) => z ** (i + 1)), moment, {
        what: `mean of z^${i + 1}`,
      })
    );
  }
});

Deno.test("fillNormals() gives independent neighbours, in value and in size", () => {
  for (const seed of SEEDS) {
    const sample = normals(seed, 500_000);
    const next = sample.subarray(1);
    assertWithinStandardErrors(next.map((z, i) => z * sample[i]), 0, { what: "E[z z']" });
    assertWithinStandardErrors(next.map((z, i) => (z * z - 1) * (sample[i] ** 2 - 1)), 0, {
      what: "E[(z²−1)(z'²−1)]",
    });
  }
});

Deno.test("fillNormals() goes on where it stopped, also after a draw from the tail", () => {
  const whole = normals(4, 5000);
  const stream = streams(4)("normal");
  const pieces: number[] = [];
  for (const size of [1, 999, 0, 4000]) {
    const piece = new Float64Array(size);
    stream.normals(piece);
    pieces.push(...piece);
  }
  assertEquals(pieces, [...whole]);
});
