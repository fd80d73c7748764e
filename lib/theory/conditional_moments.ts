import { checkThat } from "../check.ts";
import { changeMoments, type PriceProcess } from "../market/price_process.ts";
import type { ChangeMoments } from "../market/price_step.ts";
import type { Outcome } from "./outcomes.ts";

/**
 * Six numbers for every inventory, on the event that it is held, with Y the profit so far and D = S − S_0: the
 * probability, the means of Y and D, and the sums of squares of both and of their product about those means,
 * weighted with the probability.
 *
 * About their own means, and not about zero: where the profit is nearly sure, E[Y²] − E[Y]² has no digits left.
 */
export interface ConditionalMoments {
  readonly mass: Float64Array;
  readonly profit: Float64Array;
  readonly deviation: Float64Array;
  readonly profitSquare: Float64Array;
  readonly cross: Float64Array;
  readonly deviationSquare: Float64Array;
}

/** Moments for so many inventories, none of them held. */
export function blankMoments(width: number): ConditionalMoments {
  const column = () => new Float64Array(width);
  return {
    mass: column(),
    profit: column(),
    deviation: column(),
    profitSquare: column(),
    cross: column(),
    deviationSquare: column(),
  };
}

/** Sets all moments back to zero. */
export function clear(moments: ConditionalMoments): void {
  for (const column of Object.values(moments) as Float64Array[]) column.fill(0);
}

/**
 * Adds what outcomes make of the moments at `i` to those where they lead: Y + g + fD for the profit, D + h for
 * the deviation. Means meet by weight, squares gain what the means lie apart.
 */
export function pass(
  from: ConditionalMoments,
  i: number,
  next: ConditionalMoments,
  outcomes: readonly Outcome[],
): void {
  const { mass, profit, deviation, profitSquare, cross, deviationSquare } = next;
  const held = from.mass[i], y = from.profit[i], yy = from.profitSquare[i];
  const d = from.deviation[i], yd = from.cross[i], dd = from.deviationSquare[i];
  for (const { to, probability, gain, rebateSlope, feeSlope, jump } of outcomes) {
    const f = rebateSlope - feeSlope;
    const before = mass[to], arriving = probability * held, both = before + arriving;
    if (both === 0) continue;
    const share = arriving / both, between = before * share;
    const apart = y + (gain + f * d) - profit[to], further = d + jump - deviation[to];
    mass[to] = both;
    profit[to] += share * apart;
    deviation[to] += share * further;
    profitSquare[to] += probability * (yy + f * (2 * yd + f * dd)) + between * apart * apart;
    cross[to] += probability * (yd + f * dd) + between * apart * further;
    deviationSquare[to] += probability * dd + between * further * further;
  }
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
  moments: ConditionalMoments,
  i: number,
  held: number,
  { mean: [b, a], square: [e, d, c] }: ChangeMoments,
): void {
  const mass = moments.mass[i], at = moments.deviation[i];
  const change = a * at + b;
  const yd = moments.cross[i], dd = moments.deviationSquare[i];
  // The variance of a change given D is a polynomial of D, too: e + dD + cD² less the mean's square.
  const own = Math.max(0, (e - b * b) + (d - 2 * a * b) * at + (c - a * a) * at * at) * mass +
    (c - a * a) * dd;
  moments.profit[i] += held * change;
  moments.deviation[i] += change;
  moments.profitSquare[i] += held * (2 * a * yd + held * (a * a * dd + own));
  moments.cross[i] = (1 + a) * (yd + held * a * dd) + held * own;
  moments.deviationSquare[i] = (1 + a) * (1 + a) * dd + own;
}
