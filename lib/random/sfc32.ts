/**
 * Chris Doty-Humphrey's *small fast counting* generator with 32-bit words: 128 bits of state, one of
 * them a counter, so that no cycle is shorter than 2³² words; it passes PractRand and BigCrush.
 *
 * @module
 */

/** State of the generator: three chaotic words and a counter. */
export type Sfc32State = Int32Array;

/** Words thrown away at a path's start, until every bit of the key has reached every bit of the state. */
const WARM_UP = 12;

/** Finalizer of MurmurHash3: every input bit reaches every output bit. */
function mix(word: number): number {
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}

/**
 * A generator's state for one path of one named stream.
 *
 * Distinct paths of a key get distinct states: the path's number, mixed one to one, is one of the words.
 */
export function sfc32State(key: Int32Array, path: number): Sfc32State {
  const state = new Int32Array(4);
  startPath(state, key, path);
  return state;
}

/** Puts a state at the start of a path: {@linkcode sfc32State} without a new array. */
export function startPath(state: Sfc32State, key: Int32Array, path: number): void {
  const high = mix(key[1] ^ Math.floor(path / 2 ** 32));
  let a = mix(key[0] ^ (path | 0)), b = mix(key[2] + high), c = key[3] ^ high;
  for (let counter = 1; counter <= WARM_UP; counter++) {
    const word = (a + b + counter) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + word | 0;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = WARM_UP + 1;
}

/** Writes signed 32-bit words, each of the 2³² equally likely, and moves the state on. */
export function fillWords(state: Sfc32State, out: Int32Array): void {
  let a = state[0], b = state[1], c = state[2], counter = state[3];
  for (let i = 0; i < out.length; i++) {
    const word = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + word | 0;
    out[i] = word;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = counter;
}
