import type { RandomStream } from "../random/streams.ts";
import { exponential } from "../numeric/exponential.ts";

/**
 * One step of a price as plain data, with X the price or its logarithm and Z standard normal:
 *
 * $$X' = \mathrm{kept}\cdot X + \mathrm{shift} + \mathrm{deviation}\cdot Z$$
 *
 * Where `kept` is 1 the step does not look at the price: it adds to it, or multiplies it.
 */
export interface PriceStep {
  /** What X is: the price, or its natural logarithm. */
  readonly of: "price" | "logPrice";
  /** Share of X that stays; 1 where nothing pulls. */
  readonly kept: number;
  /** What is added for certain, in the unit of X. */
  readonly shift: number;
  /** Standard deviation of what is added by chance, in the unit of X; >= 0. */
  readonly deviation: number;
}

/**
 * The first two conditional moments of one step, where they are affine and quadratic in the price:
 * E[S′|S] = a·S + b and E[S′²|S] = c·S² + d·S + e.
 */
export interface StepMoments {
  /** Coefficients [b, a] of the mean, lowest power first. */
  readonly mean: readonly [number, number];
  /** Coefficients [e, d, c] of the mean square, lowest power first. */
  readonly square: readonly [number, number, number];
}

/**
 * A step's moments in terms of its change, E[ΔS|S] = a·S + b and E[ΔS²|S] = c·S² + d·S + e: the same two
 * laws, without the large numbers whose difference is wanted.
 */
export type ChangeMoments = StepMoments;

/** Writes the prices S_0 … S_N of such steps into `out`. */
export function drawSteps(
  { of, kept, shift, deviation }: PriceStep,
  initialPrice: number,
  random: RandomStream,
  out: Float64Array,
): void {
  random.normals(out, 1);
  let price = out[0] = initialPrice;
  if (of === "price") {
    if (kept === 1) {
      for (let n = 1; n < out.length; n++) price = out[n] = price + (shift + deviation * out[n]);
    } else {
      for (let n = 1; n < out.length; n++) {
        price = out[n] = kept * price + (shift + deviation * out[n]);
      }
    }
  } else if (kept === 1) {
    for (let n = 1; n < out.length; n++) {
      price = out[n] = price * exponential(shift + deviation * out[n]);
    }
  } else {
    let log = Math.log(initialPrice);
    for (let n = 1; n < out.length; n++) {
      log = kept * log + (shift + deviation * out[n]);
      out[n] = exponential(log);
    }
  }
}

/** The moments of a step's change; undefined where the mean is no affine function of the price. */
export function changeOfStep(
  { of, kept, shift, deviation }: PriceStep,
): ChangeMoments | undefined {
  const variance = deviation * deviation;
  if (of === "price") {
    const [b, a] = [shift, kept - 1];
    return { mean: [b, a], square: [b * b + variance, 2 * a * b, a * a] };
  }
  if (kept !== 1) return undefined;
  const growth = shift + variance / 2;
  const gain = Math.expm1(growth);
  return {
    mean: [0, gain],
    square: [0, 0, gain * gain + Math.exp(2 * growth) * Math.expm1(variance)],
  };
}

/** The moments of the price after a step from those of its change. */
export function pricesOfChange(
  { mean: [b, a], square: [e, d, c] }: ChangeMoments,
): StepMoments {
  return { mean: [b, a + 1], square: [e, d + 2 * b, c + 2 * a + 1] };
}

/** The moments of a step's change from those of the price after it. */
export function changeOfPrices(
  { mean: [b, a], square: [e, d, c] }: StepMoments,
): ChangeMoments {
  return { mean: [b, a - 1], square: [e, d - 2 * b, c - 2 * a + 1] };
}
