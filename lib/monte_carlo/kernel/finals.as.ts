/*
 * What a group of four paths came to, a number of 64 bits a path: in the columns of `Finals`, or of a trace.
 */

import { ROOM } from "./layout";
import { steps } from "./memory.as";
import { Group, high, Trader } from "./step.as";

/** Bytes from a column to the next. */
const COLUMN: usize = 8 * ROOM;
/** Rounding leaves a few parts in 10¹⁶ of the squares where every gain is the same. */
const ROUNDING: f64 = 1e-14;

@inline
function put(to: usize, at01: v128, at23: v128): void {
  v128.store(to, at01);
  v128.store(to, at23, 16);
}

@inline
function putUnits(to: usize, unit: v128, bytes: v128): void {
  const of01 = f64x2.convert_low_i32x4_s(bytes), of23 = f64x2.convert_low_i32x4_s(high(bytes));
  put(to, f64x2.mul(unit, of01), f64x2.mul(unit, of23));
}

/** The Sharpe ratio of one step from the sums of gains and of their squares, as in `finals.ts`. */
@inline
function sharpe(sum: v128, squares: v128): v128 {
  const count = f64x2.splat(steps), mean = f64x2.div(sum, count);
  const spread = f64x2.sub(squares, f64x2.mul(f64x2.mul(count, mean), mean));
  const deviation = f64x2.sqrt(f64x2.div(spread, f64x2.splat(steps - 1)));
  const exists = f64x2.gt(spread, f64x2.mul(f64x2.splat(ROUNDING), squares));
  return v128.bitselect(f64x2.div(mean, deviation), f64x2.splat(NaN), exists);
}

/** Writes four paths' finals, from their place in the first column on. */
@inline
export function writeFinals(
  all: bool, to: usize, trader: Trader, group: Group, held: v128,
): void {
  const unit = f64x2.splat(trader.unit);
  const profit01 = f64x2.mul(unit, group.profit01), profit23 = f64x2.mul(unit, group.profit23);
  put(to, profit01, profit23);
  putUnits(to + COLUMN, unit, held);
  if (!all) return;
  putUnits(to + 2 * COLUMN, unit, group.lowest);
  putUnits(to + 3 * COLUMN, unit, group.highest);
  putUnits(to + 4 * COLUMN, unit, group.taken);
  // A crossing counts as a mask does: −1.
  putUnits(to + 5 * COLUMN, f64x2.splat(1), i32x4.neg(group.crossings));
  const square = f64x2.mul(unit, unit);
  put(
    to + 6 * COLUMN,
    sharpe(profit01, f64x2.mul(square, group.squares01)),
    sharpe(profit23, f64x2.mul(square, group.squares23)),
  );
}

@inline
function putApart(to: usize, column: usize, at01: v128, at23: v128): void {
  v128.store64_lane(to, at01, 0);
  v128.store64_lane(to + column, at01, 1);
  v128.store64_lane(to + 2 * column, at23, 0);
  v128.store64_lane(to + 3 * column, at23, 1);
}

/** Writes four paths' wealth at a grid time, from its place in the first of four columns on, and inventory in four more. */
@inline
export function writeTrace(to: usize, trader: Trader, group: Group, held: v128): void {
  const column: usize = 8 * (steps + 1), unit = f64x2.splat(trader.unit);
  const held01 = f64x2.convert_low_i32x4_s(held), held23 = f64x2.convert_low_i32x4_s(high(held));
  putApart(to, column, f64x2.mul(unit, group.profit01), f64x2.mul(unit, group.profit23));
  putApart(to + 4 * column, column, f64x2.mul(unit, held01), f64x2.mul(unit, held23));
}
