import type { Algebra } from "./carry.ts";
import type { Chance } from "./gathered_outcomes.ts";
import type { GaussianStep } from "./gaussian_step.ts";

/**
 * For every inventory, on the event that it is held: its probability, mass · UNIT^power, and the certainty
 * equivalent of the profit so far. E[e^{−γY}] on the event is the probability times e^{−γ·worth}.
 */
export interface LogWorths {
  readonly mass: Float64Array;
  readonly power: Int32Array;
  readonly worth: Float64Array;
}

/** The algebra of certainty equivalents, and what of E[e^{−γY}] was lost so far. */
export interface LogWorthsAlgebra extends Algebra<LogWorths, Chance> {
  /** Share of E[e^{−γY}] that left the band, summed over the steps. */
  readonly lostWeight: () => number;
}

/**
 * Probabilities are counted in powers of it, as they span thousands of orders of magnitude: a mass is between
 * 1/UNIT and 1, or a sum of few such.
 */
const UNIT = 2 ** 256, LOG_UNIT = 256 * Math.LN2;

/**
 * Certainty equivalents, for `carry`: amounts of money beside probabilities, so that γ → 0 leaves the means
 * with all their digits, and weights as far apart as they like.
 *
 * @param gamma Risk aversion γ, in 1/currency; >= 0.
 * @param held Inventories of the band, in units.
 * @param step The price's step.
 * @param costs What holding each inventory of the band for a step costs, in currency.
 */
export function logWorths(
  gamma: number,
  held: Float64Array,
  { mean, variance }: GaussianStep,
  costs: Float64Array,
): LogWorthsAlgebra {
  const moved = held.map((q, i) => q * mean - gamma * q * q * variance / 2 - costs[i]);
  const beyond = held.length;
  let lostWeight = 0;
  return {
    blank: noWorths,
    start({ mass }, flat) {
      mass[flat] = 1;
    },
    clear: ({ mass }) => void mass.fill(0),
    holds: ({ mass }, i) => mass[i] !== 0,
    pass({ mass, power, worth }, i, next, chances) {
      for (const { to, probability, gain } of chances) {
        let chance = probability, units = power[i];
        for (; chance < 1 / UNIT; units--) chance *= UNIT;
        let arriving = mass[i] * chance;
        if (arriving < 1 / UNIT) {
          arriving *= UNIT;
          units--;
        }
        merge(gamma, next, to, arriving, units, worth[i] + gain);
      }
    },
    move(worths, first, last) {
      if (worths.mass[beyond] !== 0) {
        const lost = logWeight(gamma, worths, beyond);
        const kept = logTotal(gamma, worths, first, last);
        lostWeight += 1 / (1 + Math.exp(kept - lost));
      }
      for (let i = first; i <= last; i++) worths.worth[i] += moved[i];
    },
    lostWeight: () => lostWeight,
  };
}

function noWorths(places: number): LogWorths {
  return {
    mass: new Float64Array(places),
    power: new Int32Array(places),
    worth: new Float64Array(places),
  };
}

/** Adds an event to those at `to`: the certainty equivalent of the lottery between them. */
function merge(
  gamma: number,
  { mass, power, worth }: LogWorths,
  to: number,
  arriving: number,
  units: number,
  y: number,
) {
  if (mass[to] === 0) {
    mass[to] = arriving;
    power[to] = units;
    worth[to] = y;
    return;
  }
  const x = worth[to], most = Math.max(power[to], units);
  const before = power[to] === most ? mass[to] : mass[to] * UNIT ** (power[to] - most);
  const now = units === most ? arriving : arriving * UNIT ** (units - most);
  const both = before + now, swapped = before < now;
  const usual = swapped ? y : x, unusual = swapped ? x : y;
  const share = (swapped ? before : now) / both, worse = gamma * (usual - unusual);
  if (gamma === 0) worth[to] = usual + share * (unusual - usual);
  else if (worse < 500) worth[to] = usual - Math.log1p(share * Math.expm1(worse)) / gamma;
  else {
    const weights = logSum(
      logOf(mass[to], power[to]) - gamma * x,
      logOf(arriving, units) - gamma * y,
    );
    worth[to] = (logOf(both, most) - weights) / gamma;
  }
  mass[to] = both > 1 && most < 0 ? both / UNIT : both;
  power[to] = both > 1 && most < 0 ? most + 1 : most;
}

function logOf(mass: number, power: number): number {
  return Math.log(mass) + power * LOG_UNIT;
}

/** ln of E[e^{−γY}] on the event of the inventory at an index. */
function logWeight(gamma: number, { mass, power, worth }: LogWorths, i: number): number {
  return logOf(mass[i], power[i]) - gamma * worth[i];
}

/** ln(e^a + e^b) without leaving the logarithms. */
function logSum(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  return high + Math.log1p(Math.exp(low - high));
}

/** ln of E[e^{−γY}] over the inventories at indices `first` to `last`; −Infinity where none is held. */
export function logTotal(gamma: number, worths: LogWorths, first: number, last: number): number {
  let top = -Infinity;
  for (let i = first; i <= last; i++) top = Math.max(top, logWeight(gamma, worths, i));
  if (top === -Infinity) return top;
  let sum = 0;
  for (let i = first; i <= last; i++) sum += Math.exp(logWeight(gamma, worths, i) - top);
  return top + Math.log(sum);
}

/** The certainty equivalent over all inventories, whose last index is `last`. */
export function totalWorth(
  gamma: number,
  { mass, power, worth }: LogWorths,
  last: number,
): number {
  const all = noWorths(1);
  for (let i = 0; i <= last; i++) {
    if (mass[i] !== 0) merge(gamma, all, 0, mass[i], power[i], worth[i]);
  }
  return all.worth[0];
}
