import type { Session } from "../trading/session.ts";
import type { Finals } from "./result.ts";

/** Writes one session's end of day into row `at` of the columns that have room. */
export function recordFinals(session: Session, finals: Finals, at: number): void {
  const { wealth, inventory, crossed, grid: { steps } } = session;
  finals.profit[at] = wealth[steps] - wealth[0];
  finals.finalInventory[at] = inventory[steps];
  if (finals.stepSharpe.length === 0) return;
  let lowest = 0, highest = 0, takerUnits = 0, takerTrades = 0;
  for (let n = 0; n <= steps; n++) {
    if (inventory[n] < lowest) lowest = inventory[n];
    if (inventory[n] > highest) highest = inventory[n];
  }
  for (let n = 0; n < steps; n++) {
    takerUnits += Math.abs(crossed[n]);
    if (crossed[n] !== 0) takerTrades++;
  }
  finals.lowestInventory[at] = lowest;
  finals.highestInventory[at] = highest;
  finals.takerUnits[at] = takerUnits;
  finals.takerTrades[at] = takerTrades;
  finals.stepSharpe[at] = stepSharpe(wealth);
}

/** Mean over deviation (ddof 1) of the steps' gains; NaN where there is no deviation. */
function stepSharpe(wealth: Float64Array): number {
  const steps = wealth.length - 1;
  let sum = 0, squares = 0;
  for (let n = 0; n < steps; n++) {
    const gain = wealth[n + 1] - wealth[n];
    sum += gain;
    squares += gain * gain;
  }
  return sharpeOfSums(sum, squares, steps);
}

/** The Sharpe ratio of one step from the sums of gains and of their squares. */
export function sharpeOfSums(sum: number, squares: number, steps: number): number {
  const mean = sum / steps;
  const spread = squares - steps * mean * mean;
  // Rounding leaves a few parts in 10¹⁶ of the squares where every gain is the same.
  return spread > 1e-14 * squares ? mean / Math.sqrt(spread / (steps - 1)) : NaN;
}

/** The finite values of a column, in their order. */
export function finiteOf(column: Float64Array): Float64Array {
  const kept = new Float64Array(column.length);
  let count = 0;
  for (let i = 0; i < column.length; i++) if (Number.isFinite(column[i])) kept[count++] = column[i];
  return kept.subarray(0, count);
}
