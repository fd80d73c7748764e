/**
 * Log-likelihoods of A and k, given reaches beyond a threshold c. Reaches up to c are censored: all that
 * counts is that they are no farther.
 *
 * With Λ = A·dt·e^{−kc}, m of N steps beyond c, by x − c = y:
 *
 * - *first-order*, P(reach > x) = A·dt·e^{−kx} where that is below 1:
 *   ℓ = (N − m)·ln(1 − Λ) + m·ln(kΛ) − kΣy
 * - *exact*, P(reach < x) = exp(−A·dt·e^{−kx}), Gumbel's law:
 *   ℓ = −(N − m)·Λ + m·ln(kΛ) − kΣy − ΛΣe^{−ky}
 * - *counting*, m orders in the time T, a Poisson process of intensity A·e^{−kc} and exponential y:
 *   ℓ = −T·A·e^{−kc} + m·ln(kA·e^{−kc}) − kΣy
 *
 * @module
 */

import { checkOneOf } from "../check.ts";
import type { ReachSample } from "./reach_sample.ts";
import type { ReachTally } from "./reach_tally.ts";

/** Which law the reaches are taken to follow. */
export type Likelihood = "first-order" | "exact" | "counting";

/** The law that a sample's reaches are taken to follow: the one asked for, or the usual one of its kind. */
export function likelihoodOf(
  action: string,
  { per }: Pick<ReachSample, "per">,
  asked?: Likelihood,
): Likelihood {
  const laws: readonly Likelihood[] = per === "orders" ? ["counting"] : ["first-order", "exact"];
  return checkOneOf(action, `likelihood of ${per}`, asked ?? laws[laws.length - 1], laws);
}

/** Reaches sorted into those beyond the threshold and the rest. */
export interface Censored {
  /** The threshold c. */
  readonly threshold: number;
  /** Where excesses are counted from: the threshold, or in the exact law the smallest reach where none is censored. */
  readonly anchor: number;
  /** The reaches beyond the threshold. */
  readonly tally: ReachTally;
  /** Number m of those beyond the threshold. */
  readonly beyond: number;
  /** Sum of their excesses over the anchor. */
  readonly sum: number;
  /** Number N of all reaches. */
  readonly count: number;
  /** Length of a step. */
  readonly dt: number;
  /** Time watched. */
  readonly time: number;
}

/**
 * The maximum, in terms of λ_c = A·e^{−kc} at the anchor c, and the inverse information of ln A and k.
 */
export interface Maximum {
  /** Intensity λ_c at the anchor. */
  readonly intensity: number;
  /** Decay k. */
  readonly decay: number;
  /** Variance of the estimate of ln A. */
  readonly scaleVariance: number;
  /** Variance of the estimate of k. */
  readonly decayVariance: number;
  /** Covariance of the two. */
  readonly covariance: number;
  /** The log-likelihood there. */
  readonly logLikelihood: number;
}

/** The log-likelihood as a function of A and k. */
export function logLikelihood(
  likelihood: Likelihood,
  { anchor, tally: { values, times }, beyond: m, sum, count, dt, time }: Censored,
): (scale: number, decay: number) => number {
  return (scale, decay) => {
    const intensity = scale * Math.exp(-decay * anchor);
    const shape = m * Math.log(decay) - decay * sum;
    if (likelihood === "counting") return m * Math.log(intensity) + shape - time * intensity;
    const expected = intensity * dt;
    const density = m * Math.log(expected) + shape;
    if (likelihood === "first-order") {
      return expected > 1
        ? -Infinity
        : density + (m < count ? (count - m) * Math.log1p(-expected) : 0);
    }
    let weights = 0;
    for (let i = 0; i < values.length; i++) {
      if (times[i] > 0) weights += times[i] * Math.exp(-decay * (values[i] - anchor));
    }
    return density - expected * (count - m + weights);
  };
}

/**
 * The likelihood's maximum.
 *
 * First-order and counting have it in closed form, k = m/Σy. In the exact law, A follows from k, and k
 * solves 1/k = ȳ − w(k) with w the mean of y (0 where censored) under weights e^{−ky}; the right side
 * grows with k, so Newton's steps within a shrinking bracket cannot miss. There A's own equation is
 * Λ(N − m + Σe^{−ky}) = m, which ends the log-likelihood with −m.
 *
 * @param start Where to begin with k in the exact law. @default {1/ȳ}
 */
export function maximum(likelihood: Likelihood, censored: Censored, start?: number): Maximum {
  const { anchor, beyond: m, sum, count, dt, time } = censored;
  if (likelihood !== "exact") {
    const decay = m / sum;
    const [intensity, logVariance] = likelihood === "counting"
      ? [m / time, 1 / m]
      : [m / count / dt, (1 - m / count) / m];
    const decayVariance = decay * decay / m;
    const scale = intensity * Math.exp(decay * anchor);
    return {
      intensity,
      decay,
      scaleVariance: logVariance + anchor * anchor * decayVariance,
      decayVariance,
      covariance: anchor * decayVariance,
      logLikelihood: logLikelihood(likelihood, censored)(scale, decay),
    };
  }
  const { decay, total, mean, variance } = exactDecay(censored, start ?? m / sum);
  // The information of (ln A, k) is m·[[1, −x̄], [−x̄, 1/k² + Var x + x̄²]] under the same weights.
  const spread = 1 / (decay * decay) + variance;
  const centre = anchor + mean;
  return {
    intensity: m / (total * dt),
    decay,
    scaleVariance: (spread + centre * centre) / (m * spread),
    decayVariance: 1 / (m * spread),
    covariance: centre / (m * spread),
    logLikelihood: m * Math.log(decay * m / total) - decay * sum - m,
  };
}

/** The best k, and the weights of it. */
function exactDecay(censored: Censored, start: number) {
  const average = censored.sum / censored.beyond;
  let [low, high] = [0, Infinity];
  let decay = start;
  let weights = weighted(censored, decay);
  for (let round = 0; round < 200; round++) {
    const { mean, variance } = weights;
    const slope = 1 / decay - average + mean;
    if (slope > 0) low = decay;
    else high = decay;
    // Newton in ln k.
    const step = slope / (1 / decay + decay * variance);
    let next = decay * Math.exp(Math.max(-1, Math.min(1, step)));
    if (next <= low || next >= high) next = high === Infinity ? 2 * low : (low + high) / 2;
    if (Math.abs(next - decay) <= 1e-14 * decay) break;
    decay = next;
    weights = weighted(censored, decay);
  }
  return { decay, ...weights };
}

/** Sum of the weights e^{−ky} over all steps, and mean and variance of y under them. */
function weighted(
  { tally: { values, times }, anchor, beyond, count }: Censored,
  decay: number,
) {
  let [total, first, second] = [count - beyond, 0, 0];
  for (let i = 0; i < values.length; i++) {
    if (times[i] === 0) continue;
    const y = values[i] - anchor;
    const weight = times[i] * Math.exp(-decay * y);
    total += weight;
    first += weight * y;
    second += weight * y * y;
  }
  const mean = first / total;
  return { total, mean, variance: Math.max(0, second / total - mean * mean) };
}
