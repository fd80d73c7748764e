/*
 * Mid-prices of four paths: normal numbers by the ziggurat of `random/ziggurat.ts`, and the steps of
 * `market/price_step.ts`, X′ = kept·X + (shift + deviation·Z), with X the price or its logarithm. The draw
 * that a layer's rectangle cannot answer is made for that one path alone.
 */

import { edge } from "./edge.as";
import { exponential, smallExponential } from "./exponential.as";
import { GROWING, GROWING_LITTLE, ITSELF, MID, STEP } from "./layout";
import {
  deviation, initialPrice, kept, LAYERS, price, PRICES_KEY, shift, start, steps,
} from "./memory.as";
import { ONE, startPaths, STATE, stirred } from "./words.as";

const HALF: usize = memory.data<f64>([0.5, 0.5], 16);
const LAYER: usize = memory.data<i32>([0x1ff0, 0x1ff0, 0x1ff0, 0x1ff0], 16);
const WORDS: usize = memory.data(16, 16);

/** Draws the mid-prices of four paths onto a tape, from a path on. */
export function drawPrices(tape: usize, path: f64): void {
  startPaths(PRICES_KEY, path);
  drawSteps(tape + MID);
  if (price == GROWING_LITTLE) exponentiate(true, tape + MID);
  else if (price != ITSELF) exponentiate(false, tape + MID);
}

/** Draws X, from a place on. */
function drawSteps(first: usize): void {
  let a = v128.load(STATE), b = v128.load(STATE, 16), c = v128.load(STATE, 32);
  let counter = v128.load(STATE, 48);
  const one = v128.load(ONE), half = v128.load(HALF), layers = v128.load(LAYER);
  const k = f64x2.splat(kept), shifts = f64x2.splat(shift), deviations = f64x2.splat(deviation);
  const end = first + STEP * steps;
  let x01 = f64x2.splat(start), x23 = x01;
  v128.store(first, x01);
  v128.store(first, x23, 16);
  for (let at = first + STEP; at <= end; at += STEP) {
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
    let z01 = f64x2.mul(
      f64x2.add(f64x2.convert_low_i32x4_s(place), half),
      v128.shuffle<i64>(l0, l1, 1, 3),
    );
    let z23 = f64x2.mul(
      f64x2.add(f64x2.convert_low_i32x4_s(further), half),
      v128.shuffle<i64>(l2, l3, 1, 3),
    );
    const inside = v128.shuffle<i64>(
      v128.shuffle<i32>(l0, l1, 0, 4, 1, 5),
      v128.shuffle<i32>(l2, l3, 0, 4, 1, 5),
      0,
      2,
    );
    const outside = i32x4.ge_s(size, inside);
    if (v128.any_true(outside)) {
      v128.store(STATE, a);
      v128.store(STATE, b, 16);
      v128.store(STATE, c, 32);
      v128.store(STATE, counter, 48);
      v128.store(WORDS, word);
      v128.store(at, z01);
      v128.store(at, z23, 16);
      for (let lanes = i32x4.bitmask(outside), lane = 0; lanes != 0; lanes >>= 1, lane++) {
        if ((lanes & 1) == 0) continue;
        store<f64>(at + 8 * <usize> lane, edge(lane, load<i32>(WORDS + 4 * <usize> lane)));
      }
      a = v128.load(STATE);
      b = v128.load(STATE, 16);
      c = v128.load(STATE, 32);
      counter = v128.load(STATE, 48);
      z01 = v128.load(at);
      z23 = v128.load(at, 16);
    }
    x01 = f64x2.add(f64x2.mul(k, x01), f64x2.add(shifts, f64x2.mul(deviations, z01)));
    x23 = f64x2.add(f64x2.mul(k, x23), f64x2.add(shifts, f64x2.mul(deviations, z23)));
    v128.store(at, x01);
    v128.store(at, x23, 16);
  }
}

/** Prices in the places of X, by which they grow, or which are their logarithms. */
@inline
function exponentiate(little: bool, first: usize): void {
  const grows = little || price == GROWING, end = first + STEP * steps;
  let mid01 = f64x2.splat(initialPrice), mid23 = mid01;
  v128.store(first, mid01);
  v128.store(first, mid23, 16);
  if (!grows) mid01 = mid23 = f64x2.splat(1);
  for (let at = first + STEP; at <= end; at += STEP) {
    const x01 = v128.load(at), x23 = v128.load(at, 16);
    const next01 = f64x2.mul(mid01, little ? smallExponential(x01) : exponential(x01));
    const next23 = f64x2.mul(mid23, little ? smallExponential(x23) : exponential(x23));
    v128.store(at, next01);
    v128.store(at, next23, 16);
    if (grows) {
      mid01 = next01;
      mid23 = next23;
    }
  }
}
