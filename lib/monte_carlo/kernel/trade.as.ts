/*
 * A trader on the tapes of two groups of four paths: each group waits for its own last inventory, and
 * while one waits the processor works for the other.
 */

import { writeFinals } from "./finals.as";
import { STEP } from "./layout";
import { steps, tapes } from "./memory.as";
import { Group, high, step, Trader } from "./step.as";

const SIZE: usize = offsetof<Group>();
const ONE: usize = memory.data(128, 16), TWO: usize = memory.data(128, 16);

/** Wealth and inventory at a grid time, at their place in the first of four columns, and of four more. */
@inline
function writeTrace(to: usize, trader: Trader, group: Group, held: v128): void {
  const column: usize = 8 * (steps + 1), unit = f64x2.splat(trader.unit);
  const wealth01 = f64x2.mul(group.profit01, unit), wealth23 = f64x2.mul(group.profit23, unit);
  const held01 = f64x2.mul(f64x2.convert_low_i32x4_s(held), unit);
  const held23 = f64x2.mul(f64x2.convert_low_i32x4_s(high(held)), unit);
  v128.store64_lane(to, wealth01, 0);
  v128.store64_lane(to + column, wealth01, 1);
  v128.store64_lane(to + 2 * column, wealth23, 0);
  v128.store64_lane(to + 3 * column, wealth23, 1);
  v128.store64_lane(to + 4 * column, held01, 0);
  v128.store64_lane(to + 5 * column, held01, 1);
  v128.store64_lane(to + 6 * column, held23, 0);
  v128.store64_lane(to + 7 * column, held23, 1);
}

@inline
function trade(all: bool, traced: bool, trader: Trader, finals: usize, trace: usize): void {
  const one = changetype<Group>(ONE), two = changetype<Group>(TWO);
  const leap = i32x4.splat(trader.leap), tape: usize = STEP * (steps + 1);
  let rows = i32x4.splat(trader.row), first = i32x4.splat(0), second = i32x4.splat(0);
  memory.fill(ONE, 0, SIZE);
  memory.fill(TWO, 0, SIZE);
  for (let at = tapes, end = tapes + STEP * steps; at < end; at += STEP) {
    first = step(all, trader, at, one, rows, first);
    second = step(all, trader, at + tape, two, rows, second);
    rows = i32x4.add(rows, leap);
    if (traced) {
      trace += 8;
      writeTrace(trace, trader, one, first);
      writeTrace(trace + 64 * (steps + 1), trader, two, second);
    }
  }
  writeFinals(all, finals, trader, one, first);
  writeFinals(all, finals + 32, trader, two, second);
}

/** Records profits and inventories alone. */
export function lean(trader: Trader, finals: usize): void {
  trade(false, false, trader, finals, 0);
}

/** Records everything about the paths' ends. */
export function full(trader: Trader, finals: usize): void {
  trade(true, false, trader, finals, 0);
}

/** Records every grid time as well. */
export function traced(trader: Trader, finals: usize, trace: usize): void {
  trade(true, true, trader, finals, trace);
}
