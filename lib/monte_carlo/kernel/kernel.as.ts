/*
 * The fast simulation, compiled to WebAssembly by `deno task kernel`: fills are integer comparisons with
 * thresholds tabulated once, eight paths go through a trader's table together, and their markets are
 * drawn four at a time. `kernel.ts` calls it.
 */

import {
  COLUMNS, FULL, LANES, LEAN, ROOM, STEP, TERMS, TOGETHER, TRACES, WRITTEN,
} from "./layout";
import { columns, price, recording, steps, tapes, terms, traces, traders } from "./memory.as";
import { drawPrices } from "./prices.as";
import { Trader } from "./step.as";
import { full, lean, traced } from "./trade.as";
import { drawOrders } from "./words.as";

export * from "./memory.as";
// Exported, these stay functions of their own: the engine compiles at leisure only those that are used.
export { full, lean, traced } from "./trade.as";

/** Draws the markets of four paths, from one on. */
function draw(tape: usize, path: f64): void {
  drawOrders(tape, path);
  if (price != WRITTEN) drawPrices(tape, path);
}

/** Draws and trades so many groups of eight paths for every trader, from a path on. */
export function run(path: f64, groups: i32): void {
  for (let group = 0; group < groups; group++, path += TOGETHER) {
    draw(tapes, path);
    draw(tapes + STEP * (steps + 1), path + LANES);
    for (let i = 0; i < traders; i++) {
      const trader = changetype<Trader>(terms + TERMS * i);
      const finals = columns + 8 * (COLUMNS * ROOM * i + TOGETHER * group);
      if (recording == LEAN) lean(trader, finals);
      else if (recording == FULL) full(trader, finals);
      else traced(trader, finals, traces + 8 * TRACES * (steps + 1) * i);
    }
  }
}
