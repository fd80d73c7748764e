/*
 * A trader on the tapes of two groups of four paths: each group waits for its own last inventory, and
 * while one waits the processor works for the other.
 *
 * The trader's table has a row of 32 bytes for every inventory (of every step, where the policy reads
 * time):
 *
 *    0  fill thresholds of ask and bid: a word below fills. A forced trade's side is always filled
 *    8  what a fill earns for each unit of currency of the mid-price: the rebate, or minus the fee
 *   16  what a filled ask earns at a mid-price of zero, and a filled bid
 *
 * A step gains what its fills earned beyond the mid, and the move of the mid times the inventory. All
 * money is counted for a 32nd of an order: so the distance of two rows, in bytes, is the inventory too.
 * No random number decides about a branch: one fill in three would mislead it a third of the time.
 */

import { MID, OUTCOME, STEP } from "./layout.as";

/* What a group came to, from OUTCOME on and from OUTCOME + GROUP on. */
// @ts-ignore: decorator
@inline
const PROFIT: usize = 0;
// @ts-ignore: decorator
@inline
const SQUARES: usize = 32;
// @ts-ignore: decorator
@inline
const INVENTORY: usize = 64;
// @ts-ignore: decorator
@inline
const LOWEST: usize = 80;
// @ts-ignore: decorator
@inline
const HIGHEST: usize = 96;
// @ts-ignore: decorator
@inline
const TAKEN: usize = 112;
// @ts-ignore: decorator
@inline
const CROSSINGS: usize = 128;
// @ts-ignore: decorator
@inline
const GROUP: usize = 144;

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
function move(
  all: bool,
  traced: bool,
  unusual: bool,
  at: usize,
  out: usize,
  rows: v128,
  held: v128,
  order: v128,
  crossing: v128,
  flattening: v128,
  fee: v128,
  both: v128,
  unit: v128,
  to: usize,
  column: usize,
): v128 {
  if (all) {
    const forced = i32x4.gt_s(i32x4.abs(held), crossing);
    addWhole(out + TAKEN, v128.and(forced, order));
    addWhole(out + CROSSINGS, forced);
  }
  rows = i32x4.add(rows, held);
  const r0 = <usize> i32x4.extract_lane(rows, 0), r1 = <usize> i32x4.extract_lane(rows, 1);
  const r2 = <usize> i32x4.extract_lane(rows, 2), r3 = <usize> i32x4.extract_lane(rows, 3);
  const t0 = v128.load(r0), t1 = v128.load(r1), t2 = v128.load(r2), t3 = v128.load(r3);
  const near = v128.shuffle<i32>(t0, t1, 0, 4, 1, 5), far = v128.shuffle<i32>(t2, t3, 0, 4, 1, 5);
  const ask = i32x4.shr_s(i32x4.sub(v128.load(at), v128.shuffle<i64>(near, far, 0, 2)), 31);
  const bid = i32x4.shr_s(i32x4.sub(v128.load(at, 16), v128.shuffle<i64>(near, far, 1, 3)), 31);
  held = i32x4.add(held, i32x4.sub(v128.and(bid, order), v128.and(ask, order)));

  const mid01 = v128.load(at, MID), mid23 = v128.load(at, MID + 16);
  const share01 = f64x2.mul(v128.shuffle<i64>(t0, t1, 1, 3), mid01);
  const share23 = f64x2.mul(v128.shuffle<i64>(t2, t3, 1, 3), mid23);
  const e0 = v128.load(r0, 16), e1 = v128.load(r1, 16);
  const e2 = v128.load(r2, 16), e3 = v128.load(r3, 16);
  const ask01 = i64x2.extend_low_i32x4_s(ask), ask23 = i64x2.extend_high_i32x4_s(ask);
  const bid01 = i64x2.extend_low_i32x4_s(bid), bid23 = i64x2.extend_high_i32x4_s(bid);
  let gain01 = f64x2.add(
    v128.and(ask01, f64x2.add(v128.shuffle<i64>(e0, e1, 0, 2), share01)),
    v128.and(bid01, f64x2.add(v128.shuffle<i64>(e0, e1, 1, 3), share01)),
  );
  let gain23 = f64x2.add(
    v128.and(ask23, f64x2.add(v128.shuffle<i64>(e2, e3, 0, 2), share23)),
    v128.and(bid23, f64x2.add(v128.shuffle<i64>(e2, e3, 1, 3), share23)),
  );
  if (unusual) {
    gain01 = f64x2.add(gain01, v128.and(v128.and(ask01, bid01), both));
    gain23 = f64x2.add(gain23, v128.and(v128.and(ask23, bid23), both));
    const over = i32x4.gt_s(i32x4.abs(held), flattening);
    if (v128.any_true(over)) {
      const flat = v128.and(i32x4.abs(held), over);
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
    const wealth01 = v128.load(out + PROFIT), wealth23 = v128.load(out + PROFIT + 16);
    trace(to, column, f64x2.mul(wealth01, unit), f64x2.mul(wealth23, unit));
    to += 4 * column;
    trace(to, column, f64x2.mul(held01, unit), f64x2.mul(held23, unit));
  }
  return held;
}

/**
 * Trades for one trader on two tapes, one behind the other.
 *
 * `row` is the place of its inventory of zero in step 0, `leap` the way to the next step's; the trader is
 * a forced taker above `crossing`, and flattens above `flattening`, both in bytes; `both` is what a step
 * with both fills earns beyond their sum. Traces go to `traces`, from grid time 1 on.
 */
// @ts-ignore: decorator
@inline
function trade(
  all: bool,
  traced: bool,
  unusual: bool,
  tapes: usize,
  steps: i32,
  row: i32,
  leap: i32,
  crossing: i32,
  flattening: i32,
  fee: f64,
  both: f64,
  unit: f64,
  traces: usize,
): void {
  const order = v128.load(ORDER), next = i32x4.splat(leap);
  const cross = i32x4.splat(crossing), flat = i32x4.splat(flattening);
  const f = f64x2.splat(fee), b = f64x2.splat(both), u = f64x2.splat(unit);
  const tape = STEP * (<usize> steps + 1), end = tapes + STEP * <usize> steps;
  const column: usize = (<usize> steps + 1) << 3;
  const one = OUTCOME, two = OUTCOME + GROUP;
  let rows = i32x4.splat(row), first = i32x4.splat(0), second = i32x4.splat(0), to = traces;
  memory.fill(OUTCOME, 0, 2 * GROUP);
  for (let at = tapes; at < end; at += STEP) {
    if (traced) to += 8;
    first = move(
      all, traced, unusual, at, one, rows, first, order, cross, flat, f, b, u, to, column,
    );
    second = move(
      all, traced, unusual, at + tape, two, rows, second, order, cross, flat, f, b, u,
      to + 8 * column, column,
    );
    rows = i32x4.add(rows, next);
  }
  v128.store(one + INVENTORY, first);
  v128.store(two + INVENTORY, second);
}

/**
 * Writes profits and inventories alone (recording 0), everything about the paths' ends (1), or wealth and
 * inventory at every grid time as well (2). `unusual` are traders who flatten, or whose fills move the mid.
 */
export function tradePaths(
  recording: i32, unusual: bool, tapes: usize, steps: i32, row: i32, leap: i32, crossing: i32,
  flattening: i32, fee: f64, both: f64, unit: f64, traces: usize,
): void {
  if (recording == 2) {
    trade(true, true, true, tapes, steps, row, leap, crossing, flattening, fee, both, unit, traces);
  } else if (recording == 1) {
    if (unusual) {
      trade(true, false, true, tapes, steps, row, leap, crossing, flattening, fee, both, unit, 0);
    } else {
      trade(true, false, false, tapes, steps, row, leap, crossing, flattening, fee, both, unit, 0);
    }
  } else if (unusual) {
    trade(false, false, true, tapes, steps, row, leap, crossing, flattening, fee, both, unit, 0);
  } else {
    trade(false, false, false, tapes, steps, row, leap, crossing, flattening, fee, both, unit, 0);
  }
}
