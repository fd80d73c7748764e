import type { PriceProcess } from "../market/price_process.ts";
import type { PolicyTable } from "../trading/policy_table.ts";
import { gaussianStep } from "./gaussian_step.ts";
import { outcomeReader } from "./outcomes.ts";

/** The characteristic function E[e^{iu(Y − centre)}] of profit, as real and imaginary part. */
export type ProfitTransform = (u: number, centre: number) => readonly [number, number];

/** What {@linkcode profitTransform} is given. */
export interface ProfitTransformOptions {
  /** The policy, as a table. */
  readonly table: PolicyTable;
  /** How the mid-price moves. */
  readonly price: PriceProcess;
  /** Transitions less likely than this are left out. */
  readonly negligible: number;
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
  readonly width: number;
}

/**
 * Prepares the characteristic function of a policy's profit, fees at the initial mid-price.
 *
 * @param options Table, price process and what is negligible.
 * @returns The function; a call is one recursion over steps and inventories.
 * @throws {TypeError} Where the price is not an arithmetic Brownian motion.
 */
export function profitTransform(
  { table, price, negligible }: ProfitTransformOptions,
): ProfitTransform {
  const { grid, maxLots, execution: { orderSize } } = table;
  const step = gaussianStep("take exactLaw", price, grid.dt);
  const chain = likelyChain(table, price.initialPrice, negligible);
  const { width, start, from, to, probability, gain, gains } = chain;
  const cosine = new Float64Array(gains.length);
  const sine = new Float64Array(gains.length);
  const moveCos = new Float64Array(width);
  const moveSin = new Float64Array(width);
  let [re, im, nextRe, nextIm] = [0, 0, 0, 0].map(() => new Float64Array(width));

  return (u, centre) => {
    for (let g = 0; g < gains.length; g++) {
      cosine[g] = Math.cos(u * gains[g]);
      sine[g] = Math.sin(u * gains[g]);
    }
    for (let i = 0; i < width; i++) {
      const uq = u * (i - maxLots) * orderSize;
      const size = Math.exp(-uq * uq * step.variance / 2);
      moveCos[i] = size * Math.cos(uq * step.mean);
      moveSin[i] = size * Math.sin(uq * step.mean);
    }
    re.fill(0);
    im.fill(0);
    re[maxLots] = Math.cos(u * centre);
    im[maxLots] = -Math.sin(u * centre);
    for (let n = 0; n < grid.steps; n++) {
      nextRe.fill(0);
      nextIm.fill(0);
      for (let t = start[n]; t < start[n + 1]; t++) {
        const i = from[t], k = to[t], p = probability[t], g = gain[t];
        nextRe[k] += p * (re[i] * cosine[g] - im[i] * sine[g]);
        nextIm[k] += p * (re[i] * sine[g] + im[i] * cosine[g]);
      }
      for (let i = 0; i < width; i++) {
        const a = nextRe[i], b = nextIm[i];
        nextRe[i] = a * moveCos[i] - b * moveSin[i];
        nextIm[i] = a * moveSin[i] + b * moveCos[i];
      }
      [re, im, nextRe, nextIm] = [nextRe, nextIm, re, im];
    }
    return [re.reduce((a, b) => a + b, 0), im.reduce((a, b) => a + b, 0)];
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
    width,
    start: Int32Array.from(start),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    probability: Float64Array.from(probability),
    gain: Int32Array.from(gain),
    gains: Float64Array.from(gains.keys()),
  };
}
