/*
 * A trader on the tapes of two groups of four paths: each group waits for its own last inventory, and
 * while one waits the processor works for the other.
 */

import { writeFinals, writeTrace } from "./finals.as";
import { STEP } from "./layout";
import { steps, tapes } from "./memory.as";
import { Group, step, Trader } from "./step.as";

/** Bytes of a group, and where the two are. */
const SIZE = 128, GROUPS: usize = memory.data(2 * SIZE, 16);

/**
 * Trades on both tapes and writes finals, and traces from grid time 1 on. What is recorded is known to the
 * compiler: each of the functions below has a loop of its own.
 */
@inline
function trade(all: bool, traced: bool, trader: Trader, finals: usize, trace: usize): void {
  const one = changetype<Group>(GROUPS), two = changetype<Group>(GROUPS + SIZE);
  const leap = i32x4.splat(trader.leap), tape: usize = STEP * (steps + 1);
  let rows = i32x4.splat(trader.row), first = i32x4.splat(0), second = i32x4.splat(0);
  memory.fill(GROUPS, 0, 2 * SIZE);
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
