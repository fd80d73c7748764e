import { checkThat } from "../check.ts";
import { changeMoments, type PriceProcess } from "../market/price_process.ts";
import type { ChangeMoments } from "../market/price_step.ts";
import type { Outcome } from "./outcomes.ts";

/**
 * Six sums for every inventory: with Y the profit so far and D = S − S_0, the expectations of 1, Y, D,
 * YD, Y² and D² on the event that this inventory is held.
 *
 * Profit and deviation, and not cash and price, as those are large numbers whose difference matters.
 */
export interface ConditionalSums {
  readonly mass: Float64Array;
  readonly profit: Float64Array;
  readonly deviation: Float64Array;
  readonly cross: Float64Array;
  readonly profitSquare: Float64Array;
  readonly deviationSquare: Float64Array;
}

/** Sums for so many inventories, all zero. */
export function blankSums(width: number): ConditionalSums {
  const column = () => new Float64Array(width);
  return {
    mass: column(),
    profit: column(),
    deviation: column(),
    cross: column(),
    profitSquare: column(),
    deviationSquare: column(),
  };
}

/** Sets all sums back to zero. */
export function clear(sums: ConditionalSums): void {
  for (const column of Object.values(sums) as Float64Array[]) column.fill(0);
}

/** Adds what one outcome makes of the sums at `i` to those at `target`: Y + g + fD for the profit, D + h for the deviation. */
export function scatter(
  from: ConditionalSums,
  i: number,
  to: ConditionalSums,
  target: number,
  { probability: p, gain: g, rebateSlope, feeSlope, jump: h }: Outcome,
): void {
  const f = rebateSlope - feeSlope;
  const one = from.mass[i], y = from.profit[i], d = from.deviation[i];
  const yd = from.cross[i], yy = from.profitSquare[i], dd = from.deviationSquare[i];
  const gained = g * one + f * d;
  to.mass[target] += p * one;
  to.profit[target] += p * (y + gained);
  to.deviation[target] += p * (d + h * one);
  to.cross[target] += p * (yd + g * d + f * dd + h * (y + gained));
  to.profitSquare[target] += p * (yy + 2 * (g * y + f * yd) + g * gained + f * (g * d + f * dd));
  to.deviationSquare[target] += p * (dd + 2 * h * d + h * h * one);
}

/**
 * The moments of a step's change given the deviation: E[ΔS|D] = a·D + b and E[ΔS²|D] = c·D² + d·D + e.
 *
 * @param process The price process; it must have moments of that form.
 * @param dt Length of a step.
 * @param impact Impact ξ; where our fills move the mid, the steps must not depend on it.
 * @returns Coefficients, lowest power first.
 * @throws {TypeError} Where the process has none.
 * @throws {RangeError} Where there is impact and the steps depend on the price.
 */
export function deviationMoments(
  process: PriceProcess,
  dt: number,
  impact: number,
): ChangeMoments {
  const change = changeMoments(process, dt);
  const known = "a process with a step or stepMoments that are polynomials of the price";
  checkThat("take exactMoments", "price", known, process.name, !!change);
  const { mean: [b, a], square: [e, d, c] } = change!;
  const rule = "0 where the price's steps depend on the price";
  const free = a === 0 && c === 0 && d === 0;
  checkThat("take exactMoments", "impact", rule, impact, impact === 0 || free);
  const s = process.initialPrice;
  return { mean: [a * s + b, a], square: [(c * s + d) * s + e, 2 * c * s + d, c] };
}

/** Moves the price while inventory `held` (in units) is kept at index `i`. */
export function move(
  sums: ConditionalSums,
  i: number,
  held: number,
  { mean: [b, a], square: [e, d2, c] }: ChangeMoments,
): void {
  const one = sums.mass[i], y = sums.profit[i], d = sums.deviation[i];
  const yd = sums.cross[i], dd = sums.deviationSquare[i];
  const change = a * d + b * one;
  const profitChange = a * yd + b * y;
  const deviationChange = a * dd + b * d;
  const square = c * dd + d2 * d + e * one;
  sums.profit[i] += held * change;
  sums.deviation[i] += change;
  sums.cross[i] += profitChange + held * (deviationChange + square);
  sums.profitSquare[i] += held * (2 * profitChange + held * square);
  sums.deviationSquare[i] += 2 * deviationChange + square;
}
