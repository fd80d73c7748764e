/*
 * A step of a trader, for a group of four paths.
 *
 * The trader's table has a row for every inventory (of every step, where the policy reads time):
 *
 *    0  last words that fill ask and bid, −1 where none does. A forced trade's side is always filled
 *    8  what a fill earns for each unit of currency of the mid-price: the rebate, or minus the fee
 *   16  what a filled ask earns at a mid-price of zero, and a filled bid
 *
 * A step gains what its fills earned beyond the mid, and the move of the mid times the inventory. All
 * money is counted for a 32nd of an order: so the distance of two rows, in bytes, is the inventory too.
 * No random number decides about a branch: one fill in three would mislead it a third of the time.
 */

import { MID, ROW, STEP } from "./layout";

const ORDER: usize = memory.data<i32>([ROW, ROW, ROW, ROW], 16);

/** A trader's terms. */
@unmanaged
export class Trader {
  /** Row of an inventory of zero in step 0, and the way to the next step's. */
  row: i32;
  leap: i32;
  /** Inventories beyond which it is a forced taker, and beyond which it flattens. */
  crossing: i32;
  flattening: i32;
  /** The fee of flattening, what a step with both fills earns beyond their sum, units in a byte of rows. */
  fee: f64;
  both: f64;
  unit: f64;
  /** Whether it flattens, or its fills move the mid. */
  unusual: i32;
}

/** What a group has come to. */
@unmanaged
export class Group {
  profit01: v128;
  profit23: v128;
  squares01: v128;
  squares23: v128;
  lowest: v128;
  highest: v128;
  taken: v128;
  crossings: v128;
}

@inline
export function high(lanes: v128): v128 {
  return v128.shuffle<i64>(lanes, lanes, 1, 1);
}

/** What fills earned of two paths, from the halves of their rows. */
@inline
function earned(t0: v128, t1: v128, r0: usize, r1: usize, mid: v128, noAsk: v128, noBid: v128): v128 {
  const e0 = v128.load(r0, 16), e1 = v128.load(r1, 16);
  const share = f64x2.mul(v128.shuffle<i64>(t0, t1, 1, 3), mid);
  return f64x2.add(
    v128.andnot(f64x2.add(v128.shuffle<i64>(e0, e1, 0, 2), share), noAsk),
    v128.andnot(f64x2.add(v128.shuffle<i64>(e0, e1, 1, 3), share), noBid),
  );
}

/** Moves a group on by a step; answers its inventory. */
@inline
export function step(
  all: bool, trader: Trader, at: usize, group: Group, rows: v128, held: v128,
): v128 {
  const order = v128.load(ORDER);
  if (all) {
    const forced = i32x4.gt_s(i32x4.abs(held), i32x4.splat(trader.crossing));
    group.taken = i32x4.add(group.taken, v128.and(forced, order));
    group.crossings = i32x4.add(group.crossings, forced);
  }
  rows = i32x4.add(rows, held);
  const r0 = <usize> i32x4.extract_lane(rows, 0), r1 = <usize> i32x4.extract_lane(rows, 1);
  const r2 = <usize> i32x4.extract_lane(rows, 2), r3 = <usize> i32x4.extract_lane(rows, 3);
  const t0 = v128.load(r0), t1 = v128.load(r1), t2 = v128.load(r2), t3 = v128.load(r3);
  const last01 = v128.shuffle<i32>(t0, t1, 0, 4, 1, 5);
  const last23 = v128.shuffle<i32>(t2, t3, 0, 4, 1, 5);
  const noAsk = i32x4.gt_s(v128.load(at), v128.shuffle<i64>(last01, last23, 0, 2));
  const noBid = i32x4.gt_s(v128.load(at, 16), v128.shuffle<i64>(last01, last23, 1, 3));
  held = i32x4.add(held, i32x4.sub(v128.andnot(order, noBid), v128.andnot(order, noAsk)));

  const mid01 = v128.load(at, MID), mid23 = v128.load(at, MID + 16);
  const noAsk01 = v128.shuffle<i32>(noAsk, noAsk, 0, 0, 1, 1);
  const noAsk23 = v128.shuffle<i32>(noAsk, noAsk, 2, 2, 3, 3);
  const noBid01 = v128.shuffle<i32>(noBid, noBid, 0, 0, 1, 1);
  const noBid23 = v128.shuffle<i32>(noBid, noBid, 2, 2, 3, 3);
  let gain01 = earned(t0, t1, r0, r1, mid01, noAsk01, noBid01);
  let gain23 = earned(t2, t3, r2, r3, mid23, noAsk23, noBid23);
  if (trader.unusual) {
    const both = f64x2.splat(trader.both);
    gain01 = f64x2.add(gain01, v128.andnot(both, v128.or(noAsk01, noBid01)));
    gain23 = f64x2.add(gain23, v128.andnot(both, v128.or(noAsk23, noBid23)));
    const over = i32x4.gt_s(i32x4.abs(held), i32x4.splat(trader.flattening));
    if (v128.any_true(over)) {
      const flat = v128.and(i32x4.abs(held), over), fee = f64x2.splat(trader.fee);
      const flat01 = f64x2.convert_low_i32x4_s(flat);
      const flat23 = f64x2.convert_low_i32x4_s(high(flat));
      gain01 = f64x2.sub(gain01, f64x2.mul(f64x2.mul(fee, mid01), flat01));
      gain23 = f64x2.sub(gain23, f64x2.mul(f64x2.mul(fee, mid23), flat23));
      held = v128.andnot(held, over);
      if (all) {
        group.taken = i32x4.add(group.taken, flat);
        group.crossings = i32x4.add(group.crossings, over);
      }
    }
  }
  const moved01 = f64x2.sub(v128.load(at, STEP + MID), mid01);
  const moved23 = f64x2.sub(v128.load(at, STEP + MID + 16), mid23);
  gain01 = f64x2.add(gain01, f64x2.mul(f64x2.convert_low_i32x4_s(held), moved01));
  gain23 = f64x2.add(gain23, f64x2.mul(f64x2.convert_low_i32x4_s(high(held)), moved23));
  group.profit01 = f64x2.add(group.profit01, gain01);
  group.profit23 = f64x2.add(group.profit23, gain23);
  if (all) {
    group.squares01 = f64x2.add(group.squares01, f64x2.mul(gain01, gain01));
    group.squares23 = f64x2.add(group.squares23, f64x2.mul(gain23, gain23));
    group.lowest = i32x4.min_s(group.lowest, held);
    group.highest = i32x4.max_s(group.highest, held);
  }
  return held;
}
