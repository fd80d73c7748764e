/*
 * The small fast generator of `random/sfc32.ts`, four streams at a time.
 */

import { STEP } from "./layout";
import { ORDERS_KEY, steps } from "./memory.as";

const WARM_UP: i32 = 12;

/** Where words go that nobody wants. */
const NOWHERE: usize = memory.data(STEP * WARM_UP / 2, 16);

/** Read from memory: written as a number it would be put together at every use. */
export const ONE: usize = memory.data<i32>([1, 1, 1, 1], 16);

/** A generator's three chaotic words and its counter, four lanes each. */
export const STATE: usize = memory.data(64, 16);

function mix(word: v128): v128 {
  word = i32x4.mul(v128.xor(word, i32x4.shr_u(word, 16)), i32x4.splat(0x85ebca6b));
  word = i32x4.mul(v128.xor(word, i32x4.shr_u(word, 13)), i32x4.splat(0xc2b2ae35));
  return v128.xor(word, i32x4.shr_u(word, 16));
}

/** The third word after one that was drawn. */
@inline
export function stirred(c: v128, word: v128): v128 {
  return i32x4.add(v128.or(i32x4.shl(c, 21), i32x4.shr_u(c, 11)), word);
}

/** Puts the generator of a key at the start of four paths, from this number on. */
export function startPaths(key: usize, first: f64): void {
  const path = <i64> first, least = i32x4.splat(<i32> path);
  const lower = i32x4.add(least, i32x4(0, 1, 2, 3));
  // The low words may run over between these four.
  const upper = i32x4.sub(i32x4.splat(<i32> (path >> 32)), i32x4.lt_u(lower, least));
  const high = mix(v128.xor(v128.load32_splat(key, 4), upper));
  v128.store(STATE, mix(v128.xor(v128.load32_splat(key), lower)));
  v128.store(STATE, mix(i32x4.add(v128.load32_splat(key, 8), high)), 16);
  v128.store(STATE, v128.xor(v128.load32_splat(key, 12), high), 32);
  v128.store(STATE, i32x4.splat(1), 48);
  drawPairs(NOWHERE, WARM_UP / 2);
}

/** Draws the orders of four paths onto a tape, from a path on. */
export function drawOrders(tape: usize, path: f64): void {
  startPaths(ORDERS_KEY, path);
  drawPairs(tape, steps);
}

/** Draws so many pairs of words onto a tape: the upper 31 bits of each. */
function drawPairs(tape: usize, pairs: i32): void {
  let a = v128.load(STATE), b = v128.load(STATE, 16), c = v128.load(STATE, 32);
  let counter = v128.load(STATE, 48);
  const one = v128.load(ONE), end = tape + STEP * pairs;
  for (let at = tape; at < end; at += STEP) {
    const buy = i32x4.add(i32x4.add(a, b), counter);
    a = v128.xor(b, i32x4.shr_u(b, 9));
    b = i32x4.add(c, i32x4.shl(c, 3));
    c = stirred(c, buy);
    counter = i32x4.add(counter, one);
    const sell = i32x4.add(i32x4.add(a, b), counter);
    a = v128.xor(b, i32x4.shr_u(b, 9));
    b = i32x4.add(c, i32x4.shl(c, 3));
    c = stirred(c, sell);
    counter = i32x4.add(counter, one);
    v128.store(at, i32x4.shr_u(buy, 1));
    v128.store(at, i32x4.shr_u(sell, 1), 16);
  }
  v128.store(STATE, a);
  v128.store(STATE, b, 16);
  v128.store(STATE, c, 32);
  v128.store(STATE, counter, 48);
}
