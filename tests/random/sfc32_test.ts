import { assertEquals, assertNotEquals } from "@std/assert";
import { fillWords, sfc32State } from "../../lib/random/sfc32.ts";

Deno.test("fillWords() gives the words of an independent implementation of sfc32", () => {
  // State a = 0, b = 0x89abcdef, c = 0x01234567, counter = 1; words 1–6 and 13–16 from a Python
  // transcription of Doty-Humphrey's C code with unsigned arithmetic.
  const state = new Int32Array([0, 0x89abcdef, 0x01234567, 1]);
  const words = new Int32Array(16);
  fillWords(state, words);
  assertEquals(
    [...words.slice(0, 6)],
    [-1985229328, -1809020758, -182193342, -1016259514, -455019625, -839893355],
  );
  assertEquals([...words.slice(12)], [-2072957545, -173811256, 1557176981, 903895892]);
});

Deno.test("fillWords() goes on where it stopped", () => {
  const key = new Int32Array([1, 2, 3, 4]);
  const whole = new Int32Array(10);
  fillWords(sfc32State(key, 5), whole);
  const state = sfc32State(key, 5);
  const first = new Int32Array(3), rest = new Int32Array(7);
  fillWords(state, first);
  fillWords(state, rest);
  assertEquals([...first, ...rest], [...whole]);
});

Deno.test("sfc32State() differs for each of 100 000 paths and for paths beyond 2³²", () => {
  const key = new Int32Array([-7, 11, 13, 17]);
  const seen = new Set<string>();
  const paths = Array.from({ length: 100_000 }, (_, i) => i);
  for (const path of [...paths, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 33, 2 ** 52]) {
    seen.add(sfc32State(key, path).join());
  }
  assertEquals(seen.size, paths.length + 5);
});

Deno.test("sfc32State() differs in every word of the key", () => {
  const base = sfc32State(new Int32Array([1, 2, 3, 4]), 0).join();
  for (let i = 0; i < 4; i++) {
    const key = new Int32Array([1, 2, 3, 4]);
    key[i] += 1;
    assertNotEquals(sfc32State(key, 0).join(), base);
  }
});
