/*
 * The draws that a rectangle of the ziggurat cannot answer, for one path of the four: the same operations
 * as in `random/ziggurat.ts`, so the same numbers. One draw in ten thousand, the tail's, asks the caller for
 * a logarithm.
 */

import { exponential } from "./exponential.as";
import { HEIGHTS, LAYERS } from "./memory.as";
import { STATE } from "./words.as";

@external("numeric", "logarithm")
declare function logarithm(x: f64): f64;

const TAIL: f64 = 3.8520461503683913;
const PLACES: f64 = 4194304;

/** The next word of one path's generator of prices. */
function drawn(lane: usize): i32 {
  const state = STATE + 4 * lane;
  const a = load<i32>(state), b = load<i32>(state, 16), c = load<i32>(state, 32);
  const counter = load<i32>(state, 48), word = a + b + counter;
  store<i32>(state, b ^ (b >>> 9));
  store<i32>(state, c + (c << 3), 16);
  store<i32>(state, rotl(c, 21) + word, 32);
  store<i32>(state, counter + 1, 48);
  return word;
}

function uniform(word: i32): f64 {
  return (<f64> <u32> word + 0.5) / 4294967296;
}

/** Width of a layer's place. */
function scale(layer: usize): f64 {
  return load<f64>(LAYERS + 16 * layer, 8);
}

function height(layer: usize): f64 {
  return load<f64>(HEIGHTS + 8 * layer);
}

/** The tail, or the sliver under the bell. */
export function edge(lane: usize, word: i32): f64 {
  while (true) {
    const layer: usize = word & 511, place = word >> 9;
    const x = (<f64> place + 0.5) * scale(layer), size = abs(x);
    const first = uniform(drawn(lane)), second = drawn(lane);
    if (layer == 0) {
      if (size < TAIL) return x;
      const beyond = -logarithm(first) / TAIL;
      if (-2 * logarithm(uniform(second)) > beyond * beyond) return copysign(TAIL + beyond, x);
      continue;
    }
    if (size < PLACES * scale(layer + 1)) return x;
    const y = height(layer) + first * (height(layer + 1) - height(layer));
    if (y < f64x2.extract_lane(exponential(f64x2.splat(-x * x / 2)), 0)) return x;
    word = second;
    const next: usize = word & 511, nextPlace = word >> 9;
    if ((nextPlace ^ (nextPlace >> 31)) < load<i32>(LAYERS + 16 * next)) {
      return (<f64> nextPlace + 0.5) * scale(next);
    }
  }
}
