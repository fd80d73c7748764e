/*
 * A step of a trader, for a group of four paths.
 *
 * The trader's table has a row of 32 bytes for every inventory (of every step, where the policy reads
 * time):
 *
 *    0  last words that fill ask and bid, −1 where none does. A forced trade's side is always filled
 *    8  what a fill earns for each unit of currency of the mid-price: the rebate, or minus the fee
 *   16  what a filled ask earns at a mid-price of zero, and a filled bid
 *
 * A step gains what its fills earned beyond the mid, and the move of the mid times the inventory. All
 * money is counted for a 32nd of an order: so the distance of two rows, in bytes, is the inventory too.
 * No random number decides about a branch: one fill in three would mislead it a third of the time.
 */

import { MID, STEP } from "./layout.as";

/* What a group came to, from its place on. */
const PROFIT: usize = 0, SQUARES: usize = 32, LOWEST: usize = 80, HIGHEST: usize = 96;
const TAKEN: usize = 112, CROSSINGS: usize = 128;
export const INVENTORY: usize = 64;

/* A trader's terms, from its place on: `trade.as.ts`. */
const CROSSING: usize = 8, FLATTENING: usize = 12, FEE: usize = 16, BOTH: usize = 24;
const UNIT: usize = 32;

const ORDER: usize = memory.data<i32>([32, 32, 32, 32], 16);

// @ts-ignore: decorator
@inline
function addReal(place: usize, what: v128): void {
  v128.store(place, f64x2.add(v128.load(place), what));
}

// @ts-ignore: decorator
@inline
function addWhole(place: usize, what: v128): void {
  v128.store(place, i32x4.add(v128.load(place), what));
}

// @ts-ignore: decorator
@inline
function high(lanes: v128): v128 {
  return v128.shuffle<i64>(lanes, lanes, 1, 1);
}

/** Masks of paths 0 and 1 as wide as a number of 64 bits. */
// @ts-ignore: decorator
@inline
function near(mask: v128): v128 {
  return v128.shuffle<i32>(mask, mask, 0, 0, 1, 1);
}

/** Those of paths 2 and 3. */
// @ts-ignore: decorator
@inline
function far(mask: v128): v128 {
  return v128.shuffle<i32>(mask, mask, 2, 2, 3, 3);
}

/** Four columns of wealth, then four of inventory; `column` bytes each. */
// @ts-ignore: decorator
@inline
function trace(to: usize, column: usize, near: v128, far: v128): void {
  v128.store64_lane(to, near, 0);
  v128.store64_lane(to + column, near, 1);
  v128.store64_lane(to + 2 * column, far, 0);
  v128.store64_lane(to + 3 * column, far, 1);
}

