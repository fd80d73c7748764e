import type { Algebra } from "./carry.ts";
import type { GaussianStep } from "./gaussian_step.ts";
import type { Outcome } from "./outcomes.ts";

/** Logarithms of E[e^{−γY}] on the event of every inventory, and what of it was lost so far. */
export interface LogWeights extends Algebra<Float64Array, Outcome> {
  /** Share of E[e^{−γY}] that left the band, summed over the steps. */
  readonly lostWeight: () => number;
}

/**
 * The algebra of exponential utility: a gain g multiplies E[e^{−γY}; q] by e^{−γg}, a step of the price by
 * E[e^{−γqΔS}]. In logarithms, as the weights span thousands of orders of magnitude.
 *
 * @param gamma Risk aversion γ, in 1/currency.
 * @param held Inventories by index, in units.
 * @param step Mean and variance of a step of the price.
 * @returns The algebra.
 */
export function logWeights(
  gamma: number,
  held: Float64Array,
  { mean, variance }: GaussianStep,
): LogWeights {
  const moved = held.map((q) => -gamma * q * mean + (gamma * q) ** 2 * variance / 2);
  const beyond = held.length;
  let lostWeight = 0;
  return {
    blank: (places) => new Float64Array(places).fill(-Infinity),
    start(logs, flat) {
      logs[flat] = 0;
    },
    clear: (logs) => void logs.fill(-Infinity),
    holds: (logs, i) => logs[i] !== -Infinity,
    pass(from, i, next, to, { probability, gain }) {
      next[to] = logSum(next[to], from[i] + Math.log(probability) - gamma * gain);
    },
    move(logs, first, last) {
      const lost = logs[beyond];
      const kept = logTotal(logs.subarray(first, last + 1));
      if (lost !== -Infinity) lostWeight += Math.exp(lost - logSum(kept, lost));
      for (let i = first; i <= last; i++) logs[i] += moved[i];
    },
    lostWeight: () => lostWeight,
  };
}

/** ln(e^a + e^b) without leaving the logarithms. */
function logSum(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  return low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}

/** The logarithm of a sum, from the logarithms of its terms. */
export function logTotal(logs: Float64Array): number {
  const top = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  if (top === -Infinity) return top;
  return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0));
}
