import type { PriceProcess } from "../market/price_process.ts";
import type { PolicyTable } from "../trading/policy_table.ts";
import { type Algebra, carry } from "./carry.ts";
import { gaussianStep } from "./gaussian_step.ts";
import { type LikelyTransition, likelyTransitions } from "./likely_transitions.ts";
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

/** Frequencies that go through the recursion together: it costs little more than one alone. */
const BATCH = 16;

/** Complex numbers, `BATCH` for every inventory. */
interface Waves {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * Prepares the characteristic function of a policy's profit, fees at the initial mid-price.
 *
 * Given the inventory, a gain g multiplies E[e^{iuY}; q] by e^{iug}, a step of the price by E[e^{iuqΔS}].
 *
 * @param options Table, price process, frequencies and what is negligible.
 * @returns The function.
 * @throws {TypeError} Where the steps of the price are not normal and the same at every price.
 */
export function profitTransform(
  { table, price, negligible, frequencyStep, centre }: ProfitTransformOptions,
): ProfitTransform {
  const { grid, execution: { orderSize } } = table;
  const { mean, variance } = gaussianStep("take exactLaw", price, grid.dt);
  const outcomes = outcomeReader(table, price.initialPrice, "initial");
  const { maxLots, transitions, gains } = likelyTransitions(table, outcomes, negligible);
  const turn = turning(gains, frequencyStep);
  const width = 2 * maxLots + 1;
  const moved = waves(width);
  let from = 0;
  let waiting: (readonly [number, number])[] = [];

  const next = () => {
    const phases = turn();
    for (let f = 0; f < BATCH; f++) {
      const u = frequencyStep * (from + f);
      for (let i = 0; i < width; i++) {
        const uq = u * (i - maxLots) * orderSize;
        const size = Math.exp(-uq * uq * variance / 2);
        moved.re[i * BATCH + f] = size * Math.cos(uq * mean);
        moved.im[i * BATCH + f] = size * Math.sin(uq * mean);
      }
    }
    const frequencies = Float64Array.from({ length: BATCH }, (_, f) => frequencyStep * (from + f));
    const { re, im } = carry(
      { grid, maxLots },
      transitions,
      waveAlgebra(phases, moved, frequencies, centre),
    );
    from += BATCH;
    return Array.from(frequencies, (_, f) => {
      let a = 0, b = 0;
      for (let i = 0; i < width; i++) {
        a += re[i * BATCH + f];
        b += im[i * BATCH + f];
      }
      return [a, b] as const;
    });
  };
  return () => {
    if (waiting.length === 0) waiting = next();
    return waiting.shift()!;
  };
}

const waves = (places: number): Waves => ({
  re: new Float64Array(places * BATCH),
  im: new Float64Array(places * BATCH),
});

/** The algebra of the characteristic function, at several frequencies. */
function waveAlgebra(
  phases: Waves,
  moved: Waves,
  frequencies: Float64Array,
  centre: number,
): Algebra<Waves, LikelyTransition> {
  return {
    blank: waves,
    start({ re, im }, flat) {
      frequencies.forEach((u, f) => {
        re[flat * BATCH + f] = Math.cos(u * centre);
        im[flat * BATCH + f] = -Math.sin(u * centre);
      });
    },
    clear({ re, im }) {
      re.fill(0);
      im.fill(0);
    },
    holds: () => true,
    pass({ re, im }, i, next, transitions) {
      const { re: cosine, im: sine } = phases, nextRe = next.re, nextIm = next.im, x = i * BATCH;
      for (const { to, probability: p, gain } of transitions) {
        const y = to * BATCH, z = gain * BATCH;
        for (let f = 0; f < BATCH; f++) {
          const a = re[x + f], b = im[x + f], c = cosine[z + f], s = sine[z + f];
          nextRe[y + f] += p * (a * c - b * s);
          nextIm[y + f] += p * (a * s + b * c);
        }
      }
    },
    move({ re, im }, first, last) {
      const { re: cosine, im: sine } = moved;
      for (let at = first * BATCH; at < (last + 1) * BATCH; at++) {
        const a = re[at], b = im[at];
        re[at] = a * cosine[at] - b * sine[at];
        im[at] = a * sine[at] + b * cosine[at];
      }
    },
  };
}

/** e^{iu·gain} at the next frequencies: turned on from the last one, and afresh every 32 times. */
function turning(gains: Float64Array<ArrayBuffer>, frequencyStep: number): () => Waves {
  const turnCos = gains.map((gain) => Math.cos(frequencyStep * gain));
  const turnSin = gains.map((gain) => Math.sin(frequencyStep * gain));
  const { re, im } = waves(gains.length);
  let frequency = 0;
  return () => {
    for (let f = 0; f < BATCH; f++) {
      const u = frequencyStep * frequency, afresh = frequency % 32 === 0;
      for (let g = 0; g < gains.length; g++) {
        const at = g * BATCH + f, before = g * BATCH + (f + BATCH - 1) % BATCH;
        const c = re[before], s = im[before];
        re[at] = afresh ? Math.cos(u * gains[g]) : c * turnCos[g] - s * turnSin[g];
        im[at] = afresh ? Math.sin(u * gains[g]) : s * turnCos[g] + c * turnSin[g];
      }
      frequency++;
    }
    return { re, im };
  };
}
