import type { PriceProcess } from "../market/price_process.ts";
import type { PolicyTable } from "../trading/policy_table.ts";
import { gaussianStep } from "./gaussian_step.ts";
import { outcomeReader } from "./outcomes.ts";

/** E[e^{iu(Y − centre)}] at the next frequency u = 0, Δu, 2Δu, …, as real and imaginary part. */
export type ProfitTransform = () => readonly [number, number];

/** What {@linkcode profitTransform} is given. */
export interface ProfitTransformOptions {
  /** The policy, as a table. */
  readonly table: PolicyTable;
  /** How the mid-price moves. */
  readonly price: PriceProcess;
  /** Transitions less likely than this are left out. */
  readonly negligible: number;
  /** Step Δu between frequencies, in 1/currency. */
  readonly frequencyStep: number;
  /** What is taken off profit, in currency. */
  readonly centre: number;
}

/** All that can happen, as flat columns in the order of steps. */
interface Chain {
  /** Index of the first transition of every step; one more at the end. */
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly probability: Float64Array;
  /** Index into `gains`. */
  readonly gain: Int32Array;
  /** The different gains, in currency. */
  readonly gains: Float64Array;
  /** First and last index that anything starts from or leads to. */
  readonly range: readonly [first: number, last: number];
}

/**
 * Prepares the characteristic function of a policy's profit, fees at the initial mid-price.
 *
 * @param options Table, price process, frequencies and what is negligible.
 * @returns The function; a call is one recursion over steps and inventories.
 * @throws {TypeError} Where the price is not an arithmetic Brownian motion.
 */
export function profitTransform(
  { table, price, negligible, frequencyStep, centre }: ProfitTransformOptions,
): ProfitTransform {
  const { grid, maxLots, execution: { orderSize } } = table;
  const { mean, variance } = gaussianStep("take exactLaw", price, grid.dt);
  const chain = likelyChain(table, price.initialPrice, negligible);
  const { start, from, to, probability, gain, gains, range: [first, last] } = chain;
  const phases = turning(gains, frequencyStep);
  const width = 2 * maxLots + 1;
  const [moveCos, moveSin] = [new Float64Array(width), new Float64Array(width)];
  let [re, im, nextRe, nextIm] = [0, 0, 0, 0].map(() => new Float64Array(width));
  let frequency = 0;

  return () => {
    const u = frequencyStep * frequency++;
    const { cosine, sine } = phases();
    for (let i = first; i <= last; i++) {
      const uq = u * (i - maxLots) * orderSize;
      const size = Math.exp(-uq * uq * variance / 2);
      moveCos[i] = size * Math.cos(uq * mean);
      moveSin[i] = size * Math.sin(uq * mean);
    }
    re.fill(0);
    im.fill(0);
    re[maxLots] = Math.cos(u * centre);
    im[maxLots] = -Math.sin(u * centre);
    for (let n = 0; n < grid.steps; n++) {
      nextRe.fill(0, first, last + 1);
      nextIm.fill(0, first, last + 1);
      for (let t = start[n]; t < start[n + 1]; t++) {
        const i = from[t], k = to[t], p = probability[t], g = gain[t];
        nextRe[k] += p * (re[i] * cosine[g] - im[i] * sine[g]);
        nextIm[k] += p * (re[i] * sine[g] + im[i] * cosine[g]);
      }
      for (let i = first; i <= last; i++) {
        const a = nextRe[i], b = nextIm[i];
        nextRe[i] = a * moveCos[i] - b * moveSin[i];
        nextIm[i] = a * moveSin[i] + b * moveCos[i];
      }
      [re, im, nextRe, nextIm] = [nextRe, nextIm, re, im];
    }
    return [re.reduce((a, b) => a + b, 0), im.reduce((a, b) => a + b, 0)];
  };
}

/** e^{iu·gain} at u = 0, Δu, 2Δu, …: turned on from the last one, and afresh every 32 times. */
function turning(gains: Float64Array, frequencyStep: number) {
  const turnCos = gains.map((gain) => Math.cos(frequencyStep * gain));
  const turnSin = gains.map((gain) => Math.sin(frequencyStep * gain));
  const [cosine, sine] = [new Float64Array(gains.length), new Float64Array(gains.length)];
  let frequency = 0;
  return () => {
    const u = frequencyStep * frequency;
    for (let g = 0; g < gains.length; g++) {
      const c = cosine[g], s = sine[g];
      const afresh = frequency % 32 === 0;
      cosine[g] = afresh ? Math.cos(u * gains[g]) : c * turnCos[g] - s * turnSin[g];
      sine[g] = afresh ? Math.sin(u * gains[g]) : s * turnCos[g] + c * turnSin[g];
    }
    frequency++;
    return { cosine, sine };
  };
}

/** The transitions between inventories that matter. */
function likelyChain(table: PolicyTable, initialPrice: number, negligible: number): Chain {
  const { grid, maxLots } = table;
  const width = 2 * maxLots + 1;
  const outcomes = outcomeReader(table, initialPrice, "initial");
  const [start, from, to, probability, gain]: number[][] = [[0], [], [], [], []];
  const gains = new Map<number, number>();
  let mass = new Float64Array(width);
  mass[maxLots] = 1;
  for (let n = 0; n < grid.steps; n++) {
    const next = new Float64Array(width);
    for (let i = 0; i < width; i++) {
      if (mass[i] < negligible) continue;
      for (const outcome of outcomes(n, i)) {
        const inside = outcome.to >= 0 && outcome.to < width;
        if (!inside || mass[i] * outcome.probability < negligible) continue;
        next[outcome.to] += mass[i] * outcome.probability;
        if (!gains.has(outcome.gain)) gains.set(outcome.gain, gains.size);
        from.push(i);
        to.push(outcome.to);
        probability.push(outcome.probability);
        gain.push(gains.get(outcome.gain)!);
      }
    }
    start.push(from.length);
    mass = next;
  }
  return {
    range: to.reduce(([a, b], i) => [Math.min(a, i), Math.max(b, i)], [maxLots, maxLots]),
    start: Int32Array.from(start),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    probability: Float64Array.from(probability),
    gain: Int32Array.from(gain),
    gains: Float64Array.from(gains.keys()),
  };
}
