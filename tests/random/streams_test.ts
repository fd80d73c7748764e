import { type RandomStream, streams, uniformOf } from "@digital-market-maker/lab";
import { assert, assertEquals, assertLess, assertNotEquals, assertThrows } from "@std/assert";
import { assertCounts, cellProbabilities, countCells } from "../chi_square.ts";
import { assertWithinStandardErrors } from "../statistics.ts";

const SEEDS = [1, 2, "three"];

function words(stream: RandomStream, count: number): Int32Array {
  const out = new Int32Array(count);
  stream.words(out);
  return out;
}

Deno.test("streams() gives the same words on every machine", () => {
  assertEquals(
    [...words(streams(7)("price"), 4)],
    [1226179450, 526630394, 649604392, -696626853],
  );
  assertEquals(
    [...words(streams(7)("price", 17), 4)],
    [1105713930, 1702625073, 1890954158, -301365546],
  );
  assertEquals(
    [...words(streams("seed")("price"), 4)],
    [1183134802, 1474010804, -1270100335, -412713638],
  );
});

Deno.test("streams() gives the same normals on every machine", () => {
  const normals = new Float64Array(100_000);
  streams(7)("price").normals(normals);
  const first = [0.6397654389860732, 0.08447686439527652, 0.4242801539477571];
  assertEquals([...normals.subarray(0, 3)], first);
  // Among so many are the edges of layers and the tail, which need an exponential and a logarithm.
  assertEquals(normals.reduce((sum, normal) => sum + normal, 0), 58.05020358538261);
  assertEquals(
    normals.reduce((most, normal) => Math.max(most, Math.abs(normal)), 0),
    4.762388698990564,
  );
});

Deno.test("streams() takes 7 and '7' as one seed, and tells 7 from 8 and '07'", () => {
  const seven = words(streams(7)("price", 3), 8);
  assertEquals(words(streams("7")("price", 3), 8), seven);
  assertNotEquals(words(streams(8)("price", 3), 8), seven);
  assertNotEquals(words(streams("07")("price", 3), 8), seven);
});

Deno.test("streams() tells seed and name apart where their texts run together", () => {
  assertNotEquals(words(streams("ab")("c"), 4), words(streams("a")("bc"), 4));
  assertNotEquals(words(streams('a","b')("c"), 4), words(streams("a")('b","c'), 4));
});

Deno.test("streams() moves no number when streams are opened and read in another order", () => {
  const random = streams(5);
  const flow = random("flow", 2);
  words(flow, 1000);
  words(random("price", 9), 17);
  const late = words(random("price", 2), 6);
  assertEquals(late, words(streams(5)("price", 2), 6));
  const interleaved = random("price", 2);
  const first = words(interleaved, 3);
  words(flow, 5);
  assertEquals([...first, ...words(interleaved, 3)], [...late]);
});

Deno.test("streams() gives distinct numbers to names and to paths", () => {
  const random = streams(1);
  const seen = new Set<string>();
  for (const name of ["price", "flow", ""]) {
    for (let path = 0; path < 2000; path++) seen.add(words(random(name, path), 2).join());
  }
  assertEquals(seen.size, 6000);
});

Deno.test("streams() gives independent numbers to neighbouring paths", () => {
  for (const seed of SEEDS) {
    const random = streams(seed);
    const first = Float64Array.from(
      { length: 20_001 },
      (_, path) => random("price", path).uniform(),
    );
    const products = first.subarray(1).map((u, i) => 12 * (u - 0.5) * (first[i] - 0.5));
    assertWithinStandardErrors(products, 0, { what: "correlation" });
  }
});

Deno.test("streams() first numbers over the paths are uniform", () => {
  for (const seed of SEEDS) {
    const random = streams(seed);
    const first = Float64Array.from(
      { length: 50_000 },
      (_, path) => random("flow", path).uniform(),
    );
    assertUniform(first);
  }
});

Deno.test("RandomStream.uniform() is uniform, and a version with one bit stuck is not", () => {
  for (const seed of SEEDS) {
    const stream = streams(seed)("flow");
    const sample = Float64Array.from({ length: 200_000 }, () => stream.uniform());
    assertUniform(sample);
    assertThrows(() =>
      assertUniform(sample.map((u) => uniformOf(Math.floor(u * 2 ** 32) | 0x0400_0000)))
    );
  }
});

Deno.test("RandomStream.words() has every bit set half the time, independently of the bit above", () => {
  for (const seed of SEEDS) {
    const sample = words(streams(seed)("flow"), 200_000);
    for (let bit = 0; bit < 32; bit++) {
      const pairs = new Float64Array(4);
      for (const word of sample) pairs[(word >>> bit & 1) + 2 * (word >>> (bit + 1) % 32 & 1)]++;
      // Chi-square with three degrees of freedom exceeds 37.3 once in 2.5·10⁷ times.
      const statistic = pairs.reduce((sum, count) => sum + (count - 50_000) ** 2 / 50_000, 0);
      assertLess(statistic, 37.3);
    }
  }
});

Deno.test("uniformOf() keeps to (0, 1) at the smallest and largest word", () => {
  assertEquals(uniformOf(0), 0.5 / 2 ** 31);
  assertEquals(uniformOf(-1), 1 - 0.5 / 2 ** 31);
  assert(uniformOf(0) > 0 && uniformOf(-1) < 1);
  assertEquals(uniformOf(0x7fff_ffff) + 2 ** -31, uniformOf(-0x8000_0000));
});

Deno.test("streams() refuses a seed or a path that is none", () => {
  assertThrows(
    () => streams(NaN),
    TypeError,
    "Cannot build streams as seed must be text or a finite number: current value is NaN",
  );
  assertThrows(() => streams(Infinity), TypeError, "seed");
  assertThrows(() => streams(undefined as unknown as string), TypeError, "seed");
  assertThrows(
    () => streams(1)("price", -1),
    RangeError,
    "Cannot open a random stream as path must be a whole number >= 0: current value is -1",
  );
  assertThrows(() => streams(1)("price", 0.5), RangeError, "path");
});

/** Chi-square over 256 cells; an innocent sample fails once in a million times. */
function assertUniform(sample: Float64Array): void {
  const levels = Array.from({ length: 255 }, (_, i) => (i + 1) / 256);
  assertCounts(countCells(sample, levels), cellProbabilities(levels));
}

Deno.test("PathStream.restart() is the stream of the other path, from its first number on", () => {
  const random = streams(3);
  for (const path of [0, 5, 2 ** 40]) {
    const moved = random("price", 1);
    words(moved, 3);
    moved.restart(path);
    assertEquals(words(moved, 5), words(random("price", path), 5));
    const normals = new Float64Array(4);
    moved.normals(normals, 2);
    assertEquals([...normals.subarray(0, 2)], [0, 0]);
    assert(normals[2] !== 0 && normals[3] !== 0);
  }
  assertThrows(() => random("price").restart(-1), RangeError, "path");
});
