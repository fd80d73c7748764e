/*
 * Moves mid-prices on from the normal numbers that stand in their places, as `market/price_step.ts` does:
 * X′ = kept·X + (shift + deviation·Z), with X the price or its logarithm.
 */

import { exponential } from "./exponential.as";
import { MID, STEP } from "./layout.as";

/** X itself, from its beginning. */
export function movePrices(
  tape: usize,
  steps: i32,
  initial: f64,
  kept: f64,
  shift: f64,
  deviation: f64,
): void {
  const k = f64x2.splat(kept), c = f64x2.splat(shift), d = f64x2.splat(deviation);
  let near = f64x2.splat(initial), far = near;
  const first = tape + MID, end = first + STEP * <usize> steps;
  v128.store(first, near);
  v128.store(first, far, 16);
  for (let at = first + STEP; at <= end; at += STEP) {
    near = f64x2.add(f64x2.mul(k, near), f64x2.add(c, f64x2.mul(d, v128.load(at))));
    far = f64x2.add(f64x2.mul(k, far), f64x2.add(c, f64x2.mul(d, v128.load(at, 16))));
    v128.store(at, near);
    v128.store(at, far, 16);
  }
}

/** Prices whose logarithm is kept whole: each is a multiple of the one before. */
export function growPrices(
  tape: usize,
  steps: i32,
  initial: f64,
  shift: f64,
  deviation: f64,
): void {
  const c = f64x2.splat(shift), d = f64x2.splat(deviation);
  let near = f64x2.splat(initial), far = near;
  const first = tape + MID, end = first + STEP * <usize> steps;
  v128.store(first, near);
  v128.store(first, far, 16);
  for (let at = first + STEP; at <= end; at += STEP) {
    near = f64x2.mul(near, exponential(f64x2.add(c, f64x2.mul(d, v128.load(at)))));
    far = f64x2.mul(far, exponential(f64x2.add(c, f64x2.mul(d, v128.load(at, 16)))));
    v128.store(at, near);
    v128.store(at, far, 16);
  }
}

/** Prices from the logarithms that stand in their places; the first is known. */
export function raisePrices(tape: usize, steps: i32, initial: f64): void {
  const first = tape + MID, end = first + STEP * <usize> steps;
  v128.store(first, f64x2.splat(initial));
  v128.store(first, f64x2.splat(initial), 16);
  for (let at = first + STEP; at <= end; at += STEP) {
    v128.store(at, exponential(v128.load(at)));
    v128.store(at, exponential(v128.load(at, 16)), 16);
  }
}
