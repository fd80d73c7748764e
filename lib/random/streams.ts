import { seed as seedKind, text } from "../kinds.ts";
import { checkThat, checkWhole } from "../check.ts";
import { fillWords, sfc32State, startPath } from "./sfc32.ts";
import { streamKey } from "./stream_key.ts";
import { uniformOfWord } from "./uniform.ts";
import { fillNormals } from "./ziggurat.ts";

/** One stream of random numbers; every call moves it on. */
export interface RandomStream {
  /** Fills `out` with 32-bit words, each of the 2³² equally likely. */
  readonly words: (out: Int32Array) => void;
  /** Fills `out` from place `from` (default 0) on with independent standard normal numbers. */
  readonly normals: (out: Float64Array, from?: number) => void;
  /** The next number uniform on (0, 1), ends excluded: {@linkcode uniformOf} the next word. */
  readonly uniform: () => number;
}

/** A stream that can be taken to the start of another path: cheaper than a new one for every path. */
export interface PathStream extends RandomStream {
  /** Becomes the stream of the same name for this path, from its first number on. */
  readonly restart: (path: number) => void;
}

/** Answers the same stream whenever asked for the same name and path. */
export interface Streams {
  (name: string, path?: number): PathStream;
  /** The seed as text, where they come from one: what is drawn from them can say so. */
  readonly seed?: string;
}

/**
 * Random streams by name and path, keyed from one seed.
 *
 * A stream is a pure function of (seed, name, path): re-running a cell, adding a path or drawing in
 * another order moves no other number. `npm:seedrandom` turns seed and name into a key of 128 bits;
 * the numbers come from a small fast generator. The seed `7` and the seed `"7"` are one seed.
 *
 * @param seed Any text or any finite number.
 * @returns A function from a name (such as `"price"`) and a path's number (default 0) to its stream.
 * @throws {TypeError} Where the seed is neither text nor a finite number.
 *
 * @example The same name and path give the same numbers
 * ```ts
 * import { streams } from "@digital-market-maker/lab";
 * import { assertEquals, assertNotEquals } from "@std/assert";
 *
 * const first = streams(7)("price", 17).uniform();
 * assertEquals(streams("7")("price", 17).uniform(), first);
 * assertNotEquals(streams(7)("price", 18).uniform(), first);
 * ```
 */
export function streams(seed: string | number): Streams {
  seedKind("build streams", "seed", seed);
  const keys = new Map<string, Int32Array>();
  const open = (name: string, path = 0): PathStream => {
    checkPath(path);
    text("open a random stream", "name", name);
    const key = keys.get(name) ?? streamKey(seed, name);
    keys.set(name, key);
    const state = sfc32State(key, path);
    const one = new Int32Array(1);
    return {
      words: (out) => fillWords(state, out),
      normals: (out, from) => fillNormals(state, out, from),
      uniform: () => {
        fillWords(state, one);
        return uniformOfWord(one[0]);
      },
      restart: (path) => {
        checkPath(path);
        startPath(state, key, path);
      },
    };
  };
  return Object.assign(open, { seed: String(seed) });
}

const checkPath = (path: number) => checkWhole("open a random stream", "path", path, 0);

/**
 * The number on (0, 1) that a 32-bit word stands for: (w + ½)/2³¹, where w are the word's upper 31 bits.
 *
 * With 31 bits, "below this probability" is an integer comparison that needs no branch: the fast
 * simulation lives on it.
 *
 * @param word A word from {@linkcode RandomStream.words}.
 * @returns A number above 0 and below 1.
 * @throws {RangeError} Where the word is no whole number.
 *
 * @example
 * ```ts
 * import { uniformOf } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(uniformOf(0), 0.5 / 2 ** 31);
 * assertEquals(uniformOf(-1), 1 - 0.5 / 2 ** 31);
 * ```
 */
export function uniformOf(word: number): number {
  checkThat("take uniformOf", "word", "a whole number", word, Number.isInteger(word));
  return uniformOfWord(word);
}
