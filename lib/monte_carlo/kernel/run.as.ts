/*
 * Groups of eight paths, one after the other: their markets, then every trader. The caller says what a run
 * is, once: from RUN on,
 *
 *    0  steps, kind of price, number of traders, groups of paths that outcomes have room for
 *   16  places of the two tapes, of the traders, of the outcomes, of traces
 *   32  the price's step: initial price, where X starts, share kept, shift, deviation
 */

import { OUTCOME, RUN, STEP, TERMS } from "./layout.as";
import { drawPrices, growPrices, raisePrices } from "./prices.as";
import { full, fullUnusual, lean, leanUnusual, traced } from "./trade.as";
import { drawOrders } from "./words.as";

const STEPS: usize = 0, PRICE: usize = 4, COUNT: usize = 8, ROOM: usize = 12;
const TAPES: usize = 16, TRADERS: usize = 20, OUTCOMES: usize = 24, TRACES: usize = 28;
const INITIAL: usize = 32, START: usize = 40, KEPT: usize = 48, SHIFT: usize = 56;
const DEVIATION: usize = 64;

/* Kinds of price: the caller has written it, it is X, it grows by e^X a step, by little, or it is e^X. */
const WRITTEN = 0, ITSELF = 1, GROWING = 2, GROWING_LITTLE = 3;

/* What is recorded of a trader: see `trade.as.ts`. */
const RECORDING: usize = 40;
const LEAN = 0, LEAN_UNUSUAL = 1, FULL = 2, FULL_UNUSUAL = 3;

function drawMidPrices(tape: usize, steps: i32, path: f64): void {
  const price = load<i32>(RUN, PRICE), initial = load<f64>(RUN, INITIAL);
  if (price == WRITTEN) return;
  const shift = load<f64>(RUN, SHIFT), deviation = load<f64>(RUN, DEVIATION);
  drawPrices(tape, steps, path, load<f64>(RUN, START), load<f64>(RUN, KEPT), shift, deviation);
  if (price == GROWING) growPrices(tape, steps, initial, false);
  else if (price == GROWING_LITTLE) growPrices(tape, steps, initial, true);
  else if (price != ITSELF) raisePrices(tape, steps, initial);
}

/** Draws the markets of eight paths, from one on. */
export function draw(path: f64): void {
  const steps = load<i32>(RUN, STEPS), tape = load<usize>(RUN, TAPES);
  const next = tape + STEP * (<usize> steps + 1);
  drawOrders(tape, steps, path);
  drawMidPrices(tape, steps, path);
  drawOrders(next, steps, path + 4);
  drawMidPrices(next, steps, path + 4);
}

/** Trades them for one trader; what they came to is put down as that of a group. */
export function trade(number: i32, group: i32): void {
  const steps = load<i32>(RUN, STEPS), tapes = load<usize>(RUN, TAPES);
  const trader = load<usize>(RUN, TRADERS) + TERMS * number;
  const outcome = load<usize>(RUN, OUTCOMES) +
    2 * OUTCOME * (load<i32>(RUN, ROOM) * number + group);
  const recording = load<i32>(trader, RECORDING);
  if (recording == LEAN) lean(tapes, steps, trader, outcome);
  else if (recording == LEAN_UNUSUAL) leanUnusual(tapes, steps, trader, outcome);
  else if (recording == FULL) full(tapes, steps, trader, outcome);
  else if (recording == FULL_UNUSUAL) fullUnusual(tapes, steps, trader, outcome);
  else traced(tapes, steps, trader, outcome, load<usize>(RUN, TRACES));
}

/** Both for so many groups, the first from a path on. */
export function run(path: f64, groups: i32): void {
  const traders = load<i32>(RUN, COUNT);
  for (let group = 0; group < groups; group++) {
    draw(path + 8 * group);
    for (let trader = 0; trader < traders; trader++) trade(trader, group);
  }
}
