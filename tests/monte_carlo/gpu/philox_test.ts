import { normalQuantile, uniformOf } from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals, assertNotEquals } from "@std/assert";
import { philox } from "../../../lib/monte_carlo/gpu/philox.ts";
import { philoxKey, philoxStreams } from "../../../lib/monte_carlo/gpu/philox_streams.ts";
import {
  assertDeviationWithinStandardErrors,
  assertWithinStandardErrors,
} from "../../statistics.ts";

const hex = (words: readonly number[]) =>
  words.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join(" ");

Deno.test("philox() gives the known answers of Random123", () => {
  assertEquals(hex(philox([0, 0, 0, 0], [0, 0])), "6627e8d5 e169c58d bc57ac4c 9b00dbd8");
  assertEquals(hex(philox([-1, -1, -1, -1], [-1, -1])), "408f276d 41c83b0e a20bc7c6 6d5451fd");
  const pi = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;
  assertEquals(
    hex(philox([...pi], [0xa4093822, 0x299f31d0])),
    "d16cfe09 94fdcceb 5001e420 24126ea1",
  );
});

Deno.test("philoxStreams() takes a step's buy order, sell order and price from one block", () => {
  const key = philoxKey("a seed");
  const flow = new Int32Array(6), price = new Int32Array(3);
  const random = philoxStreams("a seed");
  const path = 3 * 2 ** 32 + 5;
  random("flow", path).words(flow);
  random("price", path).words(price);
  for (let n = 0; n < 3; n++) {
    const [buy, sell, move] = philox([n, 0, 5, 3], key);
    assertEquals([...flow.subarray(2 * n, 2 * n + 2), price[n]], [buy, sell, move]);
  }
});

Deno.test("philoxStreams() is a function of seed, name and path", () => {
  const firstOf = (seed: string | number, path: number) =>
    philoxStreams(seed)("flow", path).uniform();
  assertEquals(firstOf(7, 3), firstOf("7", 3));
  assertNotEquals(firstOf(7, 3), firstOf(8, 3));
  assertNotEquals(firstOf(7, 3), firstOf(7, 4));
  assertNotEquals(firstOf(7, 3), firstOf(7, 3 + 2 ** 32));
  const stream = philoxStreams(7)("flow", 9);
  stream.uniform();
  stream.restart(3);
  assertEquals(stream.uniform(), firstOf(7, 3));
});

Deno.test("philoxStreams() draws standard normal and uniform numbers", () => {
  const normals = new Float64Array(20_001), words = new Int32Array(20_000);
  philoxStreams(1)("price").normals(normals, 1);
  assertEquals(normals[0], 0);
  assertWithinStandardErrors(normals.subarray(1), 0);
  assertDeviationWithinStandardErrors(normals.subarray(1), 1);
  philoxStreams(1)("flow").words(words);
  const uniforms = Float64Array.from(words, uniformOf);
  assertWithinStandardErrors(uniforms, 0.5);
  assertDeviationWithinStandardErrors(uniforms, Math.sqrt(1 / 12));
});

Deno.test("philoxStreams() takes a normal number's level from its word, counted from the lowest", () => {
  const word = new Int32Array(1), normal = new Float64Array(1);
  philoxStreams(1)("price", 4).words(word);
  philoxStreams(1)("price", 4).normals(normal);
  assertAlmostEquals(normal[0], normalQuantile(0.5 + (word[0] + 0.5) / 2 ** 32), 1e-12);
});
