/*
 * A trader on the tapes of two groups of four paths: each group waits for its own last inventory, and
 * while one waits the processor works for the other.
 *
 * A trader is, from its place on:
 *
 *    0  row of an inventory of zero in step 0, and the way to the next step's
 *    8  inventories beyond which it is a forced taker, and beyond which it flattens, in bytes of rows
 *   16  the fee of flattening, what a step with both fills earns beyond their sum, units in a byte of rows
 *   40  which of the functions below trades for it, by number
 */

import { OUTCOME, STEP } from "./layout.as";
import { INVENTORY, move } from "./move.as";

const ROW: usize = 0, LEAP: usize = 4;

/**
 * Trades on two tapes, one behind the other. Traces go to `traces`, from grid time 1 on. It is compiled once
 * for each of the functions below: a first run waits for none that it does not use.
 */
// @ts-ignore: decorator
@inline
function trade(
  all: bool, traced: bool, unusual: bool, tapes: usize, steps: i32, trader: usize, one: usize,
  traces: usize,
): void {
  const next = v128.load32_splat(trader, LEAP);
  const tape = STEP * (<usize> steps + 1), end = tapes + STEP * <usize> steps;
  const column: usize = (<usize> steps + 1) << 3, two = one + OUTCOME;
  let rows = v128.load32_splat(trader, ROW), first = i32x4.splat(0), second = i32x4.splat(0);
  let to = traces;
  memory.fill(one, 0, 2 * OUTCOME);
  for (let at = tapes; at < end; at += STEP) {
    if (traced) to += 8;
    first = move(all, traced, unusual, trader, at, one, rows, first, to, column);
    second = move(
      all, traced, unusual, trader, at + tape, two, rows, second, to + 8 * column, column,
    );
    rows = i32x4.add(rows, next);
  }
  v128.store(one + INVENTORY, first);
  v128.store(two + INVENTORY, second);
}

/*
 * What is written: profits and inventories alone, everything about the paths' ends, or wealth and inventory
 * at every grid time as well. Unusual are traders who flatten, or whose fills move the mid.
 */
export function lean(tapes: usize, steps: i32, trader: usize, out: usize): void {
  trade(false, false, false, tapes, steps, trader, out, 0);
}

export function leanUnusual(tapes: usize, steps: i32, trader: usize, out: usize): void {
  trade(false, false, true, tapes, steps, trader, out, 0);
}

export function full(tapes: usize, steps: i32, trader: usize, out: usize): void {
  trade(true, false, false, tapes, steps, trader, out, 0);
}

export function fullUnusual(tapes: usize, steps: i32, trader: usize, out: usize): void {
  trade(true, false, true, tapes, steps, trader, out, 0);
}

export function traced(
  tapes: usize, steps: i32, trader: usize, out: usize, traces: usize,
): void {
  trade(true, true, true, tapes, steps, trader, out, traces);
}
