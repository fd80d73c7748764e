import { maybe, shaped, share, text } from "../kinds.ts";
import { checkFinite, checkKeys, checkThat, type KeysOf } from "../check.ts";
import { censor } from "./censor.ts";
import {
  type Censored,
  type Likelihood,
  likelihoodOf,
  type Maximum,
  maximum,
} from "./intensity_likelihood.ts";
import { type FittedParameter, positiveParameter, quantileOf } from "./parameter.ts";
import type { ReachSample } from "./reach_sample.ts";
import { tallied, type TalliedSample } from "./reach_tally.ts";
import { wilsonInterval } from "./score_interval.ts";

/** How {@linkcode fitIntensity} looks at reaches. */
export interface FitIntensityOptions {
  /** Which law the reaches follow; `counting` for samples of orders, the others for samples of steps. @default {"exact", or "counting" for orders} */
  readonly likelihood?: Likelihood;
  /** Depth c up to which reaches are censored, in currency; finite. @default {0} */
  readonly threshold?: number;
  /** Probability that each interval covers its parameter. @default {0.95} */
  readonly confidence?: number;
}

/** Its options, and what they are. */
export const fitIntensityKeys: KeysOf<FitIntensityOptions> = {
  likelihood: maybe(text),
  threshold: true,
  confidence: maybe(share),
};

/** A fitted intensity λ(δ) = A·e^{−kδ}. */
export interface IntensityFit {
  /** The law it was fitted by. */
  readonly likelihood: Likelihood;
  /** Scale A, in fills/time at the mid, of one side. */
  readonly scale: FittedParameter;
  /** Decay k, in 1/currency. */
  readonly decay: FittedParameter;
  /** Correlation of the estimates of ln A and k. */
  readonly correlation: number;
  /** The log-likelihood at its maximum. */
  readonly logLikelihood: number;
  /** The depth up to which reaches were censored; above the one asked for where fills were clamped. */
  readonly threshold: number;
  /** Number of reaches looked at, N. */
  readonly count: number;
  /** Number of them beyond the threshold, m. */
  readonly beyond: number;
}

/**
 * Fits A and k of the intensity λ(δ) = A·e^{−kδ} to reaches, by maximum likelihood.
 *
 * Three likelihoods, matched to how the engine fills a quote. Per step and side the reach R has the law
 * $$\text{first-order: } P(R > x) = \min(1, A\,dt\,e^{-kx}) \qquad \text{exact: } P(R < x) = e^{-A\,dt\,e^{-kx}}$$
 * and, order by order, *counting* takes orders beyond x as a Poisson process of intensity λ(x). Reaches up
 * to the threshold c count as "not beyond c" and no more. First-order and counting have the maximum in
 * closed form, $\hat k = m/\sum(x - c)$; the exact one, Gumbel's law, takes a few Newton steps. Standard
 * errors come from the observed information, intervals are symmetric in ln A and ln k (but for A in the
 * first-order rule, where Wilson's interval for the share of fills does better).
 *
 * Under the first-order rule a depth whose fill is certain (A·dt·e^{−kδ} >= 1) says nothing of A and k.
 * Where every step reached beyond the threshold, it is therefore raised until one step in twenty did not:
 * clamped exposures are left out.
 *
 * Steps count as independent. In recorded data they are not quite: see {@linkcode bootstrapIntensity}.
 *
 * @param sample Reaches, from {@linkcode stepReaches} or {@linkcode orderReaches}.
 * @param options Likelihood, threshold, confidence.
 * @returns A and k with standard errors and intervals.
 * @throws {RangeError} Where fewer than two reaches are beyond the threshold, all of them are the same, or
 * an option is out of its range.
 * @throws {TypeError} Where the likelihood does not fit the sample.
 *
 * @example
 * ```ts
 * import { drawTape, fitIntensity, scenario, stepReaches, streams } from "@digital-market-maker/lab";
 * import { assert } from "@std/assert";
 *
 * const { market, grid } = scenario("readme", { fills: "exact", horizon: 5000, steps: 5000 });
 * const { scale, decay } = fitIntensity(stepReaches(drawTape(market, grid, streams(1))));
 * assert(scale.interval[0] < 0.9 && 0.9 < scale.interval[1]);
 * assert(decay.interval[0] < 1.5 && 1.5 < decay.interval[1]);
 * ```
 */
export function fitIntensity(
  sample: ReachSample,
  options: FitIntensityOptions = {},
): IntensityFit {
  shaped("sample")(ACTION, "sample", sample);
  checkKeys<FitIntensityOptions>(ACTION, options, fitIntensityKeys);
  return fitTally(tallied(sample), options);
}

const ACTION = "take fitIntensity";

/**
 * The same of a sample that is tallied already: of many samples drawn from one, each is fitted without sorting, and
 * from a k that is near.
 */
function fitTally(
  sample: TalliedSample,
  options: FitIntensityOptions,
  nearDecay?: number,
): IntensityFit {
  const { likelihood, threshold = 0, confidence = 0.95 } = options;
  const law = likelihoodOf(ACTION, sample, likelihood);
  checkFinite(ACTION, "threshold", threshold);
  const censored = censor(sample, law, threshold);
  const { tally: { times }, beyond: m, sum, count } = censored;
  checkThat(ACTION, `number of reaches beyond ${censored.threshold}`, "at least 2", m, m >= 2);
  const seen = (often: number) => often > 0;
  const differ = law !== "exact" || m < count ||
    times.findIndex(seen) < times.findLastIndex(seen);
  checkThat(ACTION, "the reaches", "not all the same", censored.anchor, differ);
  checkThat(ACTION, "sum of reaches beyond the threshold", "finite", sum, Number.isFinite(sum));
  const best = maximum(law, censored, nearDecay);
  const scale = best.intensity * Math.exp(best.decay * censored.anchor);
  const logDecayError = Math.sqrt(best.decayVariance) / best.decay;
  const scaled = positiveParameter(scale, Math.sqrt(best.scaleVariance), confidence);
  const binomial = law === "first-order";
  return {
    likelihood: law,
    scale: binomial
      ? { ...scaled, interval: shareInterval(scaled, censored, best, confidence) }
      : scaled,
    decay: positiveParameter(best.decay, logDecayError, confidence),
    correlation: best.covariance / Math.sqrt(best.scaleVariance * best.decayVariance),
    logLikelihood: best.logLikelihood,
    threshold: censored.threshold,
    count,
    beyond: m,
  };
}

/** The fit of a tallied sample, or undefined where it has none. */
export function fitOrNothing(
  sample: TalliedSample,
  options: FitIntensityOptions,
  nearDecay?: number,
): IntensityFit | undefined {
  try {
    return fitTally(sample, options, nearDecay);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * The first-order rule's interval of A. Its share of fills m/N is often close to 1, where ln(m/N) ± z·se
 * covers too rarely; so Wilson's interval for the share takes its place, joined with the error of k by the
 * rule of Donner and Zou (Statistical Methods in Medical Research 21, 2012): squared distances add.
 */
function shareInterval(
  { value }: FittedParameter,
  { beyond, count, anchor }: Censored,
  { decayVariance }: Maximum,
  confidence: number,
): readonly [number, number] {
  const z = quantileOf(confidence);
  const share = beyond / count;
  const fromDecay = z * anchor * Math.sqrt(decayVariance);
  const [down, up] = wilsonInterval(beyond, count, z)
    .map((end) => Math.hypot(Math.log(end / share), fromDecay));
  return [value * Math.exp(-down), value * Math.exp(up)];
}