/** Moves a group on by a step; answers its inventory. What is counted besides stays in memory. */
// @ts-ignore: decorator
@inline
export function move(
  all: bool, traced: bool, unusual: bool, trader: usize, at: usize, out: usize, rows: v128,
  held: v128, to: usize, column: usize,
): v128 {
  const order = v128.load(ORDER);
  if (all) {
    const forced = i32x4.gt_s(i32x4.abs(held), v128.load32_splat(trader, CROSSING));
    addWhole(out + TAKEN, v128.and(forced, order));
    addWhole(out + CROSSINGS, forced);
  }
  rows = i32x4.add(rows, held);
  const r0 = <usize> i32x4.extract_lane(rows, 0), r1 = <usize> i32x4.extract_lane(rows, 1);
  const r2 = <usize> i32x4.extract_lane(rows, 2), r3 = <usize> i32x4.extract_lane(rows, 3);
  const t0 = v128.load(r0), t1 = v128.load(r1), t2 = v128.load(r2), t3 = v128.load(r3);
  const below01 = v128.shuffle<i32>(t0, t1, 0, 4, 1, 5);
  const below23 = v128.shuffle<i32>(t2, t3, 0, 4, 1, 5);
  const noAsk = i32x4.gt_s(v128.load(at), v128.shuffle<i64>(below01, below23, 0, 2));
  const noBid = i32x4.gt_s(v128.load(at, 16), v128.shuffle<i64>(below01, below23, 1, 3));
  held = i32x4.add(held, i32x4.sub(v128.andnot(order, noBid), v128.andnot(order, noAsk)));

  const mid01 = v128.load(at, MID), mid23 = v128.load(at, MID + 16);
  const share01 = f64x2.mul(v128.shuffle<i64>(t0, t1, 1, 3), mid01);
  const share23 = f64x2.mul(v128.shuffle<i64>(t2, t3, 1, 3), mid23);
  const e0 = v128.load(r0, 16), e1 = v128.load(r1, 16);
  const e2 = v128.load(r2, 16), e3 = v128.load(r3, 16);
  const noAsk01 = near(noAsk), noAsk23 = far(noAsk), noBid01 = near(noBid), noBid23 = far(noBid);
  let gain01 = f64x2.add(
    v128.andnot(f64x2.add(v128.shuffle<i64>(e0, e1, 0, 2), share01), noAsk01),
    v128.andnot(f64x2.add(v128.shuffle<i64>(e0, e1, 1, 3), share01), noBid01),
  );
  let gain23 = f64x2.add(
    v128.andnot(f64x2.add(v128.shuffle<i64>(e2, e3, 0, 2), share23), noAsk23),
    v128.andnot(f64x2.add(v128.shuffle<i64>(e2, e3, 1, 3), share23), noBid23),
  );
  if (unusual) {
    const both = v128.load64_splat(trader, BOTH);
    gain01 = f64x2.add(gain01, v128.andnot(both, v128.or(noAsk01, noBid01)));
    gain23 = f64x2.add(gain23, v128.andnot(both, v128.or(noAsk23, noBid23)));
    const over = i32x4.gt_s(i32x4.abs(held), v128.load32_splat(trader, FLATTENING));
    if (v128.any_true(over)) {
      const flat = v128.and(i32x4.abs(held), over), fee = v128.load64_splat(trader, FEE);
      const flat01 = f64x2.convert_low_i32x4_s(flat);
      const flat23 = f64x2.convert_low_i32x4_s(high(flat));
      gain01 = f64x2.sub(gain01, f64x2.mul(f64x2.mul(fee, mid01), flat01));
      gain23 = f64x2.sub(gain23, f64x2.mul(f64x2.mul(fee, mid23), flat23));
      held = v128.andnot(held, over);
      if (all) {
        addWhole(out + TAKEN, flat);
        addWhole(out + CROSSINGS, over);
      }
    }
  }
  const held01 = f64x2.convert_low_i32x4_s(held), held23 = f64x2.convert_low_i32x4_s(high(held));
  const moved01 = f64x2.sub(v128.load(at, STEP + MID), mid01);
  const moved23 = f64x2.sub(v128.load(at, STEP + MID + 16), mid23);
  gain01 = f64x2.add(gain01, f64x2.mul(held01, moved01));
  gain23 = f64x2.add(gain23, f64x2.mul(held23, moved23));
  addReal(out + PROFIT, gain01);
  addReal(out + PROFIT + 16, gain23);
  if (all) {
    addReal(out + SQUARES, f64x2.mul(gain01, gain01));
    addReal(out + SQUARES + 16, f64x2.mul(gain23, gain23));
    v128.store(out + LOWEST, i32x4.min_s(v128.load(out + LOWEST), held));
    v128.store(out + HIGHEST, i32x4.max_s(v128.load(out + HIGHEST), held));
  }
  if (traced) {
    const unit = v128.load64_splat(trader, UNIT);
    const wealth01 = v128.load(out + PROFIT), wealth23 = v128.load(out + PROFIT + 16);
    trace(to, column, f64x2.mul(wealth01, unit), f64x2.mul(wealth23, unit));
    to += 4 * column;
    trace(to, column, f64x2.mul(held01, unit), f64x2.mul(held23, unit));
  }
  return held;
}
