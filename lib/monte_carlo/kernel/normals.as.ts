/*
 * The ziggurat of `random/ziggurat.ts`, four streams at a time. The draw that a layer's rectangle cannot
 * answer is asked of the caller for that one path, whose generator comes back moved on.
 */

import { LAYERS, MID, ONE, PRICES, STEP } from "./layout.as";
import { stirred } from "./words.as";

// @ts-ignore: decorator
@external("env", "edge")
declare function edge(lane: i32, word: i32): f64;

const HALF: usize = memory.data<f64>([0.5, 0.5], 16);
const LAYER: usize = memory.data<i32>([0x1ff0, 0x1ff0, 0x1ff0, 0x1ff0], 16);
const WORDS: usize = memory.data(16, 16);

/** Draws normal numbers to where the mid-prices after each of so many steps will be. */
export function drawNormals(tape: usize, steps: i32): void {
  let a = v128.load(PRICES), b = v128.load(PRICES, 16), c = v128.load(PRICES, 32);
  let counter = v128.load(PRICES, 48);
  const one = v128.load(ONE), half = v128.load(HALF), layers = v128.load(LAYER);
  const first = tape + STEP + MID, end = first + STEP * <usize> steps;
  for (let at = first; at < end; at += STEP) {
    const word = i32x4.add(i32x4.add(a, b), counter);
    counter = i32x4.add(counter, one);
    a = v128.xor(b, i32x4.shr_u(b, 9));
    b = i32x4.add(c, i32x4.shl(c, 3));
    c = stirred(c, word);
    const layer = v128.and(i32x4.shl(word, 4), layers), place = i32x4.shr_s(word, 9);
    const size = v128.xor(place, i32x4.shr_s(place, 31));
    const l0 = v128.load(LAYERS + <usize> i32x4.extract_lane(layer, 0));
    const l1 = v128.load(LAYERS + <usize> i32x4.extract_lane(layer, 1));
    const l2 = v128.load(LAYERS + <usize> i32x4.extract_lane(layer, 2));
    const l3 = v128.load(LAYERS + <usize> i32x4.extract_lane(layer, 3));
    const further = v128.shuffle<i64>(place, place, 1, 1);
    const near = f64x2.add(f64x2.convert_low_i32x4_s(place), half);
    const far = f64x2.add(f64x2.convert_low_i32x4_s(further), half);
    v128.store(at, f64x2.mul(near, v128.shuffle<i64>(l0, l1, 1, 3)));
    v128.store(at, f64x2.mul(far, v128.shuffle<i64>(l2, l3, 1, 3)), 16);
    const inside = v128.shuffle<i64>(
      v128.shuffle<i32>(l0, l1, 0, 4, 1, 5),
      v128.shuffle<i32>(l2, l3, 0, 4, 1, 5),
      0,
      2,
    );
    const outside = i32x4.ge_s(size, inside);
    if (v128.any_true(outside)) {
      v128.store(PRICES, a);
      v128.store(PRICES, b, 16);
      v128.store(PRICES, c, 32);
      v128.store(PRICES, counter, 48);
      v128.store(WORDS, word);
      for (let lanes = i32x4.bitmask(outside), lane = 0; lanes != 0; lanes >>= 1, lane++) {
        if ((lanes & 1) == 0) continue;
        store<f64>(at + 8 * <usize> lane, edge(lane, load<i32>(WORDS + 4 * <usize> lane)));
      }
      a = v128.load(PRICES);
      b = v128.load(PRICES, 16);
      c = v128.load(PRICES, 32);
      counter = v128.load(PRICES, 48);
    }
  }
}
