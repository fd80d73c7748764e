import type { Algebra } from "./carry.ts";
import type { GaussianStep } from "./gaussian_step.ts";
import type { Outcome } from "./outcomes.ts";

/**
 * For every inventory, on the event that it is held: the logarithm of its probability, and the certainty
 * equivalent of the profit so far. E[e^{−γY}] on the event is e^{logMass − γ·worth}.
 */
export interface LogWorths {
  readonly logMass: Float64Array;
  readonly worth: Float64Array;
}

/** The algebra of certainty equivalents, and what of E[e^{−γY}] was lost so far. */
export interface LogWorthsAlgebra extends Algebra<LogWorths, Outcome> {
  /** Share of E[e^{−γY}] that left the band, summed over the steps. */
  readonly lostWeight: () => number;
}

/**
 * Certainty equivalents, for `carry`: amounts of money beside probabilities, so that γ → 0 leaves the means
 * with all their digits; and logarithms, as the weights span thousands of orders of magnitude.
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
    blank: (places) => ({
      logMass: new Float64Array(places).fill(-Infinity),
      worth: new Float64Array(places),
    }),
    start({ logMass }, flat) {
      logMass[flat] = 0;
    },
    clear: ({ logMass }) => void logMass.fill(-Infinity),
    holds: ({ logMass }, i) => logMass[i] !== -Infinity,
    pass({ logMass, worth }, i, next, to, { probability, gain }) {
      merge(gamma, next, to, logMass[i] + Math.log(probability), worth[i] + gain);
    },
    move(worths, first, last) {
      if (worths.logMass[beyond] !== -Infinity) {
        const lost = logWeight(gamma, worths, beyond);
        const kept = logTotal(gamma, worths, first, last);
        lostWeight += 1 / (1 + Math.exp(kept - lost));
      }
      for (let i = first; i <= last; i++) worths.worth[i] += moved[i];
    },
    lostWeight: () => lostWeight,
  };
}

/** Adds an event to those at `to`: the certainty equivalent of the lottery between them. */
function merge(gamma: number, { logMass, worth }: LogWorths, to: number, mass: number, y: number) {
  const before = logMass[to], x = worth[to];
  const swapped = before < mass;
  const [often, rare] = swapped ? [mass, before] : [before, mass];
  const [usual, unusual] = swapped ? [y, x] : [x, y];
  const odds = Math.exp(rare - often);
  const both = logMass[to] = often + Math.log1p(odds);
  if (rare === -Infinity) {
    worth[to] = usual;
    return;
  }
  const share = odds / (1 + odds);
  const worse = gamma * (usual - unusual);
  if (gamma === 0) worth[to] = usual + share * (unusual - usual);
  else if (worse < 500) worth[to] = usual - Math.log1p(share * Math.expm1(worse)) / gamma;
  else worth[to] = (both - logSum(often - gamma * usual, rare - gamma * unusual)) / gamma;
}

/** ln of E[e^{−γY}] on the event of the inventory at an index. */
function logWeight(gamma: number, { logMass, worth }: LogWorths, i: number): number {
  return logMass[i] - gamma * worth[i];
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
export function totalWorth(gamma: number, { logMass, worth }: LogWorths, last: number): number {
  const all: LogWorths = { logMass: Float64Array.of(-Infinity), worth: new Float64Array(1) };
  for (let i = 0; i <= last; i++) {
    if (logMass[i] !== -Infinity) merge(gamma, all, 0, logMass[i], worth[i]);
  }
  return all.worth[0];
}
